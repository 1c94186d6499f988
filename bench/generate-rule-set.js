/** Made-up rule sets for measuring, as files, the same on every machine. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { mulberry32 } from './mulberry32.js';

const SEED = 20_261_122;
const TEXT = 'made up for measuring';
const LEVELS = ['outpatient', 'iop', 'php', 'inpatient'];
const SOURCE = 'none';

/** Texts in quotes, so that a version is not taken for a number. */
const QUOTED = { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' };

const GUARANTEES = [
  { id: 'one-level', says: TEXT, always_one_level: true },
  { id: 'worse-is-never-less', says: TEXT, never_lowers: 'all_ordered' },
];

/**
 * @typedef {object} Size
 * @property {number} questions
 * @property {number} rules
 * @property {number} reach how far apart in the list the questions of one rule may stand; the smaller, the more structure
 */

/**
 * Writes a rule set of one dimension into a new folder: questions of 2 to 5 ordered answers, rules of 2 to 4 tests.
 *
 * @param {string} folder
 * @param {Size} size
 */
export function generateRuleSet(folder, { questions: count, rules: ruleCount, reach }) {
  const random = mulberry32(SEED);
  /** @param {number} below */
  const draw = (below) => Math.floor(random() * below);
  const questions = Array.from({ length: count }, (_, index) => ({
    id: `question_${index}`,
    title: `question ${index}`,
    prompt: TEXT,
    window: TEXT,
    help: TEXT,
    answers: Array.from({ length: 2 + draw(4) }, (_, answer) => ({
      id: `answer_${answer}`,
      label: `answer ${answer}`,
      means: TEXT,
      phrase: TEXT,
    })),
  }));
  const rules = Array.from({ length: ruleCount }, (_, index) => {
    const near = draw(count);
    const tests = new Set(
      Array.from({ length: 2 + draw(3) }, () => (near + draw(Math.min(reach, count))) % count),
    );
    const when = Object.fromEntries(
      [...tests].map((place) => {
        const answers = questions[place]?.answers ?? [];
        return [`question_${place}`, { from: answers[1 + draw(answers.length - 1)]?.id }];
      }),
    );
    const level = LEVELS[1 + draw(LEVELS.length - 1)];
    return {
      id: `made-up.rule-${index}`,
      at_least: level,
      when,
      because: TEXT,
      sources: [{ document: SOURCE }],
    };
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'rule-set.yaml'), stringify(header(), QUOTED));
  const dimension = { dimension: 'made_up', title: 'Made up', questions, rules };
  writeFileSync(join(folder, 'made-up.yaml'), stringify(dimension));
  writeFileSync(join(folder, 'guarantees.yaml'), stringify({ guarantees: GUARANTEES }));
}

function header() {
  const prose = [
    'title',
    'intended_users',
    'population',
    'demographics',
    'validation',
    'time_frame',
    'emergency',
  ];
  const level = ['name', 'place', 'dose', 'suited_for', 'length', 'week', 'review', 'next_step'];
  /** @param {readonly string[]} keys */
  const texts = (keys) => Object.fromEntries(keys.map((key) => [key, TEXT]));
  return {
    rule_set: 'made-up',
    version: '1.0.0',
    ...texts(prose),
    not_for: [TEXT],
    levels: LEVELS.map((id) => ({ id, ...texts(level), sources: [{ document: SOURCE }] })),
    dimensions: ['made_up'],
    sources: [{ id: SOURCE, title: TEXT, citation: TEXT }],
    decisions: [{ topic: TEXT, chosen: TEXT, because: TEXT, sources: [{ document: SOURCE }] }],
  };
}
