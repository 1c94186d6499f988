import { describe, expect, test } from 'vitest';
import { EXIT } from '../../../src/cli/exit-codes.ts';
import { main } from '../../../src/cli/main.ts';
import { SMALL_RULE_SET } from '../../rule-set/small-rule-set.ts';
import { fakeWorld } from '../fake-world.ts';

const FOLDER = './rules';

const PROVEN = `guarantees:
  - id: plan-is-inpatient
    says: A plan always means inpatient care and an alert.
    when: { thoughts: plan }
    expect: { level: inpatient, alert: true }
`;

const REFUTED = `${PROVEN}
  - id: attempt-never-matters
    says: A past attempt never matters.
    never_matters: [attempt]
`;

const VACUOUS = `guarantees:
  - id: nobody
    says: It speaks of nobody.
    when: { thoughts: plan, none: [{ thoughts: plan }] }
    expect: { level: iop }
`;

async function verified(guarantees: string | undefined, ...options: readonly string[]) {
  const files: Record<string, string> = Object.fromEntries(
    SMALL_RULE_SET.map(({ path, text }) => [`${FOLDER}/${path}`, text]),
  );
  if (guarantees !== undefined) files[`${FOLDER}/guarantees.yaml`] = guarantees;
  const times = [1000, 1042];
  const world = fakeWorld({ files, now: () => new Date(times.shift() ?? 2000) });
  const code = await main(['rules', 'verify', '--rules', FOLDER, ...options], world);
  return { code, world, ...world.printed() };
}

describe('carestep rules verify', () => {
  test('says what is proven, over how many cases and how long it took', async () => {
    const { code, stdout, stderr } = await verified(PROVEN);
    expect(code).toBe(EXIT.done);
    expect(stdout).toContain('✓ A plan always means inpatient care and an alert.');
    expect(stdout).toContain('1 proven');
    expect(stdout).toContain('42 ms');
    expect(stderr).toBe('');
  });

  test('finds what is refuted and shows a case that carestep explains', async () => {
    const { code, stdout } = await verified(REFUTED);
    expect(code).toBe(EXIT.findings);
    expect(stdout).toContain('✗ A past attempt never matters.');
    expect(stdout).toContain('1 proven, 1 refuted');
    expect(stdout).toContain('- id: attempt-never-matters-before');
  });

  test('finds a guarantee that speaks of no case', async () => {
    const { code, stdout } = await verified(VACUOUS);
    expect(code).toBe(EXIT.findings);
    expect(stdout).toContain('○ It speaks of nobody.');
  });

  test('writes the cases that refute into a folder, ready to be explained', async () => {
    const { stdout, world } = await verified(REFUTED, '--counterexamples', 'refuting/');
    expect(stdout).toContain('Case file: refuting/attempt-never-matters.yaml');
    expect([...world.files.keys()].filter((path) => path.startsWith('refuting'))).toEqual([
      'refuting/attempt-never-matters.yaml',
    ]);
    const case_ = ['explain', 'refuting/attempt-never-matters.yaml', '--id', 'attempt-never-matters-after'];
    const code = await main([...case_, '--rules', FOLDER], world);
    expect(code).toBe(EXIT.alert);
  });

  test('writes JSON', async () => {
    const { code, stdout } = await verified(REFUTED, '--format', 'json');
    expect(code).toBe(EXIT.findings);
    expect(JSON.parse(stdout)).toMatchObject({
      milliseconds: 42,
      guarantees: [{ result: 'proven' }, { result: 'refuted', refutation: { kind: 'pair' } }],
    });
  });

  test('refuses a rule set without guarantees, and guarantees with mistakes', async () => {
    expect(await verified(undefined)).toMatchObject({
      code: EXIT.usage,
      stdout: '',
      stderr: expect.stringContaining('states no guarantees'),
    });
    expect(await verified(PROVEN.replace('thoughts', 'thougts'))).toMatchObject({
      code: EXIT.usage,
      stdout: '',
      stderr: expect.stringContaining('did you mean `thoughts`?'),
    });
  });
});
