import { ANSWER_IDS, type CaseCodes, OPEN_CODE, positionOf } from './case-codes.ts';
import { fastLevel } from './fast-level.ts';

function openPositions(codes: CaseCodes): readonly number[] {
  return ANSWER_IDS.map((_, position) => position).filter((position) => codes[position] === OPEN_CODE);
}

/** How many ways there are to answer the open questions. */
export function completionCount(codes: CaseCodes): number {
  return openPositions(codes).reduce((count, position) => count * (ANSWER_IDS[position]?.length ?? 1), 1);
}

/** The levels that the completions of a case give, found by trying each completion; ascending. */
export function levelsByBruteForce(codes: CaseCodes): readonly number[] {
  const open = openPositions(codes);
  const completion = codes.slice();
  const found = [false, false, false, false];
  const tryFrom = (index: number): void => {
    const position = open[index];
    if (position === undefined) {
      found[fastLevel(completion)] = true;
      return;
    }
    const answers = ANSWER_IDS[position]?.length ?? 0;
    for (let answer = 0; answer < answers; answer += 1) {
      completion[position] = answer;
      tryFrom(index + 1);
    }
  };
  tryFrom(0);
  return [0, 1, 2, 3].filter((level) => found[level]);
}

const CARE_NOW = positionOf('care_now');

/**
 * The lowest and highest level of a case by filling every open question with its least and with its most serious
 * answer. Exact because, with `care_now` held fixed, a more serious answer never lowers the level, and to
 * `treatment_change` any answer but the first counts the same; an open `care_now` is tried answer by answer.
 */
export function rangeByFills(codes: CaseCodes): { readonly lowest: number; readonly highest: number } {
  const least = codes.map((code) => (code === OPEN_CODE ? 0 : code));
  const most = codes.map((code, position) =>
    code === OPEN_CODE ? (ANSWER_IDS[position]?.length ?? 1) - 1 : code,
  );
  if (codes[CARE_NOW] !== OPEN_CODE) return { lowest: fastLevel(least), highest: fastLevel(most) };
  let lowest = 3;
  let highest = 0;
  for (let care = 0; care < (ANSWER_IDS[CARE_NOW]?.length ?? 0); care += 1) {
    least[CARE_NOW] = care;
    most[CARE_NOW] = care;
    lowest = Math.min(lowest, fastLevel(least));
    highest = Math.max(highest, fastLevel(most));
  }
  return { lowest, highest };
}
