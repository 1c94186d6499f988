import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { SMALL_RULE_SET } from '../../rule-set/small-rule-set.ts';
import { fakeWorld } from '../fake-world.ts';

const FILES = Object.fromEntries(SMALL_RULE_SET.map(({ path, text }) => [`/sets/small/${path}`, text]));

/** Runs `carestep rules check`, by default on the shipped set. */
async function rulesCheck(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const world = fakeWorld({ files });
  const status = await main(['rules', 'check', ...args], world);
  return { status, ...world.printed() };
}

function small(change: (safety: string) => string): Record<string, string> {
  return { ...FILES, '/sets/small/safety.yaml': change(FILES['/sets/small/safety.yaml'] ?? '') };
}

describe('rules check', () => {
  test('says of the shipped set that nothing is found, and exits with 0', async () => {
    const { status, stdout, stderr } = await rulesCheck([]);
    expect(stdout).toMatch(/^adult@\d+\.\d+\.\d+\+[0-9a-f]{8}: no findings, \d accepted\n$/);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('shows what is accepted, and why, where it is asked for', async () => {
    const { status, stdout } = await rulesCheck(['--all']);
    expect(stdout).toContain('(answers-not-told-apart)');
    expect(stdout).toContain('= accepted: ');
    expect(status).toBe(0);
  });

  test('shows a finding with its line, an example and what to do, and exits with 1', async () => {
    const { status, stdout } = await rulesCheck(
      ['--rules', '/sets/small'],
      small((text) => text),
    );
    expect(
      stdout,
    ).toContain(`warning: \`safety.attempt\` alerts where the suggested level is not \`inpatient\` (alert-without-last-level)
   --> /sets/small/safety.yaml:44:9
44 |   - id: safety.attempt
   |         ^^^^^^^^^^^^^^
   = example: thoughts: passive, attempt: yes; the level is iop
   = help: add \`at_least: inpatient\`, or write \`advise\` if this is no emergency
`);
    expect(stdout).toMatch(/: \d+ warnings\n$/);
    expect(status).toBe(1);
  });

  test('counts what the loader warns of', async () => {
    const unused = small((text) => text.replaceAll('field-notes', 'guide'));
    const more = {
      ...unused,
      '/sets/small/rule-set.yaml': (FILES['/sets/small/rule-set.yaml'] ?? '').replace(
        'sources: [{ document: field-notes }]',
        'sources: [{ document: guide }]',
      ),
      '/sets/small/step-down.yaml': (FILES['/sets/small/step-down.yaml'] ?? '').replaceAll(
        'field-notes',
        'guide',
      ),
    };
    const { status, stdout } = await rulesCheck(['--rules', '/sets/small'], more);
    expect(stdout).toContain('nothing cites the source `field-notes` (unused-source)');
    expect(status).toBe(1);
  });

  test('shows mistakes in a file as every command does, and exits with 2', async () => {
    const broken = small((text) => text.replace('at_least: iop', 'at_least: ipo'));
    const { status, stdout, stderr } = await rulesCheck(['--rules', '/sets/small'], broken);
    expect(stdout).toBe('');
    expect(stderr).toContain('unknown level `ipo`');
    expect(status).toBe(2);
  });

  test('writes findings for programs, accepted ones too', async () => {
    const { status, stdout } = await rulesCheck(['--format', 'json']);
    const record: unknown = JSON.parse(stdout);
    expect(record).toMatchObject({ rule_set: { id: 'adult' }, errors: 0, warnings: 0 });
    expect(record).toHaveProperty(
      'findings.0',
      expect.objectContaining({
        code: 'answers-not-told-apart',
        severity: 'warning',
        line: expect.any(Number),
        accepted: expect.any(String),
      }),
    );
    expect(status).toBe(0);
  });

  test('finds a guarantee that speaks of no case', async () => {
    const guarantees = `guarantees:
  - id: nothing
    says: Nothing is promised.
    when: { all: [{ thoughts: plan }, { thoughts: none }] }
    expect: { level: inpatient }
`;
    const { status, stdout } = await rulesCheck(['--rules', '/sets/small'], {
      ...FILES,
      '/sets/small/guarantees.yaml': guarantees,
    });
    expect(stdout).toContain('the guarantee `nothing` speaks of no case');
    expect(stdout).toContain('--> /sets/small/guarantees.yaml:2:9');
    expect(status).toBe(1);
  });
});
