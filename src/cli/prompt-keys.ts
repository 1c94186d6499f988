import {
  isBackspaceKey,
  isDownKey,
  isEnterKey,
  isNumberKey,
  isUpKey,
  type KeypressEvent,
} from '@inquirer/core';
import type { Screen } from '../render/screen.ts';

/** What a person has done on one screen so far. */
export interface ScreenState {
  /** The marked choice; Enter does what it stands for, and nothing while none is marked. */
  readonly marked?: number;
  /** Digits typed one after the other. */
  readonly typed: string;
  readonly hint?: string;
  /** The text that is open in place of the screen, and its page. */
  readonly reading?: { readonly text: 'help' | 'why'; readonly page: number };
}

/** Every screen opens with nothing marked. */
export const UNTOUCHED: ScreenState = { typed: '' };

/** A key leads to another state of the screen, or to the event that ends it. */
export type Pressed<Event = unknown> =
  | { readonly kind: 'screen'; readonly state: ScreenState }
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'leave' };

/** What a key does. `pages` is the length of the text that is open; `text` is what the key typed, if anything. */
export function press<Event>(
  screen: Screen<Event>,
  pages: number,
  state: ScreenState,
  key: KeypressEvent,
  text: string,
): Pressed<Event> {
  if (state.reading !== undefined) return shown(turnPage(state, pages));
  if (key.ctrl) return shown(state);
  if (isEnterKey(key)) return confirm(screen, state);
  if (isUpKey(key)) return shown(markByStep(state, -1, screen.choices.length));
  if (isDownKey(key)) return shown(markByStep(state, 1, screen.choices.length));
  if (isBackspaceKey(key)) return shown(UNTOUCHED);
  if (isNumberKey(key)) return shown(markByDigit(state, key.name, screen.choices.length));
  const typed = text.toLowerCase();
  if (typed === '?' && screen.help.length > 0) return shown(reading(state, 'help'));
  if (typed === 'w' && screen.why !== undefined) return shown(reading(state, 'why'));
  if (typed === 'q') return { kind: 'leave' };
  const action = screen.keys.find((candidate) => candidate.key === typed);
  if (action !== undefined) return { kind: 'event', event: action.event };
  return shown(typed === '' ? state : { ...state, typed: '', hint: 'that key does nothing here' });
}

function shown(state: ScreenState): Pressed<never> {
  return { kind: 'screen', state };
}

function confirm<Event>(screen: Screen<Event>, state: ScreenState): Pressed<Event> {
  const choice = state.marked === undefined ? undefined : screen.choices[state.marked];
  if (choice !== undefined) return { kind: 'event', event: choice.event };
  const { onIdleEnter } = screen;
  return typeof onIdleEnter === 'string'
    ? shown({ ...UNTOUCHED, hint: onIdleEnter })
    : { kind: 'event', event: onIdleEnter.event };
}

/** Digits join to a number as long as there is such a choice; a number without one marks nothing. */
function markByDigit({ typed }: ScreenState, digit: string, count: number): ScreenState {
  for (const number of [`${typed}${digit}`, digit]) {
    const marked = Number(number) - 1;
    if (marked >= 0 && marked < count) return { marked, typed: number };
  }
  return {
    ...UNTOUCHED,
    hint: count === 0 ? 'there is nothing to number here' : `the numbers go from 1 to ${count}`,
  };
}

function markByStep({ marked }: ScreenState, by: 1 | -1, count: number): ScreenState {
  if (count === 0) return UNTOUCHED;
  const start = by === 1 ? -1 : count;
  return { marked: Math.min(count - 1, Math.max(0, (marked ?? start) + by)), typed: '' };
}

function reading(state: ScreenState, text: 'help' | 'why'): ScreenState {
  return { ...state, typed: '', reading: { text, page: 0 } };
}

/** Any key turns the page; after the last one the question is back as it was. */
function turnPage(state: ScreenState, pages: number): ScreenState {
  const { reading: open, ...question } = state;
  return open !== undefined && open.page + 1 < pages
    ? { ...state, reading: { ...open, page: open.page + 1 } }
    : question;
}
