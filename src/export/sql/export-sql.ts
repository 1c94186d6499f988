import type { RuleSet } from '../../core/rule-set.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { DECISION_SUPPORT_NOTE } from '../../render/identity.ts';
import { wrapped } from '../../render/text-lines.ts';
import { BLANK_CHARACTERS, codesLayer, problemColumn } from './answer-codes.ts';
import { ColumnNames } from './column-names.ts';
import { DIALECTS, type Dialect, type SqlDialect } from './dialect.ts';
import type { Writing } from './formula-text.ts';
import { ladderLayers } from './ladder-columns.ts';
import { type Column, columnsText, type Layer } from './layer.ts';
import { outcomeColumns } from './outcome-columns.ts';
import { adviceLayer, rulesLayer } from './rule-columns.ts';
import { planSql, type Refusal } from './sql-plan.ts';

export interface SqlOptions {
  readonly dialect: SqlDialect;
  /** The table of cases: one text column a question. Parts of its name are separated by periods. */
  readonly table: string;
  /** What the `rule_set` column holds. */
  readonly identity: string;
  /** The column of the table that becomes `id`; by default it is called so. */
  readonly idColumn?: string;
  /** Columns of the table to copy behind the outcome. */
  readonly keep?: readonly string[];
  /** Make a view of this name. */
  readonly view?: string;
}

/**
 * One SELECT that scores a table of cases, exactly as the program does, also where questions are open; or why there is
 * none. The formulas in it are proven for every partial case before they are written.
 */
export function exportSql(
  compiled: CompiledRuleSet,
  options: SqlOptions,
): { readonly sql: string } | { readonly refused: Refusal } {
  const plan = planSql(compiled);
  if ('refused' in plan) return plan;
  const dialect: Dialect = DIALECTS[options.dialect];
  const writing: Writing = {
    ruleSet: compiled.ruleSet,
    dialect,
    names: new ColumnNames(compiled.ruleSet, dialect),
  };
  const layers = [
    codesLayer(writing),
    rulesLayer(plan, writing),
    ...ladderLayers(plan, writing),
    adviceLayer(plan, writing),
    { name: 'checked', note: 'texts that are no answer', columns: [problemColumn(writing)] },
  ].filter(({ columns }) => columns.length > 0);
  const columns = layers.flatMap((layer) => layer.columns).length;
  if (columns > MOST_COLUMNS) return { refused: tooManyColumns(columns) };
  const parts = { options, writing, layers, outcome: outcomeColumns(plan, writing, options.identity) };
  const select = options.dialect === 'postgres' ? perRowSelect(parts) : chainedSelect(parts);
  const view = options.view === undefined ? '' : `CREATE VIEW ${nameOf(dialect, options.view)} AS\n`;
  return { sql: `${headerText(compiled.ruleSet, dialect, options.identity)}${view}${select};\n` };
}

/** PostgreSQL carries at most 1,664 columns from one step to the next. */
const MOST_COLUMNS = 1600;

function tooManyColumns(columns: number): Refusal {
  return {
    reason: `the SELECT would need ${columns} columns between the table and the outcome, and ${MOST_COLUMNS} are the most`,
    help: 'export a rule set with fewer rules',
  };
}

interface Parts {
  readonly options: SqlOptions;
  readonly writing: Writing;
  readonly layers: readonly Layer[];
  readonly outcome: readonly Column[];
}

/** Each step is a query over the one before it. */
function chainedSelect({ options, writing, layers, outcome }: Parts): string {
  const { dialect, names } = writing;
  const carried = [
    { name: names.of('case id'), sql: `given.${dialect.name(options.idColumn ?? 'id')}` },
    ...(options.keep ?? []).map((column, index) => ({
      name: names.of(`kept column ${index + 1}`),
      sql: `given.${dialect.name(column)}`,
    })),
  ];
  const kept = (options.keep ?? []).map((column, index) => ({
    name: dialect.name(column),
    sql: names.of(`kept column ${index + 1}`),
  }));
  const steps = layers.map(({ name, note, columns }, index) => {
    const before = layers[index - 1]?.name;
    const from = before ?? `${nameOf(dialect, options.table)} AS given CROSS JOIN blank`;
    const text =
      before === undefined ? columnsText([...carried, ...columns]) : columnsText(columns, [`${before}.*`]);
    return `-- ${note}\n${name} AS (\n  SELECT\n${text}\n  FROM ${from}\n)`;
  });
  const id = { name: dialect.name('id'), sql: names.of('case id') };
  return [
    `WITH ${[blankText(dialect), ...steps].join(',\n')}`,
    `SELECT\n${columnsText([id, ...outcome, ...kept])}`,
    `FROM ${layers.at(-1)?.name}`,
  ].join('\n');
}

/**
 * The same steps for each row by itself, so that a condition on the table's own columns is applied before any row is
 * scored. OFFSET 0 keeps PostgreSQL from writing each column out wherever a later step names it.
 */
function perRowSelect({ options, writing, layers, outcome }: Parts): string {
  const { dialect } = writing;
  const steps = layers.map(({ name, note, columns }, index) => {
    const before = layers[index - 1]?.name;
    const text = columnsText(columns, before === undefined ? [] : [`${before}.*`]);
    return `-- ${note}\n${name} AS (\n  SELECT\n${text}\n  FROM ${before ?? 'blank'}\n  OFFSET 0\n)`;
  });
  const given = (column: string, as: string) => ({
    name: dialect.name(as),
    sql: `given.${dialect.name(column)}`,
  });
  const kept = (options.keep ?? []).map((column) => given(column, column));
  const scored = outcome.map(({ name }) => ({ name, sql: `scored.${name}` }));
  return [
    `SELECT\n${columnsText([given(options.idColumn ?? 'id', 'id'), ...scored, ...kept])}`,
    `FROM ${nameOf(dialect, options.table)} AS given CROSS JOIN LATERAL (`,
    `WITH ${[blankText(dialect), ...steps].join(',\n')}`,
    `SELECT\n${columnsText(outcome)}`,
    `FROM ${layers.at(-1)?.name}`,
    ') AS scored',
  ].join('\n');
}

function blankText(dialect: Dialect): string {
  const characters = dialect.characters(BLANK_CHARACTERS);
  return `-- the characters of blank texts: white space and line ends\nblank AS (\n  SELECT ${characters} AS characters\n)`;
}

/** A name of which each part between periods is quoted by itself, as in `schema.table`. */
function nameOf(dialect: Dialect, name: string): string {
  return name.split('.').map(dialect.name).join('.');
}

function headerText({ title, validation }: RuleSet, dialect: Dialect, identity: string): string {
  const lines = [
    ...wrapped(`${title}: ${identity}, written for ${dialect.title} by carestep.`, 96),
    ...wrapped(DECISION_SUPPORT_NOTE, 96),
    ...wrapped(validation, 96),
    ...wrapped(PROOF_NOTE, 96),
  ];
  return `${lines.map((line) => `-- ${line}`.trimEnd()).join('\n')}\n`;
}

const PROOF_NOTE = `Level, lowest, highest, alerts, advice and rechecks are proven equal to those of carestep for every case,
  however many questions are open. To change anything, change the rules and export them again.`;
