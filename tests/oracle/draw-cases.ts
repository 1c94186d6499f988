import { BEST_CASE, type Case } from './case.ts';
import { ANSWER_IDS, type CaseCodes, codesOfIds, OPEN_CODE, positionOf, QUESTION_IDS } from './case-codes.ts';
import { ADVISORY } from './criteria-questions.ts';

/** Every draw in these tests starts from this number, so that each run sees the same cases. */
export const SEED = 20_261_122;

/** A source of numbers from 0 up to but not including 1. */
export type Random = () => number;

/** The mulberry32 generator: 32 bits of state, the same numbers on every machine. */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to but not including `below`. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

interface Profile {
  /** What differs from the best case before any answer is changed. */
  readonly starts: Partial<Case>;
  /** How often this profile is drawn, relative to the others. */
  readonly weight: number;
  /** The most answers that are changed. */
  readonly mostChanges: number;
}

const PROFILES: readonly Profile[] = [
  { starts: { care_now: 'none' }, weight: 4, mostChanges: 7 },
  { starts: { care_now: 'outpatient' }, weight: 4, mostChanges: 7 },
  { starts: { care_now: 'iop' }, weight: 3, mostChanges: 6 },
  { starts: { care_now: 'iop', program_progress: 'still_needs_this_level' }, weight: 1, mostChanges: 6 },
  { starts: { care_now: 'iop', program_progress: 'worsening' }, weight: 1, mostChanges: 6 },
  { starts: { care_now: 'php' }, weight: 1, mostChanges: 6 },
  { starts: { care_now: 'php', program_progress: 'still_needs_this_level' }, weight: 1, mostChanges: 4 },
  { starts: { care_now: 'php', program_progress: 'worsening' }, weight: 1, mostChanges: 6 },
  { starts: { care_now: 'inpatient' }, weight: 1, mostChanges: 6 },
  {
    starts: { care_now: 'inpatient', program_progress: 'still_needs_this_level' },
    weight: 1,
    mostChanges: 6,
  },
  { starts: { symptom_severity: 'moderate', symptom_trend: 'unchanged' }, weight: 5, mostChanges: 6 },
  {
    starts: { symptom_severity: 'moderate', symptom_trend: 'unchanged', weekly_therapy: 'partial' },
    weight: 2,
    mostChanges: 5,
  },
  {
    starts: { symptom_severity: 'severe', symptom_trend: 'worsening', suicidal_thoughts: 'active' },
    weight: 2,
    mostChanges: 6,
  },
  {
    starts: { symptom_severity: 'severe', relationships: 'isolated', self_care: 'struggling' },
    weight: 1,
    mostChanges: 5,
  },
  {
    starts: { symptom_severity: 'moderate', medication_response: 'resistant', weekly_therapy: 'not_helping' },
    weight: 2,
    mostChanges: 4,
  },
  { starts: { suicidal_thoughts: 'plan' }, weight: 2, mostChanges: 4 },
];
const TOTAL_WEIGHT = PROFILES.reduce((sum, profile) => sum + profile.weight, 0);

const ADVISORY_POSITIONS: readonly number[] = ADVISORY.map(positionOf);
const DECIDING_POSITIONS: readonly number[] = QUESTION_IDS.map((_, position) => position).filter(
  (position) => !ADVISORY_POSITIONS.includes(position),
);

function drawProfile(random: Random): Profile | undefined {
  let rest = random() * TOTAL_WEIGHT;
  return PROFILES.find((profile) => {
    rest -= profile.weight;
    return rest < 0;
  });
}

/** A worse answer than the best; each step more serious is a third as likely. */
function drawWorseAnswer(random: Random, position: number): number {
  const last = (ANSWER_IDS[position]?.length ?? 1) - 1;
  let answer = 1;
  while (answer < last && random() < 1 / 3) answer += 1;
  return answer;
}

/**
 * A case with all questions answered: one of the profiles, with few deciding answers changed and any answers to
 * the advisory questions. Nothing here looks at a level.
 */
export function drawCase(random: Random): CaseCodes {
  const profile = drawProfile(random);
  if (profile === undefined) throw new Error('no profile drawn');
  const codes = codesOfIds({ ...BEST_CASE, program_progress: 'ready_to_step_down', ...profile.starts });
  for (const position of ADVISORY_POSITIONS) {
    codes[position] = below(random, ANSWER_IDS[position]?.length ?? 1);
  }
  const changes = below(random, profile.mostChanges + 1);
  for (let change = 0; change < changes; change += 1) {
    const position = DECIDING_POSITIONS[below(random, DECIDING_POSITIONS.length)] ?? 0;
    codes[position] = drawWorseAnswer(random, position);
  }
  return codes;
}

/** A case with any answer to every question: nearly always at the highest level, but good to try single rules on. */
export function drawAnyCase(random: Random): CaseCodes {
  return Int8Array.from(ANSWER_IDS, (answers) => below(random, answers.length));
}

/** The same case with `count` questions open, none of them chosen for what it does. */
export function withOpenQuestions(random: Random, codes: CaseCodes, count: number): CaseCodes {
  const open = codes.slice();
  for (let left = count; left > 0; ) {
    const position = below(random, open.length);
    if (open[position] === OPEN_CODE) continue;
    open[position] = OPEN_CODE;
    left -= 1;
  }
  return open;
}
