import { Chalk } from 'chalk';

/** Styles by what they mean. Without color each returns its text as it is, so nothing may hang on color alone. */
export interface Theme {
  readonly color: boolean;
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  /** An emergency. */
  readonly alert: (text: string) => string;
  /** Something to look at again: an open question, answers that disagree. */
  readonly caution: (text: string) => string;
  /** The suggested level, a rule that holds. */
  readonly chosen: (text: string) => string;
}

/**
 * Whether to use color, decided once at the start: `NO_COLOR` wins over `FORCE_COLOR`, and both over the terminal.
 */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTTY: boolean): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTTY && env['TERM'] !== 'dumb';
}

/**
 * The styles, from the 16 colors that each terminal maps to its own background. The level is set here rather than
 * guessed by chalk, which does not know `NO_COLOR`.
 */
export function createTheme(options: { readonly color: boolean }): Theme {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  return {
    color: options.color,
    heading: (text) => chalk.bold(text),
    strong: (text) => chalk.bold(text),
    quiet: (text) => chalk.dim(text),
    alert: (text) => chalk.bold.red(text),
    caution: (text) => chalk.magenta(text),
    chosen: (text) => chalk.bold.green(text),
  };
}
