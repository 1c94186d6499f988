import type { ConfusionMatrix } from '../../src/statistics/confusion-matrix.ts';

/** Cohen (1968), Table 1, as counts of 200: diagnoses by two judges; his kappa is .492. */
export const COHEN_1968: ConfusionMatrix = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
];

/** Fleiss, Cohen and Everitt (1969), Table 1, as counts of 200: kappa is .429. */
export const FLEISS_COHEN_EVERITT_1969: ConfusionMatrix = [
  [106, 10, 4],
  [22, 28, 10],
  [2, 12, 6],
];

/** Altman (1991), Practical Statistics for Medical Research, section 14.3: 85 mammograms read by two radiologists. */
export const ALTMAN_1991: ConfusionMatrix = [
  [21, 12, 0, 0],
  [4, 17, 1, 0],
  [3, 9, 15, 2],
  [0, 0, 0, 1],
];

/** The printout of SAS PROC FREQ that the tests of statsmodels hold against: kappa 0.4842, weighted 0.4701. */
export const SAS_PRINTOUT: ConfusionMatrix = [
  [0, 4, 1],
  [0, 8, 0],
  [0, 1, 5],
];

/** Hout, Duncan and Sobel (1987), 91 couples; the `SexualFun` of the R package vcd. Kappa 0.1293, linear 0.2374. */
export const HOUT_1987: ConfusionMatrix = [
  [7, 7, 2, 3],
  [2, 8, 3, 7],
  [1, 5, 4, 9],
  [2, 8, 9, 14],
];

/** The `anxiety` ratings (1 to 6) of the R package irr: 20 persons, rater by rater. */
export const ANXIETY = [
  [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
  [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
  [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
] as const;

/** Shrout and Fleiss (1979), Table 2: six targets rated by four judges. */
export const SHROUT_FLEISS_1979 = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

/** Fleiss (1971), Table 1: 30 patients, the diagnoses (1 to 5) that six psychiatrists gave each. */
export const FLEISS_1971 = [
  '444444',
  '222555',
  '233335',
  '555555',
  '222444',
  '113333',
  '333355',
  '113334',
  '114444',
  '555555',
  '144444',
  '124444',
  '222333',
  '144444',
  '224445',
  '333335',
  '111455',
  '111112',
  '224444',
  '133555',
  '555555',
  '244444',
  '224555',
  '114444',
  '144445',
  '222224',
  '111155',
  '224444',
  '133333',
  '555555',
].map((row) => [...row].map(Number));

/** The worked example of the article "Fleiss' kappa" in Wikipedia: how many of 14 raters chose each of 5 categories. */
export const FOURTEEN_RATERS = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
].map((counts) => counts.flatMap((count, category) => Array<number>(count).fill(category)));
