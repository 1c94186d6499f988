import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteText } from '../../../src/batch/fast/byte-text.ts';
import { csvForm, ndjsonForm, type RowForm } from '../../../src/batch/fast/row-form.ts';
import { CANNOT_TELL, RowScorer } from '../../../src/batch/fast/row-scorer.ts';
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

const IDENTITY = 'rules@1.0.0+1a2b3c4d';
const ID = new TextEncoder().encode('case-7');

/** What the scorer writes for one row, and whether an alert is in it; undefined where it cannot tell. */
function written(
  scorer: RowScorer,
  form: RowForm,
  codes: Int8Array,
): { text: string; alerted: boolean } | undefined {
  const into = new ByteText();
  // The row stands after another one, so that a place that is not counted from the row shows.
  const two = new Int8Array(2 * codes.length);
  two.set(codes, codes.length);
  const alerts = scorer.append(two, codes.length, ID, 0, ID.length, into);
  const text = new TextDecoder().decode(into.take());
  if (alerts === CANNOT_TELL) {
    expect(text).toBe('');
    return undefined;
  }
  return { text: `${text}${form.close}`, alerted: alerts > 0 };
}

function expected(compiled: CompiledRuleSet, codes: Int8Array, format: 'csv' | 'ndjson') {
  const outcome = evaluate(compiled, codes);
  const writing = { ruleSet: compiled.ruleSet, identity: IDENTITY, keep: [] };
  const writer = format === 'csv' ? new CsvWriter(writing) : ndjsonWriter(writing);
  const text = writer.cases([{ kind: 'scored', id: 'case-7', outcome, kept: [] }]);
  return { text, alerted: outcome.alerts.length > 0 };
}

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
        const result = written(new RowScorer(compiled, form, countsOf(ruleSet)), form, answers);
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
    const scorer = new RowScorer(compiledAdult, form, countsOf(adult));
    const random = mulberry32(SEED);
    const answersOf = engineAnswers(adult);
    let told = 0;
    for (let drawn = 0; drawn < 3000; drawn++) {
      const complete = drawCase(random);
      const codes = Int8Array.from(answersOf(withOpenQuestions(random, complete, drawn % 5)));
      const result = written(scorer, form, codes);
      if (drawn % 5 === 0) expect(result).toBeDefined();
      if (result === undefined) continue;
      told++;
      expect(result).toEqual(expected(compiledAdult, codes, format));
    }
    expect(told).toBeGreaterThan(1000);
  });
});
