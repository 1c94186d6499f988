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

/**
 * @typedef {object} Wanted
 * @property {number} [openShare] how many of all answers are left blank
 */

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
 * Writes a file of `count` cases with the questions on which levels and alerts rest: NDJSON where its name says so,
 * else CSV. The cases are the same in both.
 *
 * @param {string} path
 * @param {number} count
 * @param {Wanted} [wanted]
 * @returns {Promise<number>} how many questions each case answers
 */
export async function generateCases(path, count, { openShare = 0 } = {}) {
  const questions = decidingQuestions();
  const ids = questions.map(({ id }) => id);
  const isNdjson = path.endsWith('.ndjson');
  const line = isNdjson ? ndjsonLine : csvLine;
  function* chunks() {
    const random = mulberry32(SEED);
    if (!isNdjson) yield `id,${ids.join(',')}\n`;
    for (let from = 1; from <= count; from += LINES_A_CHUNK) {
      let text = '';
      for (let number = from; number < Math.min(from + LINES_A_CHUNK, count + 1); number++) {
        const answers = drawAnswers(questions, random).map((answer) => (random() < openShare ? '' : answer));
        text += line(`case-${number}`, ids, answers);
      }
      yield text;
    }
  }
  await pipeline(Readable.from(chunks()), createWriteStream(path));
  return questions.length;
}

/**
 * @param {string} id
 * @param {readonly string[]} _questions
 * @param {readonly string[]} answers
 */
function csvLine(id, _questions, answers) {
  return `${id},${answers.join(',')}\n`;
}

/**
 * @param {string} id
 * @param {readonly string[]} questions
 * @param {readonly string[]} answers
 */
function ndjsonLine(id, questions, answers) {
  const given = Object.fromEntries(questions.map((question, index) => [question, answers[index]]));
  return `${JSON.stringify({ id, answers: given })}\n`;
}

/** @returns {Question[]} in the order of the files of the rule set */
function decidingQuestions() {
  const files = readdirSync(RULES)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parse(readFileSync(join(RULES, name), 'utf8')));
  const rules = files.flatMap((file) => file.rules ?? []);
  const deciding = rules.filter((rule) => 'at_least' in rule || 'rule_out' in rule || 'alert' in rule);
  const named = new Set(deciding.flatMap((rule) => keysWithin(rule.when)));
  return files.flatMap((file) => file.questions ?? []).filter(({ id }) => named.has(id));
}

/**
 * @param {unknown} condition
 * @returns {string[]} the names of all entries, at any depth
 */
function keysWithin(condition) {
  if (typeof condition !== 'object' || condition === null) return [];
  return Object.entries(condition).flatMap(([key, value]) => [key, ...keysWithin(value)]);
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
