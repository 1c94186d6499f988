import type { CaseWriter, Writing } from './case-writer.ts';
import { outcomeFields } from './outcome-fields.ts';
import type { ScoredCase } from './score.ts';

/** Writes cases as NDJSON, one a line: the columns of the CSV with lists as lists, and kept columns under `kept`. */
export function ndjsonWriter(writing: Writing): CaseWriter {
  return {
    start: () => '',
    cases: (scored) => scored.map((one) => `${caseJson(writing, one)}\n`).join(''),
    end: () => '',
  };
}

/** Writes cases as one JSON list, a case a line, without ever holding the list. */
export function jsonWriter(writing: Writing): CaseWriter {
  let isFirst = true;
  return {
    start: () => '[\n',
    cases: (scored) => {
      const text = scored
        .map((one, index) => `${isFirst && index === 0 ? '' : ',\n'}${caseJson(writing, one)}`)
        .join('');
      isFirst &&= scored.length === 0;
      return text;
    },
    end: () => (isFirst ? ']\n' : '\n]\n'),
  };
}

function caseJson({ ruleSet, identity, keep }: Writing, { id, outcome, kept }: ScoredCase): string {
  return JSON.stringify({
    id,
    ...outcomeFields(ruleSet, outcome),
    rule_set: identity,
    ...(keep.length > 0 && {
      kept: Object.fromEntries(keep.map((name, index) => [name, kept[index] ?? ''])),
    }),
  });
}
