import { isLevelRule, type Question, type RuleSet } from '../../core/rule-set.ts';
import type { Random } from '../../statistics/random.ts';
import { asksWhether, questionsOf } from './questions-of.ts';
import { type VerbPhrase, verbPhrase } from './verb-phrase.ts';
import { drawIndex, drawOne } from './weighted-draw.ts';

/** One answer as something to tell. */
export interface Fact {
  /** Index of the question. */
  readonly index: number;
  readonly question: Question;
  readonly phrase: VerbPhrase;
  /** A more serious answer than the first; undefined where the answers have no order, or are of the past. */
  readonly concern: boolean | undefined;
  /** Says no more than that there is nothing to say, so that the name of the question is enough. */
  readonly unremarkable: boolean;
  /** Whether other questions apply depends on it. */
  readonly gate: boolean;
  /** How many rules look at the question: what more of them look at is worth more words. */
  readonly weight: number;
}

/** What each answer of a rule set says, by question and answer. */
export function allFacts(ruleSet: RuleSet): readonly (readonly Fact[])[] {
  const rules = ruleSet.rules.filter(isLevelRule).map(({ when }) => questionsOf(when));
  return ruleSet.questions.map((question, index) => {
    const gate = asksWhether(ruleSet, index);
    const canPass = canPassUnremarked(ruleSet, index);
    const weight = rules.filter((questions) => questions.includes(index)).length;
    return question.answers.map(({ phrase }, answer) => ({
      index,
      question,
      phrase: verbPhrase(phrase),
      concern: question.ordered && !question.history ? answer > 0 : undefined,
      unremarkable: answer === 0 && canPass,
      gate,
      weight,
    }));
  });
}

/** Whether nobody would ask further if the first answer were only hinted at: it is the usual one, and of the present. */
export function canPassUnremarked(ruleSet: RuleSet, index: number): boolean {
  const question = ruleSet.questions[index];
  if (question === undefined || !question.ordered || question.history) return false;
  if (question.appliesWhen !== undefined || asksWhether(ruleSet, index)) return false;
  const [first, ...others] = question.answers.map(({ usual }) => usual ?? 1);
  return others.every((other) => other <= (first ?? 1));
}

/** How many unremarkable facts of one dimension are spelled out all the same. */
const SPELLED = [0, 0, 1, 1, 2] as const;

/** The unremarkable facts that only a summary mentions: the rest of their dimension, and never one by itself. */
export function summedUp(facts: readonly Fact[], spelled: readonly number[], random: Random): Fact[] {
  const left = facts.filter(({ unremarkable, index }) => unremarkable && !spelled.includes(index));
  const more = drawOne(SPELLED, random);
  for (let told = 0; told < more && left.length > 0; told++) {
    const weights = left.map(({ weight }) => 1 + weight);
    left.splice(drawIndex(weights, random), 1);
  }
  return left.length < 2 ? [] : left;
}
