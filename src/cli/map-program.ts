import { type Command, Option } from 'commander';
import type { MapOptions } from './command-options.ts';
import { declareCommand } from './declare-command.ts';
import type { ExitCode } from './exit-codes.ts';
import type { World } from './world.ts';

/** Declares `map`. */
export function declareMapCommand(program: Command, world: World, end: (code: ExitCode) => void): void {
  declareCommand(program, 'map', 'say how a file of another making is to be scored')
    .argument('<file>', 'a CSV, Excel, NDJSON or Parquet file, or - for standard input')
    .addOption(new Option('--input-format <format>', 'how to read').choices(['csv', 'ndjson']))
    .option('--sheet <sheet>', 'the sheet of an Excel file; by default the first')
    .option('--out <file>', 'write the mapping to a file')
    .addHelpText('after', '\nExample:\n  carestep map intake.csv --out intake-map.yaml')
    .action(async (file: string, options: Omit<MapOptions, 'file'>) =>
      end(await (await import('./commands/map.ts')).run({ ...options, file }, world)),
    );
}
