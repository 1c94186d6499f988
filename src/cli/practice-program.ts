import { type Command, InvalidArgumentError, Option } from 'commander';
import { declareCommand, repeatable } from './declare-command.ts';
import type { ExitCode } from './exit-codes.ts';
import type {
  PracticeAgreementOptions,
  PracticeEraseOptions,
  PracticeOptions,
  PracticeStatsOptions,
} from './practice-options.ts';
import type { World } from './world.ts';

const LOAD = {
  practice: () => import('./commands/practice.ts'),
  exam: () => import('./commands/practice-exam.ts'),
  stats: () => import('./commands/practice-stats.ts'),
  export: () => import('./commands/practice-export.ts'),
  erase: () => import('./commands/practice-erase.ts'),
  agreement: () => import('./commands/practice-agreement.ts'),
};

/** Declares `carestep practice`, which tells cases, and what is done with a trainee's progress. */
export function declarePracticeCommands(program: Command, world: World, end: (code: ExitCode) => void): void {
  const practice = declareCommand(
    program,
    'practice',
    'tell cases to place, then say what the criteria give and why',
  )
    // Without this, the options of `stats` that `practice` has too would be taken for those of `practice`.
    .enablePositionalOptions()
    .helpCommand(false)
    .option('--session <count>', 'end after so many cases', wholeNumber(1))
    .option('--reasons', 'mark the answers that decide, too')
    .option('--pairs', 'two cases one answer apart: which of them needs more')
    .option('--level <level>', 'only cases at this level')
    .option('--dimension <dimension>', 'only cases that criteria of this dimension decide')
    .addOption(
      new Option('--source <source>', 'only these cases').choices(['published', 'written', 'generated']),
    )
    .option('--seed <number>', 'draw the same cases for the same number', wholeNumber(0))
    .option('--plain', 'ask line by line, for screen readers and simple terminals')
    .option('--exam <count>', 'so many cases, and nothing told before the end', wholeNumber(1))
    .option('--rater <code>', 'who takes the exam, by a code that names nobody')
    .addOption(repeatable('--out <file>', 'write the result of the exam: .md, .html or .json (repeatable)'))
    .addHelpText(
      'after',
      '\nExamples:\n  carestep practice --session 10 --reasons\n  carestep practice --exam 20 --seed 7 --rater R1 --out R1.json --out R1.html',
    )
    .action(async (options: PracticeOptions) => {
      const { exam } = options;
      end(
        exam === undefined
          ? await (await LOAD.practice()).run(options, world)
          : await (await LOAD.exam()).run({ ...options, exam }, world),
      );
    });

  declareCommand(practice, 'stats', 'show what your practice has come to')
    .addOption(format())
    .addHelpText('after', '\nExample:\n  carestep practice stats')
    .action(async (options: PracticeStatsOptions) => end(await (await LOAD.stats()).run(options, world)));

  practice
    .command('export')
    .description('write out all that is kept of your practice')
    .argument('[file]', 'standard output without it')
    .addHelpText('after', '\nExample:\n  carestep practice export my-practice.ndjson')
    .action(async (file: string | undefined) =>
      end(await (await LOAD.export()).run(file === undefined ? {} : { file }, world)),
    );

  practice
    .command('erase')
    .description('erase all that is kept of your practice; it cannot be brought back')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  carestep practice erase')
    .action(async (options: PracticeEraseOptions) => end(await (await LOAD.erase()).run(options, world)));

  declareCommand(practice, 'agreement', 'say how far several raters of one exam agree')
    .argument('<files...>', 'the JSON results of the exam, one for each rater')
    .addOption(format())
    .addHelpText('after', '\nExample:\n  carestep practice agreement R1.json R2.json R3.json')
    .action(async (files: string[], options: Omit<PracticeAgreementOptions, 'files'>) =>
      end(await (await LOAD.agreement()).run({ ...options, files }, world)),
    );
}

function format(): Option {
  return new Option('--format <format>', 'how to write').choices(['text', 'json']);
}

/** Reads a whole number; more than nine digits are a slip. */
function wholeNumber(least: number): (value: string) => number {
  return (value) => {
    if (!/^\d{1,9}$/.test(value) || Number(value) < least) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to 999999999.`);
    }
    return Number(value);
  };
}
