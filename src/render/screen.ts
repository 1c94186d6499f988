import type { Theme } from './theme.ts';

/** How a screen is to look. */
export interface Look {
  /** Columns of the terminal; no line is wider. */
  readonly width: number;
  readonly theme: Theme;
}

/** One numbered line of a screen; its number marks it, Enter then does what it stands for. */
export interface Choice<Event> {
  readonly lines: readonly string[];
  /** Shown while it is marked. */
  readonly detail: readonly string[];
  readonly event: Event;
}

/** A key that acts at once, and the word for it in the line of keys. */
export interface KeyAction<Event> {
  readonly key: string;
  readonly word: string;
  /** The word where room is scarce. */
  readonly short?: string;
  /** The rest of the screen names the key, so the line of keys does not. */
  readonly isNamedAbove?: boolean;
  readonly event: Event;
}

/** What a person is shown and may do, in lines that are never wider than the terminal. */
export interface Screen<Event> {
  readonly above: readonly string[];
  readonly choices: readonly Choice<Event>[];
  readonly below: readonly string[];
  readonly keys: readonly KeyAction<Event>[];
  /** What `?` shows; empty where there is no help. */
  readonly help: readonly string[];
  /** Makes what `w` shows, which takes a moment; absent where nothing is asked. */
  readonly why?: () => readonly string[];
  /**
   * What Enter does when nothing is marked: it says this, or, where nothing clinical is asked, it ends the screen; then
   * `word` stands in the line of keys.
   */
  readonly onIdleEnter: string | { readonly word: string; readonly event: Event };
}

/** Columns before each choice: the mark, the number and the spaces around it. */
export const NUMBER_WIDTH = 6;
