import { idsFromAnswers, OPEN } from '../core/answers.ts';
import { alertOf } from '../core/rule-set.ts';
import type { Change } from '../explain/explanation.ts';
import { questionAt } from './answer-text.ts';
import { type ExplainedCase, recheckParts, ruleWithId } from './explained-case.ts';
import { DECISION_SUPPORT_NOTE } from './identity.ts';
import { levelAt } from './level-word.ts';

/** The outcome of a case as JSON text, with a final line break. The shape is `outcomeRecord`'s. */
export function renderOutcomeJson(subject: ExplainedCase): string {
  return `${JSON.stringify(outcomeRecord(subject), null, 2)}\n`;
}

/** The shape that `--format json` writes. */
export type OutcomeRecord = ReturnType<typeof outcomeRecord>;

/**
 * The outcome of a case for other programs. Levels, questions, answers and rules stand as ids; texts are those of the
 * rule set, unshortened. Keys are only ever added. `null` means that there is none.
 */
export function outcomeRecord(subject: ExplainedCase) {
  const { ruleSet, identity, answers, explanation } = subject;
  const { outcome, whyNotLower, whyNotHigher } = explanation;
  const levelId = (index: number) => levelAt(ruleSet, index).id;
  const questionId = (index: number) => questionAt(ruleSet, index).id;
  const change = ({ question, from, to }: Change) => ({
    question: questionId(question),
    from: answerId(subject, question, from),
    to: answerId(subject, question, to),
  });
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
    why_not_higher: whyNotHigher
      ? {
          level: levelId(whyNotHigher.level),
          nearest: whyNotHigher.nearest
            ? {
                rule: whyNotHigher.nearest.rule,
                lacks: whyNotHigher.nearest.lacks.map(change),
                other_rules: whyNotHigher.nearest.otherRules,
              }
            : null,
        }
      : null,
    other_levels: explanation.otherLevels.map(({ level, total, ways }) => ({
      level: levelId(level),
      total,
      ways: ways.map((way) => ({
        changes: way.changes.map(change),
        lowest: levelId(way.lowest),
        highest: levelId(way.highest),
      })),
    })),
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

/** An answer's id; null where the question is open. */
function answerId({ ruleSet }: ExplainedCase, question: number, answer: number): string | null {
  return answer === OPEN ? null : (questionAt(ruleSet, question).answers[answer]?.id ?? null);
}
