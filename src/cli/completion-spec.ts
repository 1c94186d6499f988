import type { Argument, Command, Option } from 'commander';

/** What can stand in a place of the command line. */
export type CompletedValue =
  | { readonly kind: 'choices'; readonly words: readonly string[] }
  | { readonly kind: CompletedKind };

/** The kinds of values by how commander's declaration calls their place. `anything` has nothing to offer. */
const KINDS = {
  file: 'files',
  files: 'files',
  paths: 'files',
  case: 'files',
  record: 'files',
  one: 'files',
  other: 'files',
  folder: 'folders',
  set: 'sets',
  old: 'sets',
  new: 'sets',
  level: 'levels',
  dimension: 'dimensions',
  question: 'questions',
  'question=answer': 'assignments',
  id: 'anything',
  column: 'anything',
  sheet: 'anything',
  table: 'anything',
  view: 'anything',
  count: 'anything',
  number: 'anything',
  code: 'anything',
} as const;

type CompletedKind = (typeof KINDS)[keyof typeof KINDS];

export interface CompletedOption {
  /** With their dashes. */
  readonly names: readonly string[];
  readonly description: string;
  /** Absent for a flag. */
  readonly value?: CompletedValue;
}

/** One command, or the program itself, as the shell must know it. */
export interface CompletedCommand {
  /** The words that lead there: `rules check`; none for the program. */
  readonly path: readonly string[];
  readonly subcommands: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly CompletedOption[];
  readonly values: readonly CompletedValue[];
  /** The last of the values may come again. */
  readonly isVariadic: boolean;
}

/**
 * All commands, read off commander's declaration, so that no second list must be kept. The program also takes the
 * options of its default command.
 *
 * @throws RangeError where a place has a name that says nothing about what can stand there.
 */
export function completionSpec(program: Command, defaultCommand: string): readonly CompletedCommand[] {
  const implied = program.commands.find((command) => command.name() === defaultCommand);
  const own = commandAt(program, []);
  const root = { ...own, options: [...own.options, ...(implied === undefined ? [] : optionsOf(implied))] };
  return [root, ...program.commands.flatMap((command) => treeAt(command, []))];
}

function treeAt(command: Command, above: readonly string[]): CompletedCommand[] {
  const path = [...above, command.name()];
  return [commandAt(command, path), ...command.commands.flatMap((each) => treeAt(each, path))];
}

function commandAt(command: Command, path: readonly string[]): CompletedCommand {
  return {
    path,
    subcommands: command.commands.map((each) => ({ name: each.name(), description: each.description() })),
    options: optionsOf(command),
    values: command.registeredArguments.map((argument) => completedValue(argument.name(), argument)),
    isVariadic: command.registeredArguments.at(-1)?.variadic ?? false,
  };
}

function optionsOf(command: Command): CompletedOption[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help')
    .map((option) => {
      const place = /<(.+)>/.exec(option.flags)?.[1];
      return {
        names: [option.short, option.long].flatMap((name) => name ?? []),
        description: option.description,
        ...(place !== undefined && { value: completedValue(place, option) }),
      };
    });
}

function completedValue(
  place: string,
  { argChoices }: Pick<Argument & Option, 'argChoices'>,
): CompletedValue {
  if (argChoices !== undefined) return { kind: 'choices', words: argChoices };
  if (!isKnownPlace(place)) throw new RangeError(`the shells do not know what can stand for <${place}>`);
  return { kind: KINDS[place] };
}

function isKnownPlace(place: string): place is keyof typeof KINDS {
  return Object.hasOwn(KINDS, place);
}
