import type { Answers } from '../core/answers.ts';
import { NOT_APPLICABLE } from '../core/outcome.ts';
import type { Rule, RuleSet } from '../core/rule-set.ts';
import type { Explanation } from '../explain/explanation.ts';
import { questionTitles } from './answer-text.ts';
import type { RuleSetIdentity } from './identity.ts';

/** All that an output of one case is made from. */
export interface ExplainedCase {
  /** Absent where the case was answered just now and has no id. */
  readonly id?: string;
  readonly ruleSet: RuleSet;
  readonly identity: RuleSetIdentity;
  readonly answers: Answers;
  readonly explanation: Explanation;
}

/** The rule with an id. INVARIANT: the id is one of the rule set's. */
export function ruleWithId(ruleSet: RuleSet, id: string): Rule {
  const rule = ruleSet.rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new RangeError(`no rule has the id ${id}`);
  return rule;
}

/** A recheck in parts: the questions whose answers disagree (indexes), and why that is worth a second look. */
export interface RecheckParts {
  readonly id: string;
  readonly questions: readonly number[];
  readonly because: string;
}

/** What a recheck of an outcome is about, be it a rule's or the engine's own. */
export function recheckParts(ruleSet: RuleSet, id: string): RecheckParts {
  if (id.startsWith(NOT_APPLICABLE)) {
    const asked = id.slice(NOT_APPLICABLE.length);
    const question = ruleSet.questions.findIndex((candidate) => candidate.id === asked);
    return {
      id,
      questions: [question],
      because: 'the question does not apply beside the other answers, so its answer is not used',
    };
  }
  const rule = ruleWithId(ruleSet, id);
  return { id, questions: rule.kind === 'recheck' ? rule.questions : [], because: rule.because };
}

/** A recheck in a few words: the questions it is about. */
export function recheckTitle(ruleSet: RuleSet, { id, questions }: RecheckParts): string {
  const titles = questionTitles(ruleSet, questions).join(' and ');
  return id.startsWith(NOT_APPLICABLE) ? `${titles} (does not apply)` : titles;
}

/** Open questions of the first dimension (safety) before all others, each group in the order given. */
export function safetyFirst(ruleSet: RuleSet, questions: readonly number[]): number[] {
  const isSafety = (question: number) => ruleSet.questions[question]?.dimension === 0;
  return [...questions.filter(isSafety), ...questions.filter((question) => !isSafety(question))];
}
