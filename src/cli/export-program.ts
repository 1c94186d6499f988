import { type Command, Option } from 'commander';
import type { ExportJsonSchemaOptions, ExportSqlOptions } from './command-options.ts';
import { declareCommand, repeatable } from './declare-command.ts';
import type { ExitCode } from './exit-codes.ts';
import type { World } from './world.ts';

const LOAD = {
  jsonSchema: () => import('./commands/export-json-schema.ts'),
  sql: () => import('./commands/export-sql.ts'),
};

/** Declares `carestep export` with the forms in which other programs read a rule set. */
export function declareExportCommands(program: Command, world: World, end: (code: ExitCode) => void): void {
  const group = program
    .command('export')
    .description('write a rule set in a form that other programs read')
    .helpCommand(false);

  group
    .command('json-schema')
    .description('a JSON Schema with which an editor completes and checks the files')
    .option('--rules <set>', 'know the ids of this rule set, a shipped one by name or a path with a slash')
    .addOption(
      new Option('--for <kind>', 'the kind of file')
        .choices(['rule-set', 'dimension', 'guarantees', 'examples', 'vignettes', 'case'])
        .default('dimension'),
    )
    .option('--out <file>', 'write to a file')
    .addHelpText(
      'after',
      '\nExample:\n  carestep export json-schema --rules ./my-rules --out my-rules/dimension.schema.json',
    )
    .action(async (options: ExportJsonSchemaOptions) =>
      end(await (await LOAD.jsonSchema()).run(options, world)),
    );

  declareCommand(group, 'sql', 'one SELECT with which a database scores a table of cases')
    .addOption(
      new Option('--dialect <dialect>', 'the database it is for')
        .choices(['duckdb', 'postgres', 'spark'])
        .makeOptionMandatory(),
    )
    .requiredOption('--table <table>', 'the table of cases, one text column a question')
    .option('--id-column <column>', 'the column of the table that holds the id', 'id')
    .addOption(repeatable('--keep <column>', 'copy a column of the table (repeatable)'))
    .option('--view <view>', 'make it a view of this name')
    .option('--out <file>', 'write to a file')
    .addHelpText(
      'after',
      '\nExample:\n  carestep export sql --dialect postgres --table intake.cases --view intake.placements',
    )
    .action(async (options: ExportSqlOptions) => end(await (await LOAD.sql()).run(options, world)));
}
