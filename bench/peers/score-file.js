/** Scores a CSV file with another engine and writes what carestep writes, all but the open questions. */
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { headerOf } from '../header-of.js';

/** @typedef {import('./translated-rules.js').RuleSet} RuleSet */
/** @typedef {Record<string, string | null>} Facts one answer a question, `null` where there is none */
/** @typedef {{ level: number, holds: ArrayLike<boolean> }} Judgement `holds` tells of every rule of the rule set */

const BYTES_A_CHUNK = 2 ** 18;
const HEADER = 'id,level,lowest,highest,alerts,reasons,advice,rechecks,rule_set\n';

/**
 * Reads the command line `RULE_SET CASES OUTCOMES IDENTITY` and scores. The lines are read and written in the plainest
 * and quickest way: nothing of them is in quotation marks.
 *
 * @param {(ruleSet: RuleSet) => (facts: Facts) => Judgement | Promise<Judgement>} prepare
 */
export async function scoreFile(prepare) {
  const [rules = '', cases = '', outcomes = '', identity = ''] = process.argv.slice(2);
  /** @type {RuleSet} */
  const ruleSet = { ...JSON.parse(readFileSync(rules, 'utf8')), asked: new Set(headerOf(cases)) };
  const judge = prepare(ruleSet);
  const nothing = Object.fromEntries(ruleSet.questions.map(({ id }) => [id, null]));
  async function* texts() {
    yield HEADER;
    const columns = headerOf(cases);
    let isHeader = true;
    for await (const lines of linesOf(cases)) {
      let text = '';
      for (const line of lines) {
        if (isHeader) {
          isHeader = false;
          continue;
        }
        const cells = line.split(',');
        /** @type {Facts} */
        const facts = { ...nothing };
        for (let at = 1; at < columns.length; at++) facts[columns[at] ?? ''] = cells[at] || null;
        const judgement = judge(facts);
        const { level, holds } = judgement instanceof Promise ? await judgement : judgement;
        text += `${cells[0]},${outcomeCells(ruleSet, level, holds)},${identity}\n`;
      }
      yield text;
    }
  }
  await pipeline(Readable.from(texts()), createWriteStream(outcomes));
}

/**
 * @param {string} path
 * @returns {AsyncGenerator<string[], void>}
 */
async function* linesOf(path) {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: BYTES_A_CHUNK })) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
}

/**
 * @param {RuleSet} ruleSet
 * @param {number} level
 * @param {ArrayLike<boolean>} holds
 */
function outcomeCells({ rules, levels }, level, holds) {
  /** @type {string[]} */
  const alerts = [];
  /** @type {string[]} */
  const advice = [];
  /** @type {string[]} */
  const rechecks = [];
  let floor = 0;
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index];
    if (rule === undefined || !holds[index]) continue;
    if (rule.alert !== undefined) alerts.push(rule.id);
    if (rule.kind === 'at_least') floor = Math.max(floor, rule.level);
    else if (rule.kind === 'advise') advice.push(rule.id);
    else if (rule.kind === 'recheck') rechecks.push(rule.id);
  }
  const name = levels[level]?.id ?? '';
  const lists = [alerts, reasons(rules, level, floor, holds), advice, rechecks];
  return `${name},${name},${name},${lists.map((list) => list.join(';')).join(',')}`;
}

/**
 * The rules that ask for the level; where there is none, those that rule lower ones out, then those that ask for the
 * level from which they lift.
 *
 * @param {RuleSet['rules']} rules
 * @param {number} level
 * @param {number} floor the highest level that a rule asks for
 * @param {ArrayLike<boolean>} holds
 */
function reasons(rules, level, floor, holds) {
  if (level === 0) return [];
  const lifted = ((1 << level) - 1) & ~((1 << floor) - 1);
  /** @type {string[]} */
  const lifting = [];
  /** @type {string[]} */
  const asking = [];
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index];
    if (rule === undefined || !holds[index]) continue;
    if (rule.kind === 'rule_out' && rule.levels & lifted) lifting.push(rule.id);
    if (rule.kind === 'at_least' && rule.level === floor && floor > 0) asking.push(rule.id);
  }
  return [...lifting, ...asking];
}
