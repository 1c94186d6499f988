import type { RawCondition, RawGuarantee, RawRule, RawRuleSet } from './raw-rule-set.ts';
import { and, isMapping, not, or, type SmtEncoding, variable } from './smt-encoding.ts';

/** A formula, and whether the guarantee holds if a case satisfies it or if none does. */
export interface SmtQuestion {
  readonly formula: string;
  readonly holdsIf: 'sat' | 'unsat';
}

/** The questions whose answers must all be as wished for a guarantee to hold. */
export function smtQuestions(raw: RawRuleSet, smt: SmtEncoding, guarantee: RawGuarantee): SmtQuestion[] {
  if (guarantee.expect !== undefined) return expectedOutcome(raw, smt, guarantee);
  if (guarantee.never_lowers !== undefined) return neverLowers(raw, smt, guarantee);
  if (guarantee.never_matters !== undefined) return [none(neverMatters(smt, guarantee.never_matters))];
  if (guarantee.stays !== undefined) return stays(smt, guarantee);
  if (guarantee.always_one_level === true) return alwaysOneLevel(raw, smt);
  if (guarantee.each_rule_can_matter === true) return eachRule(raw, smt);
  if (guarantee.each_answer_can_matter === true) return eachAnswer(raw, smt, guarantee);
  throw new Error(`the guarantee ${guarantee.id} claims nothing`);
}

const some = (formula: string): SmtQuestion => ({ formula, holdsIf: 'sat' });
const none = (formula: string): SmtQuestion => ({ formula, holdsIf: 'unsat' });

/** Some case must be spoken of, and none of those may have another outcome. */
function expectedOutcome(raw: RawRuleSet, smt: SmtEncoding, guarantee: RawGuarantee): SmtQuestion[] {
  const { when, expect, any_answer: any } = guarantee;
  const named = [...any, ...(when === undefined ? [] : keysIn(when))];
  const best = raw.questions.filter(
    ({ id, nominal }) => guarantee.best_elsewhere && !nominal && !named.includes(id),
  );
  const spokenOf = and([
    ...(when === undefined ? [] : [smt.condition(when, 'a')]),
    ...best.map(({ id, answers }) => smt.hasAnswer(id, answers[0]?.id, 'a')),
  ]);
  const expected = and([
    ...(expect?.level === undefined ? [] : [smt.levelIn(expect.level, 'a')]),
    ...(expect?.alert === undefined ? [] : [smt.condition({ alert: expect.alert }, 'a')]),
  ]);
  return [some(spokenOf), none(and([spokenOf, not(expected)]))];
}

function keysIn(condition: RawCondition): string[] {
  return Object.entries(condition).flatMap(([key, value]) => {
    const nested = [value, isMapping(value) ? value['of'] : undefined].find(Array.isArray) ?? [];
    return [key, ...nested.filter(isMapping).flatMap(keysIn)];
  });
}

function neverLowers(raw: RawRuleSet, smt: SmtEncoding, guarantee: RawGuarantee): SmtQuestion[] {
  const { never_lowers: given, held_fixed: fixed } = guarantee;
  const ordered = raw.questions.filter(({ nominal }) => !nominal).map(({ id }) => id);
  const raised = (Array.isArray(given) ? given : ordered).filter((id) => !fixed.includes(id));
  return raised.map((id) =>
    none(and([smt.sameBut([id]), `(bvult ${variable(id, 'a')} ${variable(id, 'b')})`, smt.levelFalls()])),
  );
}

function neverMatters(smt: SmtEncoding, questions: readonly string[]): string {
  const alerts = ({ alert }: RawRule) => alert !== undefined;
  return or(questions.map((id) => and([smt.sameBut([id]), smt.differs(alerts)])));
}

/** Copy a has the best answers, copy b any. */
function stays(smt: SmtEncoding, { stays: level, whatever }: RawGuarantee): SmtQuestion[] {
  const best = whatever
    .map((id) => smt.question(id))
    .filter(({ nominal }) => !nominal)
    .map(({ id, answers }) => smt.hasAnswer(id, answers[0]?.id, 'a'));
  const start = and([smt.sameBut(whatever), ...best, smt.levelIn(level, 'a')]);
  return [some(start), none(and([start, not(smt.levelIn(level, 'b'))]))];
}

function alwaysOneLevel(raw: RawRuleSet, smt: SmtEncoding): SmtQuestion[] {
  const { levels, questions } = raw;
  const two = levels.flatMap((level, rank) =>
    levels.slice(0, rank).map((other) => and([smt.levelIn(level, 'a'), smt.levelIn(other, 'a')])),
  );
  const unused = questions
    .filter(({ applies_when: appliesWhen }) => appliesWhen !== undefined)
    .map(({ id }) => and([smt.sameBut([id]), not(smt.applies(id, 'a')), smt.differs(() => false)]));
  return [none(not(smt.levelIn(levels, 'a'))), none(or(two)), none(or(unused))];
}

function eachRule({ rules }: RawRuleSet, smt: SmtEncoding): SmtQuestion[] {
  return rules
    .filter(({ at_least: floor, rule_out: out }) => floor !== undefined || out !== undefined)
    .map(({ id }) => some(smt.levelRestsOn([id], 'a')));
}

function eachAnswer({ questions }: RawRuleSet, smt: SmtEncoding, { except }: RawGuarantee): SmtQuestion[] {
  const inOutcome = ({ alert, advise, recheck }: RawRule) =>
    alert !== undefined || advise !== undefined || recheck !== undefined;
  return questions.flatMap(({ id, answers }) =>
    answers.flatMap((second, place) =>
      answers.slice(0, place).map((first) => {
        const formula = and([
          smt.sameBut([id]),
          smt.hasAnswer(id, first.id, 'a'),
          smt.hasAnswer(id, second.id, 'b'),
          smt.differs(inOutcome),
        ]);
        const isAlike = except.some(
          (entry) =>
            entry.question === id && [first.id, second.id].every((answer) => entry.answers.includes(answer)),
        );
        return isAlike ? none(formula) : some(formula);
      }),
    ),
  );
}
