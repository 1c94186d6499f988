import { type Command, Option } from 'commander';
import type { ExplainOptions } from './command-options.ts';
import { declareCommand, repeatable } from './declare-command.ts';
import type { ExitCode } from './exit-codes.ts';
import type { World } from './world.ts';

/** Declares `explain`. */
export function declareExplainCommand(program: Command, world: World, end: (code: ExitCode) => void): void {
  declareCommand(program, 'explain', 'show every rule and how it stands for one case')
    .argument('<case>', 'a case file (YAML, JSON, NDJSON or CSV), or - for standard input')
    .option('--id <id>', 'which case, where the file holds several')
    .option('--why-not <level>', 'why this level is not suggested')
    .addOption(repeatable('--what-if <question=answer>', 'compare with an answer changed (repeatable)'))
    .addOption(new Option('--format <format>', 'how to write').choices(['text', 'markdown', 'html', 'json']))
    .option('--out <file>', 'write to a file; its extension gives the form unless --format does')
    .option('--all', 'fold nothing away, and give the reason of every rule')
    .addHelpText('after', '\nExample:\n  carestep explain case.yaml --what-if monitoring_need=daily')
    .action(async (file: string, options: Omit<ExplainOptions, 'case'>) => {
      const { run } = await import('./commands/explain.ts');
      end(await run({ ...options, case: file }, world));
    });
}
