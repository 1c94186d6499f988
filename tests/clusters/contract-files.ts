import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { SqlDialect } from '../../src/export/sql/dialect.ts';
import { exportSql } from '../../src/export/sql/export-sql.ts';
import { compiledAdult } from '../adult-rule-set.ts';
import {
  CONTRACT_COLUMNS,
  CONTRACT_IDENTITY,
  type ContractCase,
  type ContractSize,
  contractCases,
  contractCsv,
} from '../export/sql/contract-cases.ts';
import { isThorough } from '../thorough.ts';

/** A few thousand cases, or as many as are needed to believe it. */
export const CONTRACT_SIZE: ContractSize = isThorough
  ? { complete: 200_000, partial: 200_000 }
  : { complete: 2_000, partial: 2_000 };

/** The SELECT over the table `cases`; with a name for it, the view of that name. */
export function contractSql(dialect: SqlDialect, view?: string): string {
  const options = { dialect, table: 'cases', identity: CONTRACT_IDENTITY };
  const exported = exportSql(compiledAdult, view === undefined ? options : { ...options, view });
  if ('refused' in exported) throw new Error(JSON.stringify(exported.refused));
  return exported.sql;
}

/** Per id of a case, the row that every database must give, as JSON in the order of the columns. */
export type ExpectedRows = ReadonlyMap<string, string>;

/** What a database gave, held against what it must give. */
export interface Comparison {
  readonly same: number;
  /** The first few that differ, in words; empty if none does. */
  readonly different: readonly string[];
}

/** Writes the contract cases as CSV and says what must come out of them. One pass, so that memory holds no cases. */
export async function writeContractCases(path: string, size: ContractSize): Promise<ExpectedRows> {
  const expected = new Map<string, string>();
  const { ruleSet } = compiledAdult;
  const lines = contractCsv(ruleSet, remembered(contractCases(compiledAdult, size), expected));
  await pipeline(Readable.from(lines), createWriteStream(path));
  return expected;
}

function* remembered(cases: Iterable<ContractCase>, expected: Map<string, string>): Generator<ContractCase> {
  for (const one of cases) {
    expected.set(one.id, JSON.stringify(CONTRACT_COLUMNS.map((column) => one.expected[column])));
    yield one;
  }
}

/** Compares a file with a JSON object a line, in any order, with the expected rows: each once, and no other. */
export async function compareRows(path: string, expected: ExpectedRows): Promise<Comparison> {
  const different: string[] = [];
  const missing = new Set(expected.keys());
  let same = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const { id, text } = readRow(line);
    const wanted = expected.get(id);
    const isFirst = missing.delete(id);
    if (isFirst && text === wanted) same++;
    else different.push(`${id}: ${text}, but expected ${isFirst ? wanted : 'no such row'}`);
    if (different.length === 5) break;
  }
  if (different.length === 0) different.push(...[...missing].slice(0, 5).map((id) => `${id}: no row`));
  return { same, different };
}

function readRow(line: string): { readonly id: string; readonly text: string } {
  const row: Record<string, unknown> = JSON.parse(line);
  const cells = Object.entries(row).map(([column, cell]) => [column, cell === null ? null : String(cell)]);
  const columns = Object.keys(row).join();
  const isInOrder = columns === CONTRACT_COLUMNS.join();
  return {
    id: String(row['id']),
    text: isInOrder ? JSON.stringify(cells.map(([, cell]) => cell)) : `the columns ${columns}`,
  };
}
