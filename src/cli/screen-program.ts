import { type Command, Option } from 'commander';
import type { ScreenOptions } from './command-options.ts';
import { declareCommand } from './declare-command.ts';
import type { ExitCode } from './exit-codes.ts';
import type { World } from './world.ts';

/** Declares `screen`, which runs if no command is named. */
export function declareScreenCommand(program: Command, world: World, end: (code: ExitCode) => void): void {
  declareCommand(
    program,
    'screen',
    'ask what matters and suggest a level (this runs if no command is named)',
    true,
  )
    .option('--full', 'ask every question, also those that no longer change the level')
    .option('--answers <file>', 'start from the answers of a case file and ask the rest')
    .option('--id <id>', 'the case in that file, or the id to give the result')
    .addOption(
      new Option('--format <format>', 'how to write the result').choices([
        'text',
        'markdown',
        'html',
        'json',
      ]),
    )
    .option('--out <file>', 'write a report to a file; its extension gives the form unless --format does')
    .option('--all', 'fold nothing away')
    .option('--save <folder>', 'agree or choose another level, and save a record of the screening')
    .option('--from <record>', 'start from an earlier record; safety is asked anew')
    .option('--resume [id]', 'go on with an interview that was interrupted')
    .option('--no-draft', 'keep nothing that could be resumed')
    .option('--plain', 'ask line by line, for screen readers and simple terminals')
    .addHelpText('after', '\nExample:\n  carestep screen --out report.html')
    .action(async (options: ScreenOptions) => {
      const { run } = await import('./commands/screen.ts');
      end(await run(options, world));
    });
}
