import { createInterface } from 'node:readline';
import { printable } from '../render/printable.ts';
import type { KeyAction, Screen } from '../render/screen.ts';
import { wrapped } from '../render/text-lines.ts';
import type { Noted } from './note-prompt.ts';
import type { Drawing } from './prompt-drawing.ts';
import type { InputStream, OutputStream } from './world.ts';

/** Asks line by line: nothing is ever redrawn, and no key acts before Enter. */
export interface PlainAsker {
  choose<Event>(screen: () => Screen<Event>): Promise<Event | 'cancelled'>;
  write(above: () => readonly string[]): Promise<Noted | 'cancelled'>;
  /** Lets go of the input. */
  close(): void;
}

/** Where a plain asker writes and reads. */
export interface PlainTerminal {
  readonly input: InputStream;
  readonly output: OutputStream;
  readonly drawing: () => Drawing;
  /** Calls the listener on Ctrl-C, which here is no key, until the function it returns is called. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

/** For screen readers and for terminals that can do no more than print. */
export function plainAsker({ input, output, drawing, onInterrupt }: PlainTerminal): PlainAsker {
  const lines = lineQueue(input);
  const stopListening = onInterrupt(lines.end);
  const say = (text: readonly string[]) => output.write(text.map((line) => `${line}\n`).join(''));
  const nextLine = () => {
    output.write('> ');
    return lines.next();
  };
  return {
    async choose(makeScreen) {
      const screen = makeScreen();
      say(['', ...screenLines(screen, drawing())]);
      for (;;) {
        const typed = await nextLine();
        if (typed === undefined) return 'cancelled';
        const reply = replyTo(makeScreen(), typed.trim().toLowerCase());
        if (reply.kind === 'leave') return 'cancelled';
        say(reply.lines.flatMap((line) => fitted(line, drawing().width)));
        if (reply.kind === 'event') return reply.event;
      }
    },
    async write(above) {
      say(['', ...above(), 'Type it and press Enter; Enter alone goes back.']);
      const typed = await nextLine();
      if (typed === undefined) return 'cancelled';
      return typed.trim() === '' ? { kind: 'back' } : { kind: 'note', text: typed };
    },
    close() {
      stopListening();
      lines.close();
    },
  };
}

/** Texts that were laid out for the width stay as they are. */
function fitted(line: string, width: number): string[] {
  return line.length <= width ? [line] : wrapped(line, width);
}

/** The screen from top to bottom, with the keys as words to type. */
export function screenLines(screen: Screen<unknown>, { width, keepsDraft }: Drawing): string[] {
  const choices = screen.choices.map(
    ({ lines }, index) => `${index + 1}. ${lines.map((line) => line.trim()).join(' ')}`,
  );
  const keys = [
    ...screen.keys.map(({ key, word }) => `${key} ${word}`),
    ...(typeof screen.onIdleEnter === 'string' ? [] : [`Enter alone ${screen.onIdleEnter.word}`]),
    ...(screen.why === undefined ? [] : ['w why']),
    ...(screen.help.length > 0 ? ['? help'] : []),
    keepsDraft ? 'q save and quit' : 'q quit',
  ].join(', ');
  const ask =
    choices.length > 0 ? `Type a number and Enter. Or: ${keys}.` : `Type a letter and Enter: ${keys}.`;
  const text = [...screen.above, ...choices.flatMap((choice) => wrapped(choice, width)), ...screen.below];
  return [...text.filter((line) => line !== ''), ...wrapped(ask, width)];
}

type Reply<Event> =
  | { readonly kind: 'event'; readonly event: Event; readonly lines: readonly string[] }
  | { readonly kind: 'again'; readonly lines: readonly string[] }
  | { readonly kind: 'leave' };

/** What a typed line does: a number, a letter or its word. */
export function replyTo<Event>(screen: Screen<Event>, typed: string): Reply<Event> {
  if (typed === '') return idleEnter(screen);
  if (/^\d+$/.test(typed)) return choiceOf(screen, Number(typed));
  if (typed === 'q' || typed === 'quit') return { kind: 'leave' };
  if ((typed === '?' || typed === 'help') && screen.help.length > 0) return again(...screen.help);
  if ((typed === 'w' || typed === 'why') && screen.why !== undefined) return again(...screen.why());
  const action = screen.keys.find((each) => isMeant(each, typed));
  return action === undefined
    ? again(`“${printable(typed)}” means nothing here: type a number or one of the letters`)
    : { kind: 'event', event: action.event, lines: [`${action.word}`] };
}

function idleEnter<Event>({ onIdleEnter }: Screen<Event>): Reply<Event> {
  return typeof onIdleEnter === 'string'
    ? again(onIdleEnter)
    : { kind: 'event', event: onIdleEnter.event, lines: [] };
}

function choiceOf<Event>({ choices }: Screen<Event>, number: number): Reply<Event> {
  const choice = choices[number - 1];
  if (choice !== undefined) {
    return { kind: 'event', event: choice.event, lines: [`${number}. ${choice.lines.join(' ')}`] };
  }
  return again(
    choices.length === 0 ? 'there is nothing to number here' : `the numbers go from 1 to ${choices.length}`,
  );
}

function again(...lines: string[]): Reply<never> {
  return { kind: 'again', lines };
}

function isMeant({ key, word }: KeyAction<unknown>, typed: string): boolean {
  return [key, word, word.split(' ')[0]].includes(typed);
}

/** Lines as they come, kept until they are asked for; `undefined` once there will be no more. */
function lineQueue(input: InputStream) {
  const reader = createInterface({ input, terminal: false });
  const waiting: string[] = [];
  let isOver = false;
  let take: ((line: string | undefined) => void) | undefined;
  const give = (line: string | undefined) => {
    const taker = take;
    take = undefined;
    if (taker !== undefined) taker(line);
    else if (line !== undefined) waiting.push(line);
  };
  const end = () => {
    isOver = true;
    give(undefined);
  };
  reader.on('line', give);
  reader.on('close', end);
  return {
    next: (): Promise<string | undefined> => {
      const line = waiting.shift();
      if (line !== undefined || isOver) return Promise.resolve(line);
      return new Promise((resolve) => {
        take = resolve;
      });
    },
    end,
    close: () => reader.close(),
  };
}
