import { describe, expect, test } from 'vitest';
import { interpret } from '../../src/core/interpret.ts';
import { alertOf, type Rule } from '../../src/core/rule-set.ts';
import { adult } from '../adult-rule-set.ts';
import { type CaseCodes, caseOfCodes, idsOfCodes } from '../oracle/case-codes.ts';
import { LEVELS, NOMINAL, QUESTIONS } from '../oracle/criteria-questions.ts';
import { ADVICE } from '../oracle/criteria-rules-advice.ts';
import { ALERTS, AT_LEAST_INPATIENT } from '../oracle/criteria-rules-inpatient.ts';
import { AT_LEAST_IOP } from '../oracle/criteria-rules-iop.ts';
import { AT_LEAST_PHP } from '../oracle/criteria-rules-php.ts';
import { RECHECKS } from '../oracle/criteria-rules-recheck.ts';
import { RULES_OUT } from '../oracle/criteria-rules-rule-out.ts';
import { drawAnyCase, drawCase, mulberry32, SEED } from '../oracle/draw-cases.ts';
import { engineAnswers } from '../oracle/engine-answers.ts';
import { rulesThatHold } from '../oracle/oracle.ts';

const toAnswers = engineAnswers(adult);

function idsOf(wanted: (rule: Rule) => boolean): string[] {
  return adult.rules
    .filter(wanted)
    .map((rule) => rule.id)
    .sort();
}

function atLeast(level: string): string[] {
  return idsOf((rule) => rule.kind === 'at_least' && adult.levels[rule.level]?.id === level);
}

describe('the rule set and the written criteria have the same', () => {
  test('levels', () => {
    expect(adult.levels.map((level) => level.id)).toEqual(LEVELS);
  });

  test('questions, with the same answers in the same order', () => {
    const asked = adult.questions.map(({ id, answers }) => [id, answers.map((answer) => answer.id)]);
    expect(Object.fromEntries(asked)).toEqual(QUESTIONS);
    expect(asked).toHaveLength(Object.keys(QUESTIONS).length);
    const nominal = adult.questions.filter((question) => !question.ordered).map((question) => question.id);
    expect(nominal.sort()).toEqual([...NOMINAL].sort());
  });

  test('rules that ask for at least a level', () => {
    expect(atLeast('inpatient')).toEqual(Object.keys(AT_LEAST_INPATIENT).sort());
    expect(atLeast('php')).toEqual(Object.keys(AT_LEAST_PHP).sort());
    expect(atLeast('iop')).toEqual(Object.keys(AT_LEAST_IOP).sort());
    expect(atLeast('outpatient')).toEqual([]);
  });

  test('alerts', () => {
    expect(idsOf((rule) => alertOf(rule) !== undefined)).toEqual([...ALERTS].sort());
  });

  test('rules that rule levels out, and the same levels in each', () => {
    const levels = adult.rules.flatMap((rule) =>
      rule.kind === 'rule_out'
        ? [[rule.id, LEVELS.filter((_, level) => (rule.levels >>> level) & 1)] as const]
        : [],
    );
    const written = Object.entries(RULES_OUT).map(([id, rule]) => [id, rule.levels] as const);
    expect(Object.fromEntries(levels)).toEqual(Object.fromEntries(written));
  });

  test('advice and rechecks', () => {
    expect(idsOf((rule) => rule.kind === 'advise')).toEqual(Object.keys(ADVICE).sort());
    expect(idsOf((rule) => rule.kind === 'recheck')).toEqual(Object.keys(RECHECKS).sort());
  });
});

describe('each rule holds in the same cases as in the written criteria', () => {
  // Drawn cases keep every level in view; cases with any answers reach the rules that join many answers.
  const random = mulberry32(SEED);
  const sample: readonly CaseCodes[] = Array.from({ length: 20_000 }, (_, index) =>
    index % 2 === 0 ? drawCase(random) : drawAnyCase(random),
  );
  const holds = new Map<string, number>();
  const differences = new Map<string, { readonly answers: object; readonly written: boolean }>();
  for (const codes of sample) {
    const written = new Set(rulesThatHold(caseOfCodes(codes)));
    const encoded = new Set(interpret(adult, toAnswers(codes)).holding);
    for (const id of written) holds.set(id, (holds.get(id) ?? 0) + 1);
    for (const id of new Set([...written, ...encoded])) {
      if (written.has(id) === encoded.has(id) || differences.has(id)) continue;
      differences.set(id, { answers: idsOfCodes(codes), written: written.has(id) });
    }
  }

  test.each(adult.rules.map((rule) => rule.id))('%s', (id) => {
    expect(differences.get(id)).toBeUndefined();
    expect(holds.get(id), 'the sample must reach the rule').toBeGreaterThanOrEqual(20);
  });
});
