import { type Command, Option } from 'commander';
import type {
  RecordCompareOptions,
  RecordListOptions,
  RecordShowOptions,
  RecordVerifyOptions,
} from './command-options.ts';
import { declareCommand } from './declare-command.ts';
import type { ExitCode } from './exit-codes.ts';
import type { World } from './world.ts';

const LOAD = {
  list: () => import('./commands/record-list.ts'),
  show: () => import('./commands/record-show.ts'),
  compare: () => import('./commands/record-compare.ts'),
  verify: () => import('./commands/record-verify.ts'),
};

/** Declares `carestep record` with what is done to saved screenings. */
export function declareRecordCommands(program: Command, world: World, end: (code: ExitCode) => void): void {
  const record = program
    .command('record')
    .description('list, show, compare or verify saved screenings')
    .helpCommand(false);

  declareCommand(record, 'list', 'list the records of a folder, and when a review is due')
    .argument('<folder>', 'the folder given to `carestep screen --save`')
    .addOption(format(['text', 'json']))
    .addHelpText('after', '\nExample:\n  carestep record list records')
    .action(async (folder: string, options: Omit<RecordListOptions, 'folder'>) =>
      end(await (await LOAD.list()).run({ ...options, folder }, world)),
    );

  declareCommand(record, 'show', 'show one record: the result as it was, and what was decided')
    .argument('<file>', 'a record')
    .addOption(format(['text', 'markdown', 'html', 'json']))
    .option('--out <file>', 'write to a file; its extension gives the form unless --format does')
    .addHelpText('after', '\nExample:\n  carestep record show records/k7f3-9xq2-1.json')
    .action(async (file: string, options: Omit<RecordShowOptions, 'file'>) =>
      end(await (await LOAD.show()).run({ ...options, file }, world)),
    );

  declareCommand(record, 'compare', 'compare two records of a case: step up, step down or the same')
    .argument('<one>', 'a record')
    .argument('<other>', 'another record of the same case')
    .addOption(format(['text', 'json']))
    .addHelpText(
      'after',
      '\nExample:\n  carestep record compare records/k7f3-9xq2-1.json records/k7f3-9xq2-2.json',
    )
    .action(async (one: string, other: string, options: Omit<RecordCompareOptions, 'one' | 'other'>) =>
      end(await (await LOAD.compare()).run({ ...options, one, other }, world)),
    );

  declareCommand(record, 'verify', 'work records out again, and say what has changed since')
    .argument('<paths...>', 'records, which end in .json, or folders of them')
    .addOption(format(['text', 'json']))
    .addHelpText('after', '\nExample:\n  carestep record verify records')
    .action(async (paths: string[], options: Omit<RecordVerifyOptions, 'paths'>) =>
      end(await (await LOAD.verify()).run({ ...options, paths }, world)),
    );
}

function format(choices: readonly string[]): Option {
  return new Option('--format <format>', 'how to write').choices([...choices]);
}
