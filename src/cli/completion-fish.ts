import type { CompletedCommand, CompletedOption, CompletedValue } from './completion-spec.ts';
import type { Offer } from './completion-words.ts';

/** The script for fish, which shows the descriptions beside what it offers. */
export function fishCompletion(
  commands: readonly CompletedCommand[],
  offerOf: (value: CompletedValue) => Offer,
): string {
  return `# fish completion for carestep, made by \`carestep completion fish\`
function __carestep_at
    set -l at
    for word in (commandline -opc)[2..]
        switch "$at $word"
            case ${commands.flatMap(subcommandPatterns).join(' ')}
                set at (string trim "$at $word")
        end
    end
    test "$at" = "$argv"
end
complete -c carestep -f
${commands.flatMap((command) => linesOf(command, offerOf)).join('\n')}
`;
}

function subcommandPatterns({ path, subcommands }: CompletedCommand): string[] {
  return subcommands.map(({ name }) => quoted(`${path.join(' ')} ${name}`));
}

function linesOf(command: CompletedCommand, offerOf: (value: CompletedValue) => Offer): string[] {
  const start = `complete -c carestep -n ${quoted(`__carestep_at ${command.path.join(' ')}`.trim())}`;
  return [
    ...command.subcommands.map(
      ({ name, description }) => `${start} -a ${quoted(name)} -d ${quoted(description)}`,
    ),
    ...command.options.map((option) => `${start} ${optionWords(option, offerOf)}`),
    `${start} -s h -l help -d 'show help'`,
    ...command.values.map((value) => `${start} ${offered(offerOf(value))}`),
  ];
}

function optionWords(
  { names, description, value }: CompletedOption,
  offerOf: (value: CompletedValue) => Offer,
): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const values = value === undefined ? [] : ['-r', offered(offerOf(value))];
  return [...flags, '-d', quoted(description), ...values].join(' ');
}

function offered(offer: Offer): string {
  switch (offer.kind) {
    case 'words':
    case 'assignments':
      return `-f -a ${quoted(offer.words.join(' '))}`;
    case 'files':
      return '-F';
    case 'folders':
      return `-f -a ${quoted([...offer.words, '(__fish_complete_directories)'].join(' '))}`;
    default:
      return offer satisfies never;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
