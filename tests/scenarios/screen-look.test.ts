import { afterEach, describe, expect, test } from 'vitest';
import { type Session, startInterview } from './interview-driver.ts';

let session: Session | undefined;
afterEach(() => session?.close());

/** Color, bold and the like: what a terminal calls the selection of a graphic rendition. */
const STYLE = new RegExp(`${'\u001b'}\\[[0-9;]*m`);
const COLOR = new RegExp(`${'\u001b'}\\[(?:[0-9]+;)*(?:3[0-9]|4[0-9]|9[0-7]|10[0-7])[;m]`);

const SIZES = [
  { columns: 60, rows: 24 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

describe('every screen of the full form', () => {
  test.for(SIZES)('fits $columns by $rows: no line wraps, the keys stay in sight', async (size) => {
    session = await startInterview(['--full'], size);
    let screens = 0;
    while (session.question() !== undefined) {
      expect(session.wrappedRows()).toEqual([]);
      expect(session.rows().join('\n')).toMatch(
        / · question \d+ · [\s\S]*\n {3}1 {2}[\s\S]*so far: [\s\S]*q (save and )?quit/,
      );
      session.press('1');
      await session.waitFor('›  1  ');
      expect(session.wrappedRows()).toEqual([]);
      session.press('?');
      await session.waitFor('any key');
      expect(session.wrappedRows()).toEqual([]);
      while (!session.rows().join('\n').includes('? help')) {
        const before = session.rows().join('\n');
        session.press(' ');
        await session.waitFor(
          (rows) => rows.join('\n') !== before && /any key|\? help/.test(rows.join('\n')),
        );
      }
      await session.go('u');
      screens++;
    }
    expect(screens).toBe(32);
    expect(session.rows().join('\n')).toContain('Review before the result');
    expect(session.wrappedRows()).toEqual([]);
  });
});

describe('NO_COLOR', () => {
  test('leaves no style in a whole session with an alert', async () => {
    session = await startInterview([], { env: { NO_COLOR: '1' } });
    await session.reach('suicidal_thoughts');
    await session.answer('plan');
    await session.go('b');
    await session.answer('intent');
    await session.go('s');
    await session.exitCode();
    expect(session.rows().join('\n')).toContain('Suggested level: ');
    expect(session.written()).not.toMatch(STYLE);
  });

  test('is what takes the color away', async () => {
    session = await startInterview();
    await session.reach('suicidal_thoughts');
    await session.answer('intent');
    expect(session.written()).toMatch(COLOR);
  });
});

test('styles are those that every terminal maps to its own light or dark background', async () => {
  session = await startInterview();
  await session.reach('suicidal_thoughts');
  await session.answer('intent');
  await session.go('g');
  await session.go('r');
  const styles = new Set(
    session
      .written()
      .match(new RegExp(STYLE, 'g'))
      ?.map((code) => code.slice(2, -1)),
  );
  // Bold, dim, red and magenta, each with its end; no background, no color of a fixed shade.
  const known = ['1', '2', '31', '35', '22', '39', '0', ''];
  expect([...styles].filter((style) => !known.includes(style))).toEqual([]);
  expect([...styles]).toEqual(expect.arrayContaining(['1', '2', '31', '35']));
});
