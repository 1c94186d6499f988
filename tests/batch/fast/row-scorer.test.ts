import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseBlock } from '../../../src/batch/fast/case-block.ts';
import { CasePage } from '../../../src/batch/fast/case-page.ts';
import { LineBytes } from '../../../src/batch/fast/line-bytes.ts';
import { csvForm, ndjsonForm, type RowForm } from '../../../src/batch/fast/row-form.ts';
import { RowScorer } from '../../../src/batch/fast/row-scorer.ts';
import { SummaryCounts } from '../../../src/batch/summary.ts';
import { CsvWriter } from '../../../src/batch/write-csv.ts';
import { ndjsonWriter } from '../../../src/batch/write-json.ts';
import type { RuleSet } from '../../../src/core/rule-set.ts';
import { type CompiledRuleSet, compile } from '../../../src/diagram/compile.ts';
import { evaluate } from '../../../src/explain/evaluate.ts';
import { adult, compiledAdult } from '../../adult-rule-set.ts';
import { ruleSetAndAnswers, runs } from '../../arbitrary-rule-set.ts';
import { drawCase, mulberry32, SEED, withOpenQuestions } from '../../oracle/draw-cases.ts';
import { engineAnswers } from '../../oracle/engine-answers.ts';
import { shippedKernel } from './shipped-kernel.ts';

const IDENTITY = 'rules@1.0.0+1a2b3c4d';

const encoder = new TextEncoder();

/** A block of rows with these ids, or none where the lines are to be the ids. */
function blockOf(rows: readonly Int8Array[], ids: readonly string[] | undefined): CaseBlock {
  const page = new CasePage(rows[0]?.length ?? 0, 0);
  // Something stands before, between and behind the ids.
  let text = 'id,other\n';
  rows.forEach((codes, row) => {
    page.codes.set(codes, row * page.questionCount);
    page.line[row] = row + 2;
    if (ids === undefined) return;
    page.idStart[row] = encoder.encode(text).length;
    text += ids[row];
    page.idEnd[row] = encoder.encode(text).length;
    text += ',other\n';
  });
  return page.block(0, rows.length, encoder.encode(text));
}

/** What the scorer writes for one row, and whether an alert is in it; undefined where it cannot tell. */
function written(scorer: RowScorer, codes: Int8Array): { text: string; alerted: boolean } | undefined {
  // The row stands after another one that is left out, so that a place that is not counted from the row shows.
  scorer.take(blockOf([new Int8Array(codes.length), codes], ['x', 'case-7']), Uint8Array.of(1, 0), String);
  const lines = new LineBytes();
  const stop = scorer.write(0, lines);
  const text = new TextDecoder().decode(lines.take(scorer.takeRest()));
  const alerted = scorer.takeAlerted();
  if (stop === 1) {
    expect([text, alerted]).toEqual(['', 0]);
    return undefined;
  }
  expect(stop).toBe(2);
  return { text, alerted: alerted > 0 };
}

function expected(compiled: CompiledRuleSet, codes: Int8Array, format: 'csv' | 'ndjson') {
  const outcome = evaluate(compiled, codes);
  const writing = { ruleSet: compiled.ruleSet, identity: IDENTITY, keep: [] };
  const writer = format === 'csv' ? new CsvWriter(writing) : ndjsonWriter(writing);
  const text = writer.cases([{ kind: 'scored', id: 'case-7', outcome, kept: [] }]);
  return { text, alerted: outcome.alerts.length > 0 };
}

const module = shippedKernel();

const countsOf = ({ levels }: RuleSet) => new SummaryCounts(levels.length);

const FORMS = { csv: csvForm, ndjson: ndjsonForm } as const;

function formOf(format: keyof typeof FORMS, ruleSet: RuleSet): RowForm {
  return FORMS[format]({ ruleSet, identity: IDENTITY, keep: [] });
}

describe.each(['csv', 'ndjson'] as const)('rows scored by their codes, as %s', (format) => {
  test('are written as those of small rule sets that are scored one by one, whatever is open', () => {
    let told = 0;
    fc.assert(
      fc.property(ruleSetAndAnswers, ([ruleSet, answers]) => {
        const compiled = compile(ruleSet);
        const form = formOf(format, ruleSet);
        const result = written(new RowScorer(module, compiled, form), answers);
        if (result === undefined) return;
        told++;
        expect(result).toEqual(expected(compiled, answers, format));
      }),
      runs(1500),
    );
    expect(told).toBeGreaterThan(300);
  });

  test('are written as cases of the shipped rule set, and every complete one is', () => {
    const form = formOf(format, adult);
    const scorer = new RowScorer(module, compiledAdult, form);
    const random = mulberry32(SEED);
    const answersOf = engineAnswers(adult);
    let told = 0;
    for (let drawn = 0; drawn < 3000; drawn++) {
      const complete = drawCase(random);
      const codes = Int8Array.from(answersOf(withOpenQuestions(random, complete, drawn % 5)));
      const result = written(scorer, codes);
      if (drawn % 5 === 0) expect(result).toBeDefined();
      if (result === undefined) continue;
      told++;
      expect(result).toEqual(expected(compiledAdult, codes, format));
    }
    expect(told).toBeGreaterThan(1000);
  });
});

describe('a block of rows', () => {
  const form = formOf('csv', adult);
  const random = mulberry32(SEED);
  const answersOf = engineAnswers(adult);
  const rows = Array.from({ length: 4096 }, () => Int8Array.from(answersOf(drawCase(random))));
  const allWritten = (block: CaseBlock, leftOut = new Uint8Array(block.count)) => {
    const counts = countsOf(adult);
    const scorer = new RowScorer(module, compiledAdult, form);
    scorer.take(block, leftOut, (line) => `line ${line}`);
    const written = new LineBytes();
    let row = 0;
    const told: number[] = [];
    for (;;) {
      row = scorer.write(row, written);
      if (row === block.count) break;
      told.push(row++);
    }
    scorer.count(counts);
    const lines = new TextDecoder().decode(written.take(scorer.takeRest())).split('\n');
    return { lines: lines.slice(0, -1), told, counts };
  };

  test('is written whole, though it is longer than the room for lines', () => {
    const long = 'x'.repeat(200);
    const { lines, told } = allWritten(
      blockOf(
        rows,
        rows.map((_, row) => `${long}${row}`),
      ),
    );
    expect(told).toEqual([]);
    expect(lines.map((line) => line.split(',')[0])).toEqual(rows.map((_, row) => `${long}${row}`));
  });

  test('leaves to others the row whose line is longer than the room, and rows whose ids are not plain', () => {
    const ids = ['a', 'x'.repeat(2 ** 21), 'b', '=1+1', 'c', 'd"', 'é', 'e-'];
    const { lines, told } = allWritten(blockOf(rows.slice(0, ids.length), ids));
    expect(told).toEqual([1, 3, 5, 6]);
    expect(lines.map((line) => line.split(',')[0])).toEqual(['a', 'b', 'c', 'e-']);
  });

  test('is told by its lines where it has no ids, but for the rows that are left out', () => {
    const { lines } = allWritten(blockOf(rows.slice(0, 4), undefined), Uint8Array.of(0, 1, 0, 1));
    expect(lines.map((line) => line.split(',')[0])).toEqual(['line 2', 'line 4']);
  });

  test('is counted as it is written', () => {
    const { lines, counts } = allWritten(blockOf(rows, undefined));
    const cells = lines.map((line) => line.split(','));
    const { settled, alerts, advice, rechecks } = counts.result();
    expect(settled).toEqual(adult.levels.map(({ id }) => cells.filter((cell) => cell[1] === id).length));
    for (const [column, counted] of [
      [4, alerts],
      [6, advice],
      [7, rechecks],
    ] as const) {
      const listed = cells.flatMap((cell) => cell[column]?.split(';') ?? []).filter((id) => id !== '');
      const times = new Map(counted.map(({ of, cases }) => [of, cases]));
      expect(new Set(times.keys())).toEqual(new Set(listed));
      for (const [id, count] of times) expect(listed.filter((one) => one === id).length).toBe(count);
    }
  });
});
