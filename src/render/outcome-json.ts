import { idsFromAnswers } from '../core/answers.ts';
import { alertOf } from '../core/rule-set.ts';
import type { Change, WaysTo, WhyNotHigher } from '../explain/explanation.ts';
import { questionAt } from './answer-text.ts';
import { type ExplainedCase, recheckParts, ruleWithId } from './explained-case.ts';
import { DECISION_SUPPORT_NOTE } from './identity.ts';
import { type LevelQuestion, objectingRules } from './level-question.ts';
import { levelAt } from './level-word.ts';

/** The outcome of a case as JSON text, with a final line break; docs/outcome-json.md describes its shape. */
export function renderOutcomeJson(subject: ExplainedCase): string {
  return `${JSON.stringify(outcomeRecord(subject), null, 2)}\n`;
}

/**
 * The outcome of a case for other programs. Levels, questions, answers and rules stand as ids; texts are those of the
 * rule set, unshortened. Keys are only ever added. `null` means that there is none.
 */
export function outcomeRecord(subject: ExplainedCase) {
  const { ruleSet, identity, answers, explanation } = subject;
  const { outcome, whyNotLower, whyNotHigher } = explanation;
  const levelId = (index: number) => levelAt(ruleSet, index).id;
  const questionId = (index: number) => questionAt(ruleSet, index).id;
  return {
    case: subject.id ?? null,
    rule_set: { id: identity.id, version: identity.version, fingerprint: identity.fingerprint },
    answers: idsFromAnswers(ruleSet, answers),
    level: outcome.settled ? levelId(outcome.lowest) : null,
    lowest: levelId(outcome.lowest),
    highest: levelId(outcome.highest),
    possible: outcome.possible.map(levelId),
    alerts: outcome.alerts.map((id) => ({ rule: id, text: alertOf(ruleWithId(ruleSet, id)) ?? '' })),
    emergency: outcome.alerts.length > 0 ? ruleSet.emergency : null,
    reasons: outcome.reasons.map(({ rules, weight }) => ({
      rules,
      weight,
      because: rules.map((id) => ruleWithId(ruleSet, id).because),
    })),
    lower_rules: outcome.lowerRules,
    why_not_lower: whyNotLower
      ? { level: levelId(whyNotLower.level), answers: whyNotLower.answers.map(questionId) }
      : null,
    why_not_higher: whyNotHigher ? notHigherRecord(subject, whyNotHigher) : null,
    other_levels: explanation.otherLevels.map((ways) => waysRecord(subject, ways)),
    advice: outcome.advice.flatMap((id) => {
      const rule = ruleWithId(ruleSet, id);
      return rule.kind === 'advise' ? [{ rule: id, text: rule.advise, because: rule.because }] : [];
    }),
    rechecks: outcome.rechecks.map((id) => {
      const { questions, because } = recheckParts(ruleSet, id);
      return { rule: id, questions: questions.map(questionId), because };
    }),
    open: outcome.open.map(questionId),
    trace: explanation.trace.map(({ rule, truth, by }) => ({
      rule: ruleSet.rules[rule]?.id ?? '',
      truth,
      by: by.map(questionId),
    })),
    note: DECISION_SUPPORT_NOTE,
  };
}

/** What `explain --why-not LEVEL` adds: which rules in force object, which one is nearest, which changes lead there. */
export function whyNotRecord(subject: ExplainedCase, { level, nearest, ways }: LevelQuestion) {
  return {
    level: levelAt(subject.ruleSet, level).id,
    still_possible: subject.explanation.outcome.possible.includes(level),
    objecting_rules: objectingRules(subject, level).map(({ rule }) => rule.id),
    nearest: nearest ? notHigherRecord(subject, nearest).nearest : null,
    ways: ways ? waysRecord(subject, ways) : null,
  };
}

function notHigherRecord(subject: ExplainedCase, { level, nearest }: WhyNotHigher) {
  const found = nearest && {
    rule: nearest.rule,
    lacks: nearest.lacks.map((change) => changeRecord(subject, change)),
    other_rules: nearest.otherRules,
  };
  return { level: levelAt(subject.ruleSet, level).id, nearest: found ?? null };
}

function waysRecord(subject: ExplainedCase, { level, total, ways }: WaysTo) {
  const levelId = (index: number) => levelAt(subject.ruleSet, index).id;
  return {
    level: levelId(level),
    total,
    ways: ways.map((way) => ({
      changes: way.changes.map((change) => changeRecord(subject, change)),
      lowest: levelId(way.lowest),
      highest: levelId(way.highest),
    })),
  };
}

function changeRecord({ ruleSet }: ExplainedCase, { question: index, from, to }: Change) {
  const question = questionAt(ruleSet, index);
  const answerId = (answer: number) => question.answers[answer]?.id ?? null;
  return { question: question.id, from: answerId(from), to: answerId(to) };
}
