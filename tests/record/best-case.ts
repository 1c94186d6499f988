import { adult } from '../adult-rule-set.ts';

/** A person in weekly therapy with the least serious answer to every question that applies, but for these. */
export function bestCase(changes: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  const least = adult.questions.map(({ id, answers }) => [id, answers[0]?.id] as const);
  const all = {
    ...Object.fromEntries(least),
    care_now: 'outpatient',
    program_progress: undefined,
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([question, answer]) => (answer === undefined ? [] : [[question, answer]])),
  );
}
