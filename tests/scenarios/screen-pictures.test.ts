import { afterEach, describe, expect, test } from 'vitest';
import { type Session, startInterview } from './interview-driver.ts';
import { ENTER } from './terminal.ts';

let session: Session | undefined;
afterEach(() => session?.close());

/** What stands in for parts that differ from run to run. */
function picture(rows: readonly string[]): string {
  const text = rows.join('\n').trimEnd();
  return `${text.replaceAll(/\b[a-z]\d[a-z][a-z\d]-\d[a-z][a-z\d]{2}\b/g, 'k7f3-9xq2')}\n`;
}

const SIZES = [
  { columns: 60, rows: 30 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
];

describe.for(SIZES)('every kind of screen at $columns by $rows', (size) => {
  test('looks as it did when it was looked at', async () => {
    const held = await startInterview([], size);
    session = held;
    const pictures: string[] = [];
    const take = (title: string) => {
      expect(held.wrappedRows()).toEqual([]);
      pictures.push(`==== ${title} ${'='.repeat(size.columns - title.length - 6)}\n${picture(held.rows())}`);
    };
    const until = async (key: string, sign: string) => {
      held.press(key);
      await held.waitFor(sign);
    };
    take('the first screen');
    await until('2', '›  2  ');
    take('an answer marked');
    await held.answer('yes');
    await held.reach('suicidal_thoughts');
    await until(ENTER, 'Enter alone');
    take('Enter alone');
    await until('?', 'any key');
    take('help');
    await held.go(' ');
    await until('w', 'any key');
    take('why it is asked');
    while (!held.rows().join('\n').includes('? help')) {
      const before = held.rows().join('\n');
      held.press(' ');
      await held.waitFor((rows) => rows.join('\n') !== before && /any key|\? help/.test(rows.join('\n')));
    }
    await until('n', 'Note on:');
    held.press('says so since the spring');
    await held.waitFor('› says so since the spring');
    take('a note');
    await until(ENTER, 'note: says so');
    await held.answer('intent');
    take('an alert');
    await held.go('b');
    take('back at an answer');
    await held.answer('none');
    await held.reach('information');
    await held.answer('guarded_or_contradicted');
    take('answers that disagree');
    await held.go('g');
    await held.answerAs({});
    take('the offer');
    await held.go('n');
    take('the review');
    held.press('q');
    expect(await held.exitCode()).toBe(130);
    take('left');
    await expect(pictures.join('\n')).toMatchFileSnapshot(`__snapshots__/screens-${size.columns}.txt`);
  });
});
