import { Command, CommanderError } from 'commander';
import { printable } from '../render/printable.ts';
import { nearest } from '../rule-set/suggestion.ts';
import { declareCompletionCommand } from './completion-program.ts';
import { declareDraftCommands } from './draft-program.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { declareExplainCommand } from './explain-program.ts';
import { declareExportCommands } from './export-program.ts';
import { declareMapCommand } from './map-program.ts';
import { declarePracticeCommands } from './practice-program.ts';
import { declareRecordCommands } from './record-program.ts';
import { declareRulesCommands } from './rules-program.ts';
import { declareScoreCommand } from './score-program.ts';
import { declareScreenCommand } from './screen-program.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

type Declare = (program: Command, world: World, end: (code: ExitCode) => void) => void;

/** The commands in the order of the help. The code of each is loaded when it runs, so that `--help` loads none. */
const COMMANDS: ReadonlyMap<string, Declare> = new Map(
  Object.entries({
    screen: declareScreenCommand,
    score: declareScoreCommand,
    map: declareMapCommand,
    explain: declareExplainCommand,
    practice: declarePracticeCommands,
    record: declareRecordCommands,
    draft: declareDraftCommands,
    rules: declareRulesCommands,
    export: declareExportCommands,
    completion: (program, world, end) => declareCompletionCommand(program, 'screen', world, end),
  }),
);

/** The command that must know all others. */
const KNOWS_ALL = 'completion';

/** Reads the command line, runs the command it names and returns that command's exit code. */
export async function runProgram(argv: readonly string[], version: string, world: World): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = createProgram(version, world);
  for (const declare of declarationsFor(argv)) {
    declare(program, world, (ending) => {
      code = ending;
    });
  }
  refuseUnknownCommand(argv, [...COMMANDS.keys()]);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    // commander has printed its message by then; help and version end this way too, with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    throw error;
  }
}

/** To declare all commands takes milliseconds: where the first word names one, that one will do. */
function declarationsFor([first]: readonly string[]): readonly Declare[] {
  const named = first === undefined || first === KNOWS_ALL ? undefined : COMMANDS.get(first);
  return named === undefined ? [...COMMANDS.values()] : [named];
}

function createProgram(version: string, world: World): Command {
  return new Command('carestep')
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
