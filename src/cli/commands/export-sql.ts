import { exportSql } from '../../export/sql/export-sql.ts';
import { SQL_COLUMNS } from '../../export/sql/outcome-columns.ts';
import { identityText } from '../../render/identity.ts';
import { printable } from '../../render/printable.ts';
import type { ExportSqlOptions } from '../command-options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';
import { writeWholeFile } from '../write-whole-file.ts';

/** Writes a rule set as one SELECT, with which a database scores a table of cases. */
export async function run(options: ExportSqlOptions, world: World): Promise<ExitCode> {
  const { rules, out, dialect, table, idColumn, keep, view } = options;
  for (const name of [table, idColumn, ...keep, ...(view === undefined ? [] : [view])]) refuseEmptyName(name);
  refuseTakenName(keep);
  const { compiled, identity } = await openRuleSet(rules, world);
  const exported = exportSql(compiled, {
    dialect,
    table,
    identity: identityText(identity),
    idColumn,
    keep,
    ...(view !== undefined && { view }),
  });
  if ('refused' in exported) throw new UsageError(exported.refused.reason, exported.refused.help);
  if (out === undefined) {
    world.stdout.write(exported.sql);
  } else {
    await writeWholeFile(world, out, exported.sql);
    world.stderr.write(`Written to ${printable(out)}\n`);
  }
  return EXIT.done;
}

function refuseEmptyName(name: string): void {
  if (name.split('.').every((part) => part.trim() !== '')) return;
  throw new UsageError(`\`${printable(name)}\` is no name`, 'write a name, or `schema.name`');
}

function refuseTakenName(keep: readonly string[]): void {
  const names = keep.map((name) => name.toLowerCase());
  const taken = keep.find((name, index) => {
    const lower = name.toLowerCase();
    return SQL_COLUMNS.some((column) => column === lower) || names.indexOf(lower) < index;
  });
  if (taken === undefined) return;
  throw new UsageError(
    `the column \`${printable(taken)}\` cannot be kept: the outcome has one of that name`,
    'rename it in a view of the table',
  );
}
