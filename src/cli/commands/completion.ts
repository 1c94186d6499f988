import type { CompletionOptions } from '../command-options.ts';
import { fishCompletion } from '../completion-fish.ts';
import { bashCompletion, zshCompletion } from '../completion-sh.ts';
import type { CompletedCommand, CompletedValue } from '../completion-spec.ts';
import { offerOf } from '../completion-words.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { packageFile } from '../package-file.ts';
import type { World } from '../world.ts';

/** Prints the completion script for a shell, with the words of one rule set in it. */
export async function run(
  { rules, shell }: CompletionOptions,
  commands: readonly CompletedCommand[],
  world: World,
): Promise<ExitCode> {
  const { compiled } = await openRuleSet(rules, world);
  const shippedSets = await world.readDir(packageFile('rules'));
  const offer = (value: CompletedValue) => offerOf(value, compiled.ruleSet, shippedSets);
  world.stdout.write(SCRIPTS[shell](commands, offer));
  return EXIT.done;
}

const SCRIPTS = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
} as const satisfies Record<CompletionOptions['shell'], typeof bashCompletion>;
