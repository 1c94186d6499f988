import { createPrompt, useEffect, useKeypress, useState } from '@inquirer/core';
import type { InterviewEvent } from '../interview/interview.ts';
import type { Screen } from '../interview/screen.ts';
import { type Drawing, drawHelp, drawScreen, helpPages } from './prompt-drawing.ts';
import { press, UNTOUCHED } from './prompt-keys.ts';

/** One screen of the interview on a terminal. Both are made anew at each drawing, to follow the window's size. */
export interface QuestionPromptConfig {
  readonly screen: () => Screen;
  readonly drawing: () => Drawing;
}

/** The cursor comes back when the prompt is done, however it ends. */
const HIDE_CURSOR = '\u001b[?25l';

/**
 * The one prompt of the interview. It marks before it confirms, which no prompt of inquirer does: there Enter alone
 * takes the first answer.
 */
export const questionPrompt = createPrompt<InterviewEvent | 'cancelled', QuestionPromptConfig>(
  (config, done) => {
    const [state, setState] = useState(UNTOUCHED);
    const drawing = config.drawing();
    const screen = config.screen();
    const pages = helpPages(screen, drawing);

    // The end of input (Ctrl-D) closes the line reader without a word; unheard, the program would end mid-question.
    useEffect((line) => {
      line.on('close', () => done('cancelled'));
    }, []);

    useKeypress((key, line) => {
      const text = line.line;
      line.clearLine(0);
      const pressed = press(screen, pages.length, state, key, text);
      if (pressed.kind === 'event') done(pressed.event);
      else setState(pressed.state);
    });

    const text =
      state.helpPage === undefined
        ? drawScreen(screen, state, drawing)
        : drawHelp(pages, state.helpPage, drawing);
    return `${text}${HIDE_CURSOR}`;
  },
);
