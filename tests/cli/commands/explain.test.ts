import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { fakeWorld } from '../fake-world.ts';

const files = { 'case.yaml': '{ id: a1, answers: { suicidal_thoughts: intent } }\n' };

async function explain(...args: readonly string[]) {
  const world = fakeWorld({ files, rows: 24 });
  const code = await main(['explain', 'case.yaml', ...args], world);
  return { code, files: world.files, ...world.printed() };
}

describe('a report of a case', () => {
  test.each([
    ['markdown', /^# Suggested level: Inpatient/],
    ['html', /^<!doctype html>/],
  ])('is written as %s', async (format, beginning) => {
    const { code, stdout } = await explain('--format', format);
    expect(code).toBe(4);
    expect(stdout).toMatch(beginning);
    expect(stdout).toContain('Why inpatient');
  });

  test.each([
    ['report.html', '<!doctype html>'],
    ['report.md', '# Suggested level'],
    ['outcome.json', '{\n  "case": "a1"'],
    ['trace.txt', 'ALERT'],
  ])('goes to %s in the form of its name', async (path, beginning) => {
    const { stdout, stderr, files: written } = await explain('--out', path);
    expect(stdout).toBe('');
    expect(stderr).toBe(`Written to ${path}\n`);
    expect(written.get(path)?.startsWith(beginning)).toBe(true);
    expect([...written.keys()].sort()).toEqual(['case.yaml', path].sort());
  });

  test('in a file is never folded to the height of the screen', async () => {
    const { files: written } = await explain('--out', 'trace.txt');
    expect(written.get('trace.txt')).not.toContain('Folded to fit');
  });

  test.each([
    ['--why-not', 'iop'],
    ['--what-if', 'suicidal_thoughts=none'],
  ])('does not hold %s', async (option, value) => {
    const { code, stdout, stderr } = await explain(option, value, '--format', 'html');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`error: \`${option}\` is not part of a report\n  help: write it as text or json\n`);
  });
});
