import { type Command, Option } from 'commander';
import type {
  RulesCheckOptions,
  RulesDiffOptions,
  RulesNewOptions,
  RulesShowOptions,
  RulesTestOptions,
  RulesVerifyOptions,
} from './command-options.ts';
import { declareCommand, repeatable } from './declare-command.ts';
import type { ExitCode } from './exit-codes.ts';
import type { World } from './world.ts';

const LOAD = {
  check: () => import('./commands/rules-check.ts'),
  test: () => import('./commands/rules-test.ts'),
  verify: () => import('./commands/rules-verify.ts'),
  diff: () => import('./commands/rules-diff.ts'),
  new: () => import('./commands/rules-new.ts'),
  show: () => import('./commands/rules-show.ts'),
};

/** Declares `carestep rules` with what an author does to a rule set. */
export function declareRulesCommands(program: Command, world: World, end: (code: ExitCode) => void): void {
  const rules = program
    .command('rules')
    .description('begin, check, test, prove, compare or show a rule set')
    .helpCommand(false);

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

  rules
    .command('diff')
    .description('compare two versions of a rule set over every possible case')
    .argument('<old>', 'a path with a slash, a shipped set by name, or REV:PATH as git has it')
    .argument('[new]', 'the same for the new version; left out, the one version is compared with its parent')
    .addOption(repeatable('--on <file>', 'say which cases of a file move (repeatable)'))
    .addOption(
      new Option('--fail-if <what>', 'exit 1 if a case gets less care, or any other level or alert').choices([
        'lowers',
        'moves',
      ]),
    )
    .addOption(new Option('--format <format>', 'how to write').choices(['text', 'json']))
    .option('--examples <folder>', 'write an example of each move into a folder, one file each')
    .addHelpText(
      'after',
      '\nExample:\n  carestep rules diff HEAD:rules/my-rules ./rules/my-rules --fail-if lowers',
    )
    .action(async (old: string, now: string | undefined, options: Omit<RulesDiffOptions, 'versions'>) => {
      const versions = now === undefined ? ([old] as const) : ([old, now] as const);
      end(await (await LOAD.diff()).run({ ...options, versions }, world));
    });

  declareCommand(rules, 'show', 'show the criteria for reading')
    .addOption(
      new Option('--by <what>', 'what to group the rules by').choices(['level', 'dimension', 'question']),
    )
    .option('--level <level>', 'only what asks for this level or rules it out')
    .option('--dimension <dimension>', 'only this dimension')
    .option('--question <question>', 'only what tests this question')
    .addOption(new Option('--format <format>', 'how to write').choices(['text', 'markdown', 'html']))
    .option('--out <file>', 'write to a file; its extension gives the form unless --format does')
    .addHelpText('after', '\nExample:\n  carestep rules show --out criteria.html')
    .action(async (options: RulesShowOptions) => end(await (await LOAD.show()).run(options, world)));

  rules
    .command('new')
    .description('begin a rule set of your own')
    .argument('<folder>', 'a folder that is new or empty')
    .option('--from <set>', 'copy this rule set, a shipped one by name or a path with a slash')
    .option('--id <id>', 'the id of the new rule set (default: the name of the folder)')
    .addHelpText('after', '\nExample:\n  carestep rules new my-rules --from adult')
    .action(async (folder: string, options: Omit<RulesNewOptions, 'folder'>) =>
      end(await (await LOAD.new()).run({ ...options, folder }, world)),
    );
}
