import { Argument, type Command } from 'commander';
import type { CompletionOptions } from './command-options.ts';
import { completionSpec } from './completion-spec.ts';
import { declareCommand } from './declare-command.ts';
import type { ExitCode } from './exit-codes.ts';
import type { World } from './world.ts';

/** Declares `carestep completion`, which knows every other command by the program it is declared in. */
export function declareCompletionCommand(
  program: Command,
  defaultCommand: string,
  world: World,
  end: (code: ExitCode) => void,
): void {
  declareCommand(program, 'completion', 'print a script that completes command lines in your shell')
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText('after', '\nExample:\n  source <(carestep completion bash)')
    .action(async (shell: CompletionOptions['shell'], options: Omit<CompletionOptions, 'shell'>) => {
      const { run } = await import('./commands/completion.ts');
      end(await run({ ...options, shell }, completionSpec(program, defaultCommand), world));
    });
}
