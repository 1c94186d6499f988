import {
  AbortPromptError,
  createPrompt,
  ExitPromptError,
  useEffect,
  useKeypress,
  useState,
} from '@inquirer/core';
import type { Screen } from '../render/screen.ts';
import { type Drawing, drawPage, drawScreen, pagesOf } from './prompt-drawing.ts';
import { press, type ScreenState, UNTOUCHED } from './prompt-keys.ts';
import type { InputStream, OutputStream } from './world.ts';

/** One screen of the interview on a terminal. Both are made anew at each drawing, to follow the window's size. */
export interface QuestionPromptConfig<Event> {
  readonly screen: () => Screen<Event>;
  readonly drawing: () => Drawing;
}

/** Where a prompt is drawn and answered. */
export interface PromptTerminal {
  readonly input: InputStream;
  readonly output: OutputStream;
  /** Given where Ctrl-C came as a signal, before the prompt could take it as a key: it then ends the prompt. */
  readonly signal: AbortSignal;
}

/** The cursor comes back when the prompt is done, however it ends. */
const HIDE_CURSOR = '\u001b[?25l';

/**
 * The one prompt of the interview. It marks before it confirms, which no prompt of inquirer does: there Enter alone
 * takes the first answer. The next screen takes its place; no answer stays in the scroll-back.
 */
export async function questionPrompt<Event>(
  config: QuestionPromptConfig<Event>,
  { input, output, signal }: PromptTerminal,
): Promise<Event | 'cancelled'> {
  const prompt = createPrompt<Event | 'cancelled', QuestionPromptConfig<Event>>(drawQuestion);
  return orCancelled(prompt(config, { input, output, signal, clearPromptOnDone: true }));
}

/** What a prompt brings, where Ctrl-C is an answer too. */
export async function orCancelled<T>(answer: Promise<T>): Promise<T | 'cancelled'> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ExitPromptError || error instanceof AbortPromptError) return 'cancelled';
    throw error;
  }
}

function drawQuestion<Event>(
  config: QuestionPromptConfig<Event>,
  done: (event: Event | 'cancelled') => void,
): string {
  const [state, setState] = useState(UNTOUCHED);
  const drawing = config.drawing();
  const screen = config.screen();
  const pages = pagesOf(openText(screen, state), drawing);

  // The end of input (Ctrl-D) closes the line reader without a word; unheard, the program would end mid-question.
  useEffect((line) => {
    line.on('close', () => done('cancelled'));
  }, []);

  useKeypress((key, line) => {
    const text = line.line;
    line.clearLine(0);
    const pressed = press(screen, pages.length, state, key, text);
    switch (pressed.kind) {
      case 'event':
        return done(pressed.event);
      case 'leave':
        return done('cancelled');
      case 'screen':
        return setState(pressed.state);
      default:
        return pressed satisfies never;
    }
  });

  const { reading } = state;
  const text =
    reading === undefined ? drawScreen(screen, state, drawing) : drawPage(pages, reading.page, drawing);
  return `${text}${HIDE_CURSOR}`;
}

function openText({ help, why }: Screen<unknown>, { reading }: ScreenState): readonly string[] {
  if (reading === undefined) return [];
  return reading.text === 'help' ? help : (why?.() ?? []);
}
