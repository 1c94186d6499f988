/**
 * Made-up cases for measuring, the same on every machine. They are drawn from the files of the rule set alone,
 * without the code under test: uniformly drawn answers would be inpatient almost always, so each case starts from
 * the least serious answers and few of them are changed.
 */
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'yaml';
import { mulberry32 } from './mulberry32.js';

/** @typedef {{ id: string, nominal?: boolean, answers: { id: string }[] }} Question */

const SEED = 20_261_122;
const LINES_A_CHUNK = 1000;
const RULES = resolve(import.meta.dirname, '../rules/adult');

/** How the answers to `care_now` and `program_progress` go together, and how many other answers change at most. */
const PROFILES = [
  { care: 'none', changes: 7, weight: 4 },
  { care: 'outpatient', changes: 7, weight: 4 },
  { care: 'iop', progress: 'ready_to_step_down', changes: 6, weight: 3 },
  { care: 'iop', progress: 'still_needs_this_level', changes: 6, weight: 2 },
  { care: 'php', progress: 'ready_to_step_down', changes: 6, weight: 1 },
  { care: 'php', progress: 'still_needs_this_level', changes: 4, weight: 2 },
  { care: 'inpatient', progress: 'ready_to_step_down', changes: 6, weight: 1 },
  { care: 'inpatient', progress: 'still_needs_this_level', changes: 6, weight: 0.5 },
];

/**
 * Writes a CSV file of `count` cases; one answer in `openShare` of all is left blank.
 *
 * @param {string} path
 * @param {number} count
 * @param {number} [openShare]
 */
export async function generateCases(path, count, openShare = 0) {
  const questions = readQuestions();
  await pipeline(Readable.from(csvChunks(questions, count, openShare)), createWriteStream(path));
}

/** @returns {Question[]} the questions of the rule set, in the order of its files */
function readQuestions() {
  return readdirSync(RULES)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => parse(readFileSync(join(RULES, name), 'utf8')).questions ?? []);
}

/**
 * @param {Question[]} questions
 * @param {number} count
 * @param {number} openShare
 */
function* csvChunks(questions, count, openShare) {
  const random = mulberry32(SEED);
  yield `id,${questions.map(({ id }) => id).join(',')}\n`;
  for (let from = 1; from <= count; from += LINES_A_CHUNK) {
    let text = '';
    for (let number = from; number < Math.min(from + LINES_A_CHUNK, count + 1); number++) {
      const answers = drawAnswers(questions, random).map((answer) => (random() < openShare ? '' : answer));
      text += `case-${number},${answers.join(',')}\n`;
    }
    yield text;
  }
}

/**
 * @param {Question[]} questions
 * @param {() => number} random
 */
function drawAnswers(questions, random) {
  const profile = drawProfile(random);
  const codes = questions.map(({ nominal, answers }) =>
    nominal ? Math.floor(random() * answers.length) : 0,
  );
  for (let change = Math.floor(random() * (profile.changes + 1)); change > 0; change--) {
    const index = Math.floor(random() * questions.length);
    const last = (questions[index]?.answers.length ?? 1) - 1;
    let code = 1;
    while (code < last && random() < 1 / 3) code++;
    codes[index] = code;
  }
  return questions.map(({ id, answers }, index) => {
    if (id === 'care_now') return profile.care;
    if (id === 'program_progress') return profile.progress ?? '';
    if (id === 'weekly_therapy' && profile.progress !== undefined) return '';
    return answers[codes[index] ?? 0]?.id ?? '';
  });
}

/** @param {() => number} random */
function drawProfile(random) {
  let rest = random() * PROFILES.reduce((sum, { weight }) => sum + weight, 0);
  for (const profile of PROFILES) {
    rest -= profile.weight;
    if (rest < 0) return profile;
  }
  throw new Error('the weights do not add up');
}
