import { describe, expect, test } from 'vitest';
import { conductInterview } from '../../src/interview/conduct-interview.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { PLAUSIBLE_WEIGHTS } from './answer-weights.ts';
import { questionsAsked, scriptedAsker } from './scripted-asker.ts';
import { type AnswerWeights, simulatedClients, uniformWeights } from './simulated-clients.ts';

const CLIENTS = 1000;
const SEED = 20_261_122;

/** A thousand interviews are many evaluations: a busy machine may take its time. */
const LONG = 180_000;

const WEIGHTINGS: readonly (readonly [name: string, weights: AnswerWeights])[] = [
  ['plausible', PLAUSIBLE_WEIGHTS],
  ['uniform', uniformWeights(adult)],
];

/** How many questions each client was asked, fewest first. */
async function countsAsked(weights: AnswerWeights, clients: number, full: boolean): Promise<number[]> {
  const counts: number[] = [];
  for (const client of simulatedClients(adult, weights, clients, SEED)) {
    const asker = scriptedAsker({ answer: (question) => client[question] });
    await conductInterview(compiledAdult, { answers: [], full }, asker);
    counts.push(questionsAsked(asker).length);
  }
  return counts.sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

describe('an interview asks fewer questions than the full form', () => {
  test.for(WEIGHTINGS)('of clients with %s answers', { timeout: LONG }, async ([name, weights]) => {
    const counts = await countsAsked(weights, CLIENTS, false);
    const median = quantile(counts, 0.5);
    const ninetieth = quantile(counts, 0.9);
    const size = adult.questions.length;
    process.stdout.write(
      `questions asked, ${name} answers: median ${median}, 90th percentile ${ninetieth} of ${size}\n`,
    );
    expect(counts).toHaveLength(CLIENTS);
    expect(median).toBeLessThan(size);
    expect(ninetieth).toBeLessThan(size);
  });

  test('which asks every question that applies', async () => {
    const counts = await countsAsked(PLAUSIBLE_WEIGHTS, 20, true);
    // program_progress and weekly_therapy never apply to the same person.
    expect(counts[0]).toBe(adult.questions.length - 1);
    expect(counts.at(-1)).toBe(adult.questions.length - 1);
  });
});
