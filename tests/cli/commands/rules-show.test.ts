import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/cli/exit-codes.ts';
import { main } from '../../../src/cli/main.ts';
import { fakeWorld } from '../fake-world.ts';

async function show(...options: string[]) {
  const world = fakeWorld();
  const code = await main(['rules', 'show', ...options], world);
  return { code, ...world.printed(), files: world.files };
}

describe('rules show', () => {
  test('shows the whole criteria, by level', async () => {
    const { code, stdout } = await show();
    expect(code).toBe(EXIT.done);
    expect(stdout).toMatch(/^Level of care for adults with mental health conditions\n─/);
    expect(stdout.indexOf('\nInpatient or residential care\n─')).toBeLessThan(
      stdout.indexOf('\nOutpatient therapy\n─'),
    );
  });

  test.each([
    [['--level', 'php'], 'Partial hospitalization program (PHP)'],
    [['--dimension', 'step_down'], 'Present care and step-down'],
    [['--question', 'attendance'], 'Attendance'],
    [['--question', 'attendance', '--by', 'dimension'], 'Schedule, readiness and home'],
  ])('%j begins with its first chapter', async (options, title) => {
    const { code, stdout } = await show(...options);
    expect(code).toBe(EXIT.done);
    expect(stdout.split('\n')[0]).toBe(title);
  });

  test.each([
    ['criteria.html', '<!doctype html>'],
    ['criteria.md', '# Level of care'],
    ['criteria.txt', 'Level of care'],
  ])('writes %s in the form of its name', async (file, start) => {
    const { stdout, stderr, files } = await show('--out', file);
    expect(files.get(file)?.startsWith(start)).toBe(true);
    expect(files.has(`${file}.partial`)).toBe(false);
    expect([stdout, stderr]).toEqual(['', `Written to ${file}\n`]);
  });

  test('lets --format win over the name', async () => {
    const { files } = await show('--out', 'criteria.html', '--format', 'markdown');
    expect(files.get('criteria.html')).toMatch(/^# /);
  });

  test.each([
    ['--level', 'phpp', 'error: there is no level `phpp`\n  help: did you mean `php`?'],
    ['--dimension', 'safty', 'error: there is no dimension `safty`\n  help: did you mean `safety`?'],
    [
      '--question',
      'attendence',
      'error: there is no question `attendence`\n  help: did you mean `attendance`?',
    ],
  ])('%s %s is answered with the name that was meant', async (option, id, message) => {
    const { code, stdout, stderr } = await show(option, id);
    expect([code, stdout]).toEqual([EXIT.usage, '']);
    expect(stderr.startsWith(message)).toBe(true);
  });
});
