import { type Answers, OPEN } from '../../../src/core/answers.ts';
import type { Outcome } from '../../../src/core/outcome.ts';
import type { RuleSet } from '../../../src/core/rule-set.ts';
import type { CompiledRuleSet } from '../../../src/diagram/compile.ts';
import { evaluate } from '../../../src/explain/evaluate.ts';
import { SQL_COLUMNS } from '../../../src/export/sql/outcome-columns.ts';
import { codesOfIds } from '../../oracle/case-codes.ts';
import {
  below,
  drawCase,
  mulberry32,
  type Random,
  SEED,
  withOpenQuestions,
} from '../../oracle/draw-cases.ts';
import { engineAnswers } from '../../oracle/engine-answers.ts';
import { PUBLISHED } from '../../oracle/published.ts';
import { adultExamples } from '../../rules/adult-examples.ts';

/** The columns of the exported SELECT, in their order. */
export const CONTRACT_COLUMNS = SQL_COLUMNS;

/** One row of the exported SELECT: as text, `null` where the database says NULL, `settled` as `true` or `false`. */
export type ContractRow = Readonly<Record<(typeof CONTRACT_COLUMNS)[number], string | null>>;

/** A case as a table of a database holds it, and the row that every database must give for it. */
export interface ContractCase {
  readonly id: string;
  /** Per question, in rule set order, what the column holds; `null` is a missing value. */
  readonly cells: readonly (string | null)[];
  readonly expected: ContractRow;
}

/** How many cases to draw beside those that are always there. */
export interface ContractSize {
  readonly complete: number;
  readonly partial: number;
}

/** What the `rule_set` column holds in these tests. */
export const CONTRACT_IDENTITY = 'adult@1.0.0+contract';

/**
 * The cases on which every implementation of the shipped rule set must agree, one after the other: its examples, the
 * published cases, each answer alone, drawn complete cases, drawn partial cases, and rows that hold no answer where
 * one belongs. The same for the same size.
 */
export function* contractCases(compiled: CompiledRuleSet, size: ContractSize): Generator<ContractCase> {
  const { ruleSet } = compiled;
  const random = mulberry32(SEED);
  const caseOf = (id: string, answers: Answers) => contractCase(compiled, id, answers, random);
  const fromCodes = engineAnswers(ruleSet);
  for (const { id, answers } of adultExamples.examples) yield caseOf(`example-${id}`, answers);
  for (const { id, codes } of PUBLISHED) yield caseOf(`published-${id}`, fromCodes(codes));
  yield caseOf('nothing-known', fromCodes(codesOfIds({})));
  for (const [question, { id, answers }] of ruleSet.questions.entries()) {
    for (const [answer, { id: answerId }] of answers.entries()) {
      const alone = new Int8Array(ruleSet.questions.length).fill(OPEN);
      alone[question] = answer;
      yield caseOf(`alone-${id}-${answerId}`, alone);
    }
  }
  for (let drawn = 0; drawn < size.complete; drawn++) {
    yield caseOf(`complete-${drawn}`, fromCodes(drawCase(random)));
  }
  for (let drawn = 0; drawn < size.partial; drawn++) {
    // Mostly few open questions: with most of them open, nearly every range is the whole ladder.
    const open = 1 + Math.floor(31 * random() ** 3);
    yield caseOf(`partial-${drawn}`, fromCodes(withOpenQuestions(random, drawCase(random), open)));
  }
  yield* wrongCases(ruleSet, random);
}

/** The header and the rows of a CSV file of these cases; a missing value is an empty cell without quotes. */
export function* contractCsv(ruleSet: RuleSet, cases: Iterable<ContractCase>): Generator<string> {
  yield `${['id', ...ruleSet.questions.map(({ id }) => id)].join(',')}\n`;
  for (const { id, cells } of cases) {
    yield `${[id, ...cells.map((cell) => (cell === null ? '' : csvCell(cell)))].join(',')}\n`;
  }
}

/** The row that a database must give for these answers. */
export function expectedRow(ruleSet: RuleSet, id: string, outcome: Outcome, identity: string): ContractRow {
  const lowest = ruleSet.levels[outcome.lowest]?.id ?? null;
  // Where only several open rules together force the level, the SQL names none: finding them takes the diagrams.
  const isForcedByOpenRules = outcome.reasons.some(({ rules }) => rules.length !== 1);
  return {
    id,
    level: outcome.settled ? lowest : null,
    lowest,
    highest: ruleSet.levels[outcome.highest]?.id ?? null,
    settled: String(outcome.settled),
    alerts: outcome.alerts.join(';'),
    reasons: isForcedByOpenRules ? null : outcome.reasons.flatMap(({ rules }) => rules).join(';'),
    advice: outcome.advice.join(';'),
    rechecks: outcome.rechecks.join(';'),
    rule_set: identity,
    problem: null,
  };
}

/** The texts that leave a question open: blank in all the ways a file can be, and asked without an answer. */
const OPEN_TEXTS = [null, '', 'unknown', ' ', '\t', '\u00a0', ' \u3000\ufeff'] as const;

function contractCase(compiled: CompiledRuleSet, id: string, answers: Answers, random: Random): ContractCase {
  const { ruleSet } = compiled;
  const cells = ruleSet.questions.map(
    (question, index) => question.answers[answers[index] ?? OPEN]?.id ?? openText(random),
  );
  return { id, cells, expected: expectedRow(ruleSet, id, evaluate(compiled, answers), CONTRACT_IDENTITY) };
}

function openText(random: Random): string | null {
  return OPEN_TEXTS[below(random, OPEN_TEXTS.length)] ?? null;
}

/** Texts that are near an answer and are none. */
const WRONG_TEXTS: readonly ((answer: string) => string)[] = [
  (answer) => answer.toUpperCase(),
  (answer) => ` ${answer}`,
  (answer) => `${answer} `,
  (answer) => `${answer}x`,
  () => 'Unknown',
  () => '0',
  () => '-1',
  () => "'; --",
  () => '"',
  () => 'NULL',
];

function* wrongCases(ruleSet: RuleSet, random: Random): Generator<ContractCase> {
  for (const [index, wrong] of WRONG_TEXTS.entries()) {
    for (const width of [1, 2, 5]) {
      const id = `wrong-${index}-${width}`;
      const at = Array.from(
        { length: width },
        (_, step) => (7 * index + 5 * step) % ruleSet.questions.length,
      );
      const cells = ruleSet.questions.map(({ answers }, question) => {
        const answer = answers[below(random, answers.length)]?.id ?? '';
        return at.includes(question) ? wrong(answer) : answer;
      });
      const problem = ruleSet.questions.filter((_, question) => at.includes(question)).map((one) => one.id);
      yield { id, cells, expected: wrongRow(id, problem.join(';')) };
    }
  }
}

function wrongRow(id: string, problem: string): ContractRow {
  const nothing = { level: null, lowest: null, highest: null, settled: null, alerts: null };
  const none = { reasons: null, advice: null, rechecks: null };
  return { id, ...nothing, ...none, rule_set: CONTRACT_IDENTITY, problem };
}

function csvCell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
