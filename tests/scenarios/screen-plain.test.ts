import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { adult } from '../adult-rule-set.ts';
import { CTRL_C, CTRL_D, openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

const ESCAPE = '\u001b';

let terminal: Terminal | undefined;
afterEach(() => terminal?.close());

/** A person who hears one line after the other and types. */
async function open(args: readonly string[], options: TerminalOptions = {}): Promise<Terminal> {
  terminal = openTerminal(['screen', ...args], { rows: 200, ...options });
  await terminal.waitFor((rows) => isAsking(rows));
  return terminal;
}

/** Types a line and waits until the program asks again, or has ended. */
async function type(held: Terminal, line: string): Promise<string> {
  const before = held.written().length;
  held.press(`${line}\r`);
  await held.waitFor(
    () => held.hasEnded() || held.written().slice(before).replace(line, '').trimEnd().endsWith('>'),
  );
  return held.written().slice(before);
}

function isAsking(rows: readonly string[]): boolean {
  return rows.join('\n').trimEnd().endsWith('\n>');
}

/** The question of which the title was printed last. */
function lastQuestion(written: string): string | undefined {
  const titles = adult.questions.map(({ id, title }) => ({ id, at: written.lastIndexOf(`\n${title}\r`) }));
  return titles.sort((a, b) => b.at - a.at)[0]?.id;
}

describe('the plain interview', () => {
  test.for<[string, readonly string[], TerminalOptions]>([
    ['with --plain', ['--plain'], {}],
    ['on a dumb terminal', [], { env: { TERM: 'dumb' } }],
  ])('%s redraws nothing, from the first question to the result', async ([, args, options]) => {
    const held = await open(args, options);
    expect(held.written()).toContain(
      'Type a number and Enter. Or: u unknown, n note, r review, w why, ? help',
    );
    let told = held.written();
    for (let line = 0; !told.includes('Review before the result'); line++) {
      expect(line).toBeLessThan(40);
      told = await type(held, told.includes('advice only') ? 'n' : '1');
    }
    told = await type(held, 's');
    expect(told).toContain('Suggested level: Outpatient therapy');
    await type(held, '');
    expect(await held.exitCode()).toBe(0);
    expect(held.written()).not.toContain(ESCAPE);
  });

  test('answers nothing by Enter alone, and explains itself', async () => {
    const held = await open(['--plain']);
    expect(await type(held, '')).toContain('Enter alone answers nothing');
    expect(await type(held, '9')).toContain('the numbers go from 1 to 3');
    expect(await type(held, 'help')).toContain('a safety plan');
    expect(await type(held, 'why')).toContain('What each answer would leave possible');
    expect(lastQuestion(held.written())).toBe('safe_between_visits');
  });

  test('goes back, takes notes and leaves with a draft to go on with', async () => {
    const state = mkdtempSync(join(tmpdir(), 'carestep-'));
    const held = await open(['--plain'], { env: { XDG_STATE_HOME: state } });
    await type(held, '2');
    expect(await type(held, 'b')).toContain('answered before (k keeps it): Only with agreed people');
    await type(held, 'n');
    expect(await type(held, 'sister lives next door')).toContain('note: sister lives next door');
    await type(held, 'keep');
    const there = lastQuestion(held.written());
    const left = await type(held, 'quit');
    expect(await held.exitCode()).toBe(130);
    expect(left).toContain('The draft is kept');
    expect(readdirSync(join(state, 'carestep/drafts'))).toHaveLength(1);
    held.close();
    const again = await open(['--plain', '--resume'], { env: { XDG_STATE_HOME: state } });
    expect(lastQuestion(again.written())).toBe(there);
    rmSync(state, { recursive: true });
  });

  test.for([
    ['Ctrl-C', CTRL_C],
    ['Ctrl-D', CTRL_D],
  ] as const)('is left by %s with 130', async ([, key]) => {
    const held = await open(['--plain']);
    held.press(key);
    expect(await held.exitCode()).toBe(130);
    expect(held.written()).toContain('Stopped. Nothing was stored.');
  });

  test('shows an alert and a recheck as they arise', async () => {
    const held = await open(['--plain']);
    await type(held, '1');
    while (lastQuestion(held.written()) !== 'suicidal_thoughts') await type(held, '1');
    expect(await type(held, '5')).toContain('ALERT: ');
    expect(await type(held, 'g')).toMatch(
      /These answers disagree[\s\S]*1\. Suicidal thoughts[\s\S]*Type a number/,
    );
  });
});
