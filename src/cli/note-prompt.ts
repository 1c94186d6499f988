import { createPrompt, isEnterKey, useEffect, useKeypress, useState } from '@inquirer/core';
import { printable } from '../render/printable.ts';
import { wrapped } from '../render/text-lines.ts';
import type { Drawing } from './prompt-drawing.ts';
import { orCancelled, type PromptTerminal } from './question-prompt.ts';

/** A line of text to type. Both are made anew at each drawing, to follow the window's size. */
export interface NotePromptConfig {
  readonly above: () => readonly string[];
  readonly drawing: () => Drawing;
}

/** What was typed; `back` where the person would rather not. */
export type Noted = { readonly kind: 'note'; readonly text: string } | { readonly kind: 'back' };

const IDLE_ENTER = 'Enter alone writes nothing: type the note first';
const KEYS = 'Enter done · Esc back · Ctrl-C quit';

/** Asks for one line of text. */
export async function notePrompt(
  config: NotePromptConfig,
  { input, output, signal }: PromptTerminal,
): Promise<Noted | 'cancelled'> {
  const prompt = createPrompt<Noted | 'cancelled', NotePromptConfig>(drawNote);
  return orCancelled(prompt(config, { input, output, signal, clearPromptOnDone: true }));
}

function drawNote(
  { above, drawing }: NotePromptConfig,
  done: (noted: Noted | 'cancelled') => void,
): [string, string] {
  const [typed, setTyped] = useState('');
  const [isIdle, setIdle] = useState(false);
  const { width, theme } = drawing();

  useEffect((line) => {
    line.on('close', () => done('cancelled'));
  }, []);

  useKeypress((key, line) => {
    if (key.name === 'escape') return done({ kind: 'back' });
    if (!isEnterKey(key)) {
      setTyped(line.line);
      setIdle(false);
    } else if (typed.trim() === '') setIdle(true);
    else done({ kind: 'note', text: typed });
  });

  const hint = isIdle ? wrapped(IDLE_ENTER, width).map(theme.caution) : [];
  const line = `› ${printable(typed)}`;
  return [[...above(), '', line].join('\n'), [...hint, ...wrapped(KEYS, width).map(theme.quiet)].join('\n')];
}
