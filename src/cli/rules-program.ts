import { type Command, Option } from 'commander';
import type { RulesCheckOptions, RulesTestOptions, RulesVerifyOptions } from './command-options.ts';
import { declareCommand } from './declare-command.ts';
import type { ExitCode } from './exit-codes.ts';
import type { World } from './world.ts';

const LOAD = {
  check: () => import('./commands/rules-check.ts'),
  test: () => import('./commands/rules-test.ts'),
  verify: () => import('./commands/rules-verify.ts'),
};

/** Declares `carestep rules` with what an author does to a rule set. */
export function declareRulesCommands(program: Command, world: World, end: (code: ExitCode) => void): void {
  const rules = program.command('rules').description('check, test and prove a rule set').helpCommand(false);

  declareCommand(rules, 'check', 'find what is wrong or does nothing, over every possible case')
    .addOption(new Option('--format <format>', 'how to write').choices(['text', 'json']))
    .option('--all', 'show accepted findings too')
    .addHelpText('after', '\nExample:\n  carestep rules check --rules ./my-rules')
    .action(async (options: RulesCheckOptions) => end(await (await LOAD.check()).run(options, world)));

  declareCommand(rules, 'test', 'run the examples beside the rules and say what they do not show')
    .option('--suggest', 'print examples that close the gaps, as YAML for the author to finish')
    .option('--mutate', 'make small mistakes in the rules and name those that no example notices')
    .option('--require-coverage', 'exit 1 also if a goal is not reached that some case can reach')
    .addOption(new Option('--format <format>', 'how to write').choices(['text', 'json']))
    .option('--all', 'list every gap and every mistake that goes unnoticed')
    .addHelpText('after', '\nExample:\n  carestep rules test --rules ./my-rules --mutate')
    .action(async (options: RulesTestOptions) => end(await (await LOAD.test()).run(options, world)));

  declareCommand(rules, 'verify', 'prove what must be true of every case, or show a case that refutes it')
    .addOption(new Option('--format <format>', 'how to write').choices(['text', 'json']))
    .option('--counterexamples <folder>', 'write the cases that refute into a folder, one file each')
    .addHelpText('after', '\nExample:\n  carestep rules verify --rules ./my-rules')
    .action(async (options: RulesVerifyOptions) => end(await (await LOAD.verify()).run(options, world)));
}
