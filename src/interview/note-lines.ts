import { IDENTIFIER_WORDS, type IdentifierKind } from '../core/identifying-text.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { questionAt } from '../render/answer-text.ts';
import type { Look } from '../render/screen.ts';
import { cut, wrapped } from '../render/text-lines.ts';
import type { InterviewState } from './interview.ts';

/** What stands above the line in which a note to a question is written. */
export function questionNoteLines(
  ruleSet: RuleSet,
  { notes }: InterviewState,
  { question: index, refused }: { readonly question: number; readonly refused?: IdentifierKind },
  { width, theme }: Look,
): string[] {
  const { id, title } = questionAt(ruleSet, index);
  const before = notes[id];
  return [
    theme.heading(cut(`Note on: ${title}`, width)),
    ...wrapped('One line, kept with the answer. Leave out anything that identifies the person.', width),
    ...(before === undefined ? [] : wrapped(before, width, 'so far: ')),
    ...(before === undefined ? [] : wrapped('A new note takes its place; a single - takes it away.', width)),
    ...(refused === undefined
      ? []
      : wrapped(`The note looks as if it holds ${IDENTIFIER_WORDS[refused]}: write it without.`, width).map(
          theme.caution,
        )),
  ];
}

/** The text of a note as typed: a single `-` stands for none. */
export function noteText(typed: string): string {
  return typed.trim() === '-' ? '' : typed;
}
