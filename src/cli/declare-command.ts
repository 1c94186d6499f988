import { type Command, InvalidArgumentError, Option } from 'commander';

const DEFAULT_RULES = 'adult';

/** A command with what all of them share: a description and `--rules`. */
export function declareCommand(
  parent: Command,
  name: string,
  description: string,
  isDefault = false,
): Command {
  return parent
    .command(name, { isDefault })
    .description(description)
    .option('--rules <set>', 'a shipped rule set by name, or a path with a slash', DEFAULT_RULES);
}

/** An option that takes one value each time it is given, so that it never swallows the words after it. */
export function repeatable(flags: string, description: string, allowed?: readonly string[]): Option {
  const option = new Option(flags, description).default([], 'none');
  if (allowed !== undefined) option.choices(allowed);
  return option.argParser((value: string, before: string[]) => {
    if (allowed !== undefined && !allowed.includes(value)) {
      throw new InvalidArgumentError(`Allowed choices are ${allowed.join(', ')}.`);
    }
    return [...before, value];
  });
}
