import { expect, test } from 'vitest';
import type { CaseRow } from '../../../src/batch/case-row.ts';
import { readMapped } from '../../../src/batch/mapping/read-mapped.ts';
import { readMapping } from '../../../src/batch/mapping/read-mapping.ts';
import { readCases } from '../../../src/batch/read-cases.ts';
import { createReading } from '../../../src/batch/reading.ts';
import { evaluate } from '../../../src/explain/evaluate.ts';
import { adult, compiledAdult } from '../../adult-rule-set.ts';
import { source } from '../read-text.ts';
import { seededRandom } from '../seeded-random.ts';
import { disguise, type PlainTable, randomTable } from './disguise.ts';

const SEEDS = Array.from({ length: 200 }, (_, index) => 20_260_000 + index);
const CASES = 8;

const reading = createReading(adult);

function plainCsv({ ids, answers }: PlainTable): string {
  const header = ['id', ...adult.questions.map(({ id }) => id)].join(',');
  return `${header}\n${answers.map((row, index) => `${[ids[index], ...row].join(',')}\n`).join('')}`;
}

async function casesOf(rows: AsyncIterable<readonly { readonly kind: string }[]>): Promise<CaseRow[]> {
  const cases: CaseRow[] = [];
  for await (const batch of rows) {
    for (const row of batch) {
      if (!isCase(row)) throw new Error(JSON.stringify(row));
      cases.push(row);
    }
  }
  return cases;
}

function isCase(row: { readonly kind: string }): row is CaseRow {
  return row.kind === 'case';
}

function outcomes(cases: readonly CaseRow[]) {
  return cases.map(({ id, answers }) => ({ id, outcome: evaluate(compiledAdult, answers) }));
}

test('200 disguised files lead to the outcomes of the originals', async () => {
  const kinds = { csv: 0, ndjson: 0, combined: 0, recoded: 0, settled: 0 };
  for (const seed of SEEDS) {
    const below = seededRandom(seed);
    const table = randomTable(adult, CASES, below);
    const { bytes, mapping: text, isNdjson } = disguise(adult, table, below);
    const { mapping, diagnostics } = readMapping({ path: `map-${seed}.yaml`, text }, adult);
    expect({ seed, diagnostics }).toEqual({ seed, diagnostics: [] });
    if (mapping === undefined) throw new Error('no mapping');
    const path = isNdjson ? 'raw.ndjson' : 'raw.csv';
    const file = { path, mapping, reading, idOfLine: String };
    const found = await casesOf(readMapped(source(path, bytes, 1 + below(200)), file, undefined));
    const original = await casesOf(readCases([source('plain.csv', plainCsv(table))], reading));
    expect({ seed, outcomes: outcomes(found) }).toEqual({ seed, outcomes: outcomes(original) });
    kinds[isNdjson ? 'ndjson' : 'csv']++;
    if (text.includes('first_of')) kinds.combined++;
    if (text.includes('answers:')) kinds.recoded++;
    kinds.settled += outcomes(found).filter(({ outcome }) => outcome.settled).length;
  }
  expect(kinds.csv + kinds.ndjson).toBe(200);
  expect(Math.min(kinds.ndjson, kinds.combined, kinds.recoded, kinds.settled)).toBeGreaterThan(20);
});
