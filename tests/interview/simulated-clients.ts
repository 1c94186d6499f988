import type { RuleSet } from '../../src/core/rule-set.ts';
import { mulberry32, type Random } from '../oracle/draw-cases.ts';

/** One simulated client: an answer, by index, to every question of the rule set, whether it applies or not. */
export type SimulatedClient = readonly number[];

/** How often each answer is given, by question and answer id. */
export type AnswerWeights = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Clients drawn by weights, each question on its own; the same seed gives the same clients. */
export function simulatedClients(
  ruleSet: RuleSet,
  weights: AnswerWeights,
  count: number,
  seed: number,
): SimulatedClient[] {
  const random = mulberry32(seed);
  const perQuestion = ruleSet.questions.map((question) =>
    question.answers.map((answer) => weightOf(weights, question.id, answer.id)),
  );
  return Array.from({ length: count }, () => perQuestion.map((answers) => drawOne(answers, random)));
}

/** Every answer as likely as the others of its question. */
export function uniformWeights(ruleSet: RuleSet): AnswerWeights {
  return Object.fromEntries(
    ruleSet.questions.map((question) => [
      question.id,
      Object.fromEntries(question.answers.map((answer) => [answer.id, 1])),
    ]),
  );
}

function weightOf(weights: AnswerWeights, question: string, answer: string): number {
  const weight = weights[question]?.[answer];
  if (weight === undefined) throw new Error(`answer \`${answer}\` to \`${question}\` has no weight`);
  return weight;
}

function drawOne(weights: readonly number[], random: Random): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const drawn = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return drawn === -1 ? weights.length - 1 : drawn;
}
