import { describe, expect, test } from 'vitest';
import { conductInterview } from '../../src/interview/conduct-interview.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { PUBLISHED } from '../oracle/published.ts';
import { PLAUSIBLE_WEIGHTS } from './answer-weights.ts';
import { questionsAsked, scriptedAsker } from './scripted-asker.ts';
import { type SimulatedClient, simulatedClients, uniformWeights } from './simulated-clients.ts';

const CLIENTS = 1000;
const SEED = 20_261_122;

/** The questions each client was asked, in order. */
async function asked(clients: readonly SimulatedClient[], full = false): Promise<number[][]> {
  const interviews: number[][] = [];
  for (const client of clients) {
    const asker = scriptedAsker({
      answer: (question) => {
        const answer = client[question] ?? -1;
        return answer < 0 ? undefined : answer;
      },
    });
    await conductInterview(compiledAdult, { answers: [], full }, asker);
    interviews.push(questionsAsked(asker));
  }
  return interviews;
}

/** Median and 90th percentile of how many questions were asked; printed, for the record. */
function lengths(name: string, interviews: readonly (readonly number[])[]): { median: number; p90: number } {
  const sorted = interviews.map(({ length }) => length).sort((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  const [median, p90] = [quantile(0.5), quantile(0.9)];
  process.stdout.write(
    `questions asked, ${name}: median ${median}, 90th percentile ${p90} of ${adult.questions.length}\n`,
  );
  return { median, p90 };
}

/** The dimensions in the order in which an interview comes to them. */
function dimensionsVisited(interview: readonly number[]): (number | undefined)[] {
  const dimensions = interview.map((question) => adult.questions[question]?.dimension);
  return dimensions.filter((dimension, index) => dimension !== dimensions[index - 1]);
}

/** Whether the questions of each group came in a row, in the order of the rule set. */
function groupsStandTogether(interview: readonly number[]): boolean {
  const groups = new Set(adult.questions.flatMap(({ group }) => group ?? []));
  return [...groups].every((group) => {
    const places = interview.flatMap((question, place) =>
      adult.questions[question]?.group === group ? [{ question, place }] : [],
    );
    return places.every(({ question, place }, index) => {
      const before = places[index - 1];
      return before === undefined || (place === before.place + 1 && question > before.question);
    });
  });
}

describe('an interview asks fewer questions than the full form', () => {
  // The bounds are what was measured: more questions than that are a step back.
  test.for([
    ['plausible', PLAUSIBLE_WEIGHTS, { median: 15, p90: 19 }],
    ['uniform', uniformWeights(adult), { median: 7, p90: 8 }],
  ] as const)('of clients with %s answers', async ([name, weights, measured]) => {
    const interviews = await asked(simulatedClients(adult, weights, CLIENTS, SEED));
    expect(interviews).toHaveLength(CLIENTS);
    expect(lengths(`${name} answers`, interviews)).toEqual(measured);
    const notSafetyFirst = interviews.filter((interview) => dimensionsVisited(interview)[0] !== 0);
    expect(notSafetyFirst).toEqual([]);
    const jumping = interviews.filter((interview) => {
      const visited = dimensionsVisited(interview);
      return new Set(visited).size < visited.length;
    });
    expect(jumping).toEqual([]);
    expect(interviews.filter((interview) => !groupsStandTogether(interview))).toEqual([]);
  });

  test('of the published cases, where what is not told is unknown', async () => {
    const interviews = await asked(PUBLISHED.map(({ codes }) => [...codes]));
    expect(lengths('published cases', interviews)).toEqual({ median: 18, p90: 26 });
  });

  test('which asks every question that applies', async () => {
    const interviews = await asked(simulatedClients(adult, PLAUSIBLE_WEIGHTS, 20, SEED), true);
    // program_progress and weekly_therapy never apply to the same person.
    expect(new Set(interviews.map(({ length }) => length))).toEqual(new Set([adult.questions.length - 1]));
  });
});
