import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { ProgressBar } from '../../src/cli/progress-bar.ts';
import { fakeWorld } from './fake-world.ts';

/** A bar on a terminal of so many columns, and all that was written there. */
function drawing(columns: number) {
  let written = '';
  const stderr = Object.assign(
    new Writable({
      write: (text: Buffer, _encoding, done) => {
        written += String(text);
        done();
      },
    }),
    { isTTY: true, columns },
  );
  const bar = new ProgressBar(fakeWorld({ stderr, columns }));
  const text = () => written.split('\u001b').map((part) => part.replace(/^(7|8|\[\d*[A-Z])/, ''));
  return { bar, text, written: () => written };
}

const STATE = { cases: 1_240_000, rate: 310_400, secondsLeft: 12 };

test('the bar is as long as its share, and the line is cleared when it is hidden', () => {
  const { bar, text, written } = drawing(80);
  bar.show({ ...STATE, share: 0.42 });
  expect(text()).toContain('█████████████░░░░░░░░░░░░░░░░░  42%  310,000 cases a second, 12 s left');
  bar.hide();
  expect(written()).toMatch(/\u001b\[1G\u001b\[2K$/);
  bar.show({ ...STATE, share: 1 });
  expect(text().at(-2)).toBe(`${'█'.repeat(30)} 100%  310,000 cases a second, 12 s left`);
  bar.hide();
});

test.each([
  ['of an unknown size', 80, {}, '1,240,000 cases, 310,000 a second'],
  ['on a narrow terminal', 44, { share: 0.42 }, ' 42%  310,000 cases a second, 12 s left'],
])('without a bar for an input %s', (_, columns, share, expected) => {
  const { bar, text } = drawing(columns);
  bar.show({ ...STATE, ...share });
  expect(text()).toContain(expected);
  bar.hide();
});
