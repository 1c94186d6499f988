import { type Choice, type Look, NUMBER_WIDTH, type Screen } from '../render/screen.ts';
import { cut, wrapped } from '../render/text-lines.ts';
import type { ScreenState } from './prompt-keys.ts';

/** How a screen is to look, and how many lines it may take. */
export interface Drawing extends Look {
  readonly rows: number;
  /** Leaving keeps what was entered. */
  readonly keepsDraft: boolean;
}

/** The screen as lines of text, at most `rows` of them. */
export function drawScreen(screen: Screen<unknown>, state: ScreenState, drawing: Drawing): string {
  const { theme, rows } = drawing;
  const keys = keyLines(screen, drawing);
  const note = noteLines(screen, state, drawing);
  const rest = screen.above.length + screen.below.length + keys.length + 1;
  const choiceLines = screen.choices.reduce((sum, choice) => sum + choice.lines.length, 0);
  // Room for the longest note and a blank line is kept free, so that marking an answer moves nothing.
  const longest = Math.max(1, note.length, ...screen.choices.map((choice) => choice.detail.length));
  const noteRoom = Math.max(note.length, Math.min(longest + 1, rows - rest - choiceLines));
  const padding = Array.from({ length: Math.max(0, noteRoom - note.length) }, () => '');
  const choices = drawChoices(screen.choices, state.marked, rows - rest - noteRoom, drawing);
  const lines = [
    ...screen.above,
    ...choices,
    '',
    ...note,
    ...padding,
    ...screen.below,
    ...(screen.choices.length === 0 ? keys : keys.map(theme.quiet)),
  ];
  return lines.slice(-rows).join('\n');
}

/** A text in pages that fit the terminal. */
export function pagesOf(text: readonly string[], { rows }: Drawing): readonly (readonly string[])[] {
  const room = Math.max(1, rows - 2);
  const count = Math.ceil(text.length / room);
  return Array.from({ length: count }, (_, page) => text.slice(page * room, (page + 1) * room));
}

export function drawPage(pages: readonly (readonly string[])[], page: number, { theme }: Drawing): string {
  const isLast = page + 1 >= pages.length;
  const next = isLast
    ? 'any key returns to the question'
    : `page ${page + 1} of ${pages.length} · any key turns it`;
  return [...(pages[page] ?? []), '', theme.quiet(next)].join('\n');
}

function noteLines(
  screen: Screen<unknown>,
  state: ScreenState,
  { theme, width }: Drawing,
): readonly string[] {
  if (state.hint !== undefined) return wrapped(state.hint, width).map(theme.caution);
  return state.marked === undefined ? [] : (screen.choices[state.marked]?.detail ?? []);
}

/** The keys in one line where they fit: with shorter words, then closer together, then without Enter. */
function keyLines(screen: Screen<unknown>, { width, keepsDraft }: Drawing): string[] {
  const ending = typeof screen.onIdleEnter === 'string' ? [] : [`Enter ${screen.onIdleEnter.word}`];
  const enter = screen.choices.length > 0 ? ['Enter confirm'] : ending;
  const words = (short: boolean) => [
    ...screen.keys
      .filter(({ isNamedAbove }) => isNamedAbove !== true)
      .map((action) => `${action.key} ${short ? (action.short ?? action.word) : action.word}`),
    ...(screen.why === undefined ? [] : ['w why']),
    ...(screen.help.length > 0 ? ['? help'] : []),
    keepsDraft && !short ? 'q save and quit' : 'q quit',
  ];
  const forms = [
    [...enter, ...words(false)].join(' · '),
    [...enter, ...words(true)].join(' · '),
    [...enter, ...words(true)].join('  '),
    words(true).join('  '),
  ];
  // A last line as wide as the terminal would make inquirer begin another one below it.
  const fitting = forms.find((form) => form.length < width);
  return fitting === undefined ? packed(words(true), width - 1) : [fitting];
}

/** As many of the words to a line as fit. */
function packed(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)}  ${word}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(cut(word, width));
  }
  return lines;
}

function drawChoices(
  choices: readonly Choice<unknown>[],
  marked: number | undefined,
  room: number,
  { theme }: Drawing,
): string[] {
  const { from, to } = visibleChoices(choices, marked ?? 0, room);
  const lines = choices.slice(from, to).flatMap((choice, offset) => {
    const index = from + offset;
    const isMarked = index === marked;
    const number = `${isMarked ? '›' : ' '} ${`${index + 1}`.padStart(2)}  `;
    return choice.lines.map((line, row) => {
      const text = `${row === 0 ? number : ' '.repeat(NUMBER_WIDTH)}${line}`;
      return isMarked ? theme.strong(text) : text;
    });
  });
  const hidden = (count: number, where: string) =>
    count > 0 ? [theme.quiet(`${' '.repeat(NUMBER_WIDTH)}${count} more ${where}: arrows or a number`)] : [];
  return [...hidden(from, 'above'), ...lines, ...hidden(choices.length - to, 'below')];
}

/** The choices that fit, the marked one among them; two lines are kept to say how many do not. */
function visibleChoices(
  choices: readonly Choice<unknown>[],
  marked: number,
  room: number,
): { readonly from: number; readonly to: number } {
  const heightOf = (from: number, to: number) =>
    choices.slice(from, to).reduce((sum, choice) => sum + choice.lines.length, 0);
  if (heightOf(0, choices.length) <= room) return { from: 0, to: choices.length };
  let from = 0;
  while (from < marked && heightOf(from, marked + 1) > room - 2) from++;
  let to = Math.max(marked + 1, from + 1);
  while (to < choices.length && heightOf(from, to + 1) <= room - 2) to++;
  return { from, to };
}
