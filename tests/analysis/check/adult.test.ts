import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/analysis/check/check.ts';
import { compile } from '../../../src/diagram/compile.ts';
import type { Finding } from '../../../src/rule-set/finding.ts';
import { loadRuleSet } from '../../../src/rule-set/load.ts';

const folder = resolve(import.meta.dirname, '../../../rules/adult');
const FILES = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

function findingsIn(files: typeof FILES): readonly Finding[] {
  const { ruleSet, places, diagnostics } = loadRuleSet(files);
  if (ruleSet === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return check(compile(ruleSet), places);
}

describe('the shipped rule set', () => {
  const findings = findingsIn(FILES);

  test('has no finding that is not accepted', () => {
    expect(findings.filter(({ accepted }) => accepted === undefined)).toEqual([]);
  });

  test('accepts what the guarantees except, and two tests for reading', () => {
    expect(findings.map(({ code, path }) => `${path} ${code}`)).toEqual([
      'schedule.yaml answers-not-told-apart',
      'step-down.yaml test-never-matters',
      'step-down.yaml test-never-matters',
      'treatment-response.yaml answers-not-told-apart',
      'treatment-response.yaml answers-not-told-apart',
    ]);
  });
});

/** A mistake in the meaning of one rule, which no file check can see, and where it must be found. */
interface Fault {
  readonly name: string;
  readonly file: string;
  /** The entry to change, by its id. */
  readonly entry: string;
  readonly from: string;
  readonly to: string;
  readonly finds: readonly string[];
}

const FAULTS: readonly Fault[] = [
  {
    name: 'contradictory conditions',
    file: 'safety.yaml',
    entry: 'safety.suicidal-intent',
    from: 'suicidal_thoughts: intent\n',
    to: 'suicidal_thoughts: intent\n      none: [{ suicidal_thoughts: { from: plan } }]\n',
    finds: ['never-holds `safety.suicidal-intent`'],
  },
  {
    name: 'a test on a question that does not apply there',
    file: 'step-down.yaml',
    entry: 'step-down.ready-but-worsening',
    from: 'symptom_trend: worsening',
    to: 'symptom_trend: worsening\n      care_now: none',
    finds: ['never-holds `step-down.ready-but-worsening`'],
  },
  {
    name: 'a floor lowered to one that another rule gives',
    file: 'safety.yaml',
    entry: 'safety.continuous-supervision',
    from: 'at_least: inpatient',
    to: 'at_least: php',
    finds: ['implied `safety.continuous-supervision`'],
  },
  {
    name: 'a rule widened over another',
    file: 'safety.yaml',
    entry: 'safety.daily-monitoring',
    from: '{ from: daily }',
    to: '{ from: several_times_a_week }',
    finds: ['implied `safety.contact-several-times`'],
  },
  {
    name: 'the floor under an alert lowered',
    file: 'safety.yaml',
    entry: 'safety.harm-to-others',
    from: 'at_least: inpatient',
    to: 'at_least: php',
    finds: ['never-decides `safety.harm-to-others`', 'alert-without-last-level `safety.harm-to-others`'],
  },
  {
    name: 'an alert on a rule for less than an emergency',
    file: 'safety.yaml',
    entry: 'safety.active-thoughts',
    from: 'at_least: iop',
    to: 'at_least: iop\n    alert: active thoughts of suicide',
    finds: ['alert-without-last-level `safety.active-thoughts`'],
  },
  {
    name: 'advice that begins one answer too late',
    file: 'safety.yaml',
    entry: 'safety.medical-follow-up',
    from: 'medical_needs: needs_follow_up',
    to: 'medical_needs: needs_24_hour_care',
    finds: ['answers-not-told-apart `medical_needs`'],
  },
  {
    name: 'advice for everybody',
    file: 'schedule.yaml',
    entry: 'schedule.coverage',
    from: 'level: { from: iop }',
    to: 'any: [{ level: { from: iop } }, { level: outpatient }]',
    finds: ['always-holds `schedule.coverage`'],
  },
  {
    name: 'a count so high that the rest of the condition follows from it',
    file: 'functioning.yaml',
    entry: 'functioning.several-warning-signs',
    from: 'at_least: 3\n        of:\n',
    to: 'at_least: 10\n        of:\n',
    finds: [
      'test-never-matters `functioning.several-warning-signs`',
      'test-never-matters `functioning.several-warning-signs`',
    ],
  },
  {
    name: 'a count of signs that cannot come together',
    file: 'functioning.yaml',
    entry: 'functioning.several-warning-signs',
    from: 'at_least: 3\n        of:\n',
    to: 'at_least: 11\n        of:\n          - symptom_trend: improving\n',
    finds: ['count-unreachable `functioning.several-warning-signs`'],
  },
  {
    name: 'a sign that is there already',
    file: 'safety.yaml',
    entry: 'safety.plan-unsafe',
    from: '- suicidal_behavior: { from: recent }\n',
    to: '- suicidal_behavior: { from: recent }\n        - suicidal_behavior: very_recent\n',
    finds: ['test-never-matters `safety.plan-unsafe`'],
  },
  {
    name: 'a threshold moved between two answers that were alike',
    file: 'treatment-response.yaml',
    entry: 'response.treatment-resistant',
    from: 'weekly_therapy: { from: partial }',
    to: 'weekly_therapy: { from: not_helping }',
    finds: ['acceptance-not-needed `weekly_therapy`'],
  },
];

function faulty({ file, entry, from, to }: Fault): typeof FILES {
  return FILES.map(({ path, text }) => {
    if (path !== file) return { path, text };
    const start = text.indexOf(`- id: ${entry}\n`);
    const next = text.indexOf('\n  - id: ', start + 1);
    const end = next === -1 ? text.length : next;
    const before = text.slice(start, end);
    expect(before.split(from), `${from} stands once in ${entry}`).toHaveLength(2);
    return { path, text: text.slice(0, start) + before.replace(from, () => to) + text.slice(end) };
  });
}

describe('a fault in the shipped rule set', () => {
  test.each(FAULTS)('$name', (fault) => {
    const found = findingsIn(faulty(fault)).filter(({ accepted }) => accepted === undefined);
    const named = found.map(({ code, message }) => `${code} ${/`[^`]*`/.exec(message)?.[0]}`);
    expect(named).toEqual(fault.finds);
  });
});
