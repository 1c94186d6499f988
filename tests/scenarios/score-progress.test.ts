import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseFile } from './scored-file.ts';
import { openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carestep-progress-'));
  const cases = caseFile(20_000).split('\nc');
  writeFileSync(at('1.csv'), cases.slice(0, 10_000).join('\nc'));
  writeFileSync(at('2.csv'), `\nc${cases.slice(10_000, 15_000).join('\nc')}`);
  writeFileSync(at('3.csv'), `\nc${cases.slice(15_000).join('\nc')}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Scores what comes in slowly, however fast the machine is. */
function scoreSlowly(options: readonly string[], { env = {} }: TerminalOptions = {}): Terminal {
  const slowly = `{ cat '${at('1.csv')}'; sleep 1.2; cat '${at('2.csv')}'; sleep 1; cat '${at('3.csv')}'; }`;
  const files = ['--keep', 'site', '--no-summary', '--rejects', at('no.csv'), '--out', at('out.csv')];
  return openTerminal(['score', '-', ...files, ...options], { env, shell: `${slowly} | "$@"` });
}

async function ending(terminal: Terminal) {
  const code = await terminal.exitCode();
  const rows = terminal.rows().filter((row) => row !== '');
  terminal.close();
  return { code, rows, written: terminal.written() };
}

const DONE = [expect.stringMatching(/^scored 19980, open \d+, alerted \d+, rejected 20, neutralized 400$/)];

test('a line shows how far it is, in no color where none is wanted, and leaves nothing behind', async () => {
  const terminal = scoreSlowly([], { env: { NO_COLOR: '1' } });
  const shown = await terminal.waitFor((rows) => rows.some((row) => /a second$/.test(row)));
  expect(shown.filter((row) => row !== '')).toEqual([
    expect.stringMatching(/^\d{1,2},\d{3} cases, [\d,]+ a second$/),
  ]);
  const { code, rows, written } = await ending(terminal);
  expect({ code, rows }).toEqual({ code: 1, rows: DONE });
  // A color begins with a bracket and ends with the letter m.
  expect(written.split('\u001b').filter((part) => /^\[[\d;]*m/.test(part))).toEqual([]);
  expect(readFileSync(at('out.csv'), 'utf8')).not.toContain('a second');
});

test.each([
  ['`--no-progress`', ['--no-progress'], {}],
  ['a terminal that moves no cursor', [], { TERM: 'dumb' }],
])('there is none for %s', async (_, options, env) => {
  const { code, rows, written } = await ending(scoreSlowly(options, { env }));
  expect({ code, rows }).toEqual({ code: 1, rows: DONE });
  expect(written).not.toContain('a second');
  expect(written).not.toContain('\u001b');
});
