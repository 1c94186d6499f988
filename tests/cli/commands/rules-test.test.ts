import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/cli/exit-codes.ts';
import { main } from '../../../src/cli/main.ts';
import { fakeWorld } from '../fake-world.ts';

const shipped = resolve(import.meta.dirname, '../../../rules/adult');

/** The shipped rules as an own rule set, with these files of examples. */
function ownRules(examples: Readonly<Record<string, string>>): Record<string, string> {
  const rules = readdirSync(shipped)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [`/own/${name}`, readFileSync(join(shipped, name), 'utf8')] as const);
  const written = Object.entries(examples).map(([name, text]) => [`/own/examples/${name}`, text] as const);
  return Object.fromEntries([...rules, ...written]);
}

async function rulesTest(examples: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const files = ownRules(examples);
  const readDir = async (path: string) => {
    const inside = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
    const names = inside.map((name) => name.slice(path.length + 1)).filter((name) => !name.includes('/'));
    if (names.length === 0) throw Object.assign(new Error(`no folder ${path}`), { code: 'ENOENT' });
    return names;
  };
  const world = fakeWorld({ files, readDir, columns: 200 });
  const code = await main(['rules', 'test', '--rules', '/own', ...options], world);
  return { code, ...world.printed() };
}

/** The answers that the shipped examples of safety share. */
const given =
  readFileSync(join(shipped, 'examples/safety.yaml'), 'utf8').match(/^given:[^}]*\}\n/m)?.[0] ?? '';

function file(...examples: readonly string[]): Record<string, string> {
  return { 'own.yaml': `${given}examples:\n${examples.map((example) => `  - ${example}\n`).join('')}` };
}

const PASSIVE =
  '{ id: passive, answers: { suicidal_thoughts: passive }, expect: { level: outpatient, alerts: [] } }';
const ACTIVE = '{ id: active, answers: { suicidal_thoughts: active }, expect: { level: iop, alerts: [] } }';
const WRONG = '{ id: wrong, story: Too low., answers: { suicidal_thoughts: plan }, expect: { level: iop } }';

describe('carestep rules test', () => {
  test('is content with the shipped examples, mutants and all', async () => {
    const world = fakeWorld({ columns: 200 });
    expect(await main(['rules', 'test', '--mutate', '--require-coverage'], world)).toBe(EXIT.done);
    const { stdout, stderr } = world.printed();
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      /^Examples: \d+ examples pass, none fails; evaluated, but without anything expected: 42 more\n/,
    );
    expect(stdout).toMatch(/\nCoverage: (\d+) of \1 goals reached \(100 %\)/);
    expect(stdout).toMatch(/the examples notice \d+, and miss 0\n/);
    expect(stdout).toContain('step-down.iop-unsafe turns on care_now: iop');
  });

  test('shows what differs in an example that fails, and exits 1', async () => {
    const { code, stdout } = await rulesTest(file(PASSIVE, WRONG));
    expect(code).toBe(EXIT.findings);
    expect(stdout).toContain('✗ wrong (/own/examples/own.yaml:');
    expect(stdout).toContain('  Too low.\n  level: expected iop, is php\n');
    expect(stdout).toContain('Examples: 1 example passes, 1 fails\n');
  });

  test('gaps are findings only where coverage is required', async () => {
    expect((await rulesTest(file(PASSIVE, ACTIVE))).code).toBe(EXIT.done);
    const { code, stdout } = await rulesTest(file(PASSIVE, ACTIVE), '--require-coverage');
    expect(code).toBe(EXIT.findings);
    expect(stdout).toContain('2 of 4 levels');
    expect(stdout).toContain('- the level php');
    expect(stdout).not.toContain('safety.active-thoughts decides');
  });

  test('a mistake that goes unnoticed is a finding, with a case that would notice', async () => {
    const { code, stdout } = await rulesTest(file(PASSIVE, ACTIVE), '--mutate', '--all');
    expect(code).toBe(EXIT.findings);
    expect(stdout).toMatch(/- safety\.suicidal-intent: dropped\n +an example that says the level of/);
    expect(stdout).not.toContain('- safety.active-thoughts: dropped');
  });

  test('suggests examples that it refuses until the author has finished them', async () => {
    const { code, stdout, stderr } = await rulesTest(file(PASSIVE, ACTIVE), '--suggest');
    expect(code).toBe(EXIT.done);
    expect(stderr).toContain('Coverage: ');
    expect(stdout).toContain('level: to-be-written');
    expect(stdout).toMatch(/# was active$/m);
    const unfinished = await rulesTest({ 'suggested.yaml': stdout });
    expect(unfinished.code).toBe(EXIT.usage);
    expect(unfinished.stderr).toContain('unknown level `to-be-written`');
  });

  test('says everything to programs', async () => {
    const { code, stdout } = await rulesTest(
      file(PASSIVE, WRONG),
      '--format',
      'json',
      '--suggest',
      '--mutate',
    );
    expect(code).toBe(EXIT.findings);
    const record: unknown = JSON.parse(stdout);
    expect(record).toMatchObject({
      rule_set: expect.stringMatching(/^adult@/),
      examples: {
        passed: 1,
        failed: [
          {
            id: 'wrong',
            differences: [
              {
                kind: 'levels',
                expected: { lowest: 'iop', highest: 'iop' },
                actual: { lowest: 'php', highest: 'php' },
              },
            ],
          },
        ],
        without_expectation: 0,
      },
      coverage: { usable_examples: 1, reached: expect.any(Number), unreachable: expect.any(Array) },
      mutants: { survivors: expect.arrayContaining([expect.objectContaining({ change: 'dropped' })]) },
      suggestions: expect.arrayContaining([expect.objectContaining({ nearest: 'passive' })]),
    });
  });

  test('a rule set without examples has everything to show', async () => {
    const { code, stdout } = await rulesTest({});
    expect(code).toBe(EXIT.done);
    expect(stdout).toContain('Examples: 0 examples pass, none fails');
    expect(stdout).toContain('(0 %)');
  });

  test('points at a mistake in a file of examples', async () => {
    const { code, stderr } = await rulesTest({
      'own.yaml': '- { id: a, answers: { self_harm: ofen }, expect: { level: iop } }\n',
    });
    expect(code).toBe(EXIT.usage);
    expect(stderr).toContain('/own/examples/own.yaml:1:34');
    expect(stderr).toContain('unknown answer `ofen`');
  });
});
