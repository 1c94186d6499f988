import { Command, CommanderError, Option } from 'commander';
import { printable } from '../render/printable.ts';
import { nearest } from '../rule-set/suggestion.ts';
import type { ExplainOptions, ScreenOptions } from './command-options.ts';
import { declareCompletionCommand } from './completion-program.ts';
import { declareCommand, repeatable } from './declare-command.ts';
import { declareDraftCommands } from './draft-program.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { declareExportCommands } from './export-program.ts';
import { declareMapCommand } from './map-program.ts';
import { declarePracticeCommands } from './practice-program.ts';
import { declareRecordCommands } from './record-program.ts';
import { declareRulesCommands } from './rules-program.ts';
import { declareScoreCommand } from './score-program.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** Each command's code is loaded when it is asked for, so that `--help` loads none of it. */
const LOAD = {
  screen: () => import('./commands/screen.ts'),
  explain: () => import('./commands/explain.ts'),
};

/** Reads the command line, runs the command it names and returns that command's exit code. */
export async function runProgram(argv: readonly string[], version: string, world: World): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = declareCommands(version, world, (ending) => {
    code = ending;
  });
  refuseUnknownCommand(
    argv,
    program.commands.map((command) => command.name()),
  );
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    // commander has printed its message by then; help and version end this way too, with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    throw error;
  }
}

function declareCommands(version: string, world: World, end: (code: ExitCode) => void): Command {
  const program = new Command('carestep')
    .description('Suggests a level of mental-health care from a few answers, and says why.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
      outputError: (text, write) => write(inHouseStyle(text)),
      getOutHelpWidth: () => world.columns,
      getErrHelpWidth: () => world.columns,
    })
    .showHelpAfterError('  help: `carestep --help` lists the commands and options')
    .exitOverride()
    .addHelpText('after', PROGRAM_NOTES);

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
    .action(async (options: ScreenOptions) => end(await (await LOAD.screen()).run(options, world)));

  declareScoreCommand(program, world, end);
  declareMapCommand(program, world, end);
  declareCommand(program, 'explain', 'show every rule and how it stands for one case')
    .argument('<case>', 'a case file (YAML, JSON, NDJSON or CSV), or - for standard input')
    .option('--id <id>', 'which case, where the file holds several')
    .option('--why-not <level>', 'why this level is not suggested')
    .addOption(repeatable('--what-if <question=answer>', 'compare with an answer changed (repeatable)'))
    .addOption(new Option('--format <format>', 'how to write').choices(['text', 'markdown', 'html', 'json']))
    .option('--out <file>', 'write to a file; its extension gives the form unless --format does')
    .option('--all', 'fold nothing away, and give the reason of every rule')
    .addHelpText('after', '\nExample:\n  carestep explain case.yaml --what-if monitoring_need=daily')
    .action(async (file: string, options: Omit<ExplainOptions, 'case'>) =>
      end(await (await LOAD.explain()).run({ ...options, case: file }, world)),
    );

  declarePracticeCommands(program, world, end);
  declareRecordCommands(program, world, end);
  declareDraftCommands(program, world, end);
  declareRulesCommands(program, world, end);
  declareExportCommands(program, world, end);
  declareCompletionCommand(program, 'screen', world, end);
  return program;
}

/** Without this, a mistyped command would be taken for an argument of the default one. */
function refuseUnknownCommand(argv: readonly string[], known: readonly string[]): void {
  const [first] = argv;
  if (first === undefined || first.startsWith('-') || known.includes(first)) return;
  // Two letters swapped are as far off as two that differ: of equally near names the one as long is meant.
  const byLength = known.toSorted(
    (a, b) => Math.abs(a.length - first.length) - Math.abs(b.length - first.length),
  );
  const meant = nearest(first, byLength);
  throw new UsageError(
    `there is no command \`${printable(first)}\``,
    meant === undefined ? `the commands are ${known.join(', ')}` : `did you mean \`carestep ${meant}\`?`,
  );
}

/** commander quotes with apostrophes and ends in a period; carestep uses backticks and no period. */
function inHouseStyle(text: string): string {
  const lines = text.trimEnd().split('\n').map(printable);
  return `${lines
    .join('\n')
    .replaceAll(/'([^']*)'/g, '`$1`')
    .replace(/\.$/, '')}\n`;
}

const PROGRAM_NOTES = `
Examples:
  carestep                             ask, suggest a level and say why
  carestep screen --out report.html    the same, with a page for the chart
  carestep screen --save records       the same, then agree or override, and save
  carestep score cases.csv             score every case of a file
  carestep explain case.yaml           see each rule and how it stands
  carestep explain case.yaml --why-not outpatient
                                       see what stands against a level
  carestep explain case.yaml --what-if monitoring_need=daily
                                       see what another answer would lead to
  carestep practice                    learn the criteria by placing people
  carestep rules show --level iop      read the criteria for one level

Exit codes: 0 done, 1 findings, 2 wrong command line or file, 3 open (no single
level), 4 an alert is in force, 70 a mistake in carestep, 130 cancelled.

carestep supports a clinician's judgment and does not replace it.`;
