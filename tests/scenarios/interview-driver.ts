import { adult } from '../adult-rule-set.ts';
import { ENTER, openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

/** Answers by question id; every other question gets its first answer, which is the least serious one. */
export type Person = Readonly<Record<string, string>>;

/** An interview in a real terminal, driven as a person would: look, type, look again. */
export interface Session extends Terminal {
  /** The id of the question on the screen; none on any other screen. */
  question(): string | undefined;
  /** Marks the answer by its number, then confirms it, and waits for the next screen. */
  answer(answerId: string): Promise<void>;
  /** Gives the first answer to every question until this one is on the screen. */
  reach(questionId: string): Promise<void>;
  /** Sends one key that ends the screen, and waits for the next one. */
  go(key: string): Promise<string[]>;
  /** Answers as this person, leaving what disagrees as it is, until something else is on the screen. */
  answerAs(person: Person): Promise<string[]>;
}

/** Every screen of the interview ends with this. */
const READY = /\bq (save and )?quit$/m;

/** The line of keys under the result. */
const LAST_KEYS = 'Enter ends';

export async function startInterview(
  args: readonly string[] = [],
  options: TerminalOptions = {},
): Promise<Session> {
  const terminal = openTerminal(['screen', ...args], options);
  await terminal.waitFor(isReady);

  const question = () => questionOn(terminal.rows());
  const go = async (key: string) => {
    const before = terminal.rows().join('\n');
    terminal.press(key);
    return terminal.waitFor((rows) => rows.join('\n') !== before && isReady(rows));
  };
  const answer = async (answerId: string) => {
    const id = question();
    const answers = adult.questions.find((each) => each.id === id)?.answers ?? [];
    const number = answers.findIndex((each) => each.id === answerId) + 1;
    if (number === 0) throw new Error(`${id} has no answer ${answerId}`);
    terminal.press(String(number));
    await terminal.waitFor((rows) => rows.some((row) => row.startsWith(`› ${String(number).padStart(2)}  `)));
    terminal.press(ENTER);
    await terminal.waitFor((rows) => isReady(rows) && !rows.some((row) => row.startsWith('›')));
  };
  const reach = async (questionId: string) => {
    for (let id = question(); id !== questionId; id = question()) {
      if (id === undefined) throw new Error(`the interview ended before it came to ${questionId}`);
      await answer(firstAnswer(id));
    }
  };
  const answerAs = async (person: Person) => {
    for (;;) {
      const id = question();
      if (id !== undefined) await answer(person[id] ?? firstAnswer(id));
      else if (terminal.rows().join('\n').includes('These answers disagree')) await go('g');
      else return terminal.rows();
    }
  };
  /** Under a result the program waits for Enter. */
  const exitCode = async () => {
    const isOffered = (rows: readonly string[]) => rows.join('\n').includes(LAST_KEYS);
    if (isOffered(await terminal.waitFor((rows) => terminal.hasEnded() || isOffered(rows)))) {
      terminal.press(ENTER);
    }
    return terminal.exitCode();
  };
  return { ...terminal, question, go, answer, reach, answerAs, exitCode };
}

/** A screen is drawn once its keys are there, or the result once its footer is. */
function isReady(rows: readonly string[]): boolean {
  const text = rows.join('\n');
  return READY.test(text) || text.includes(`${adult.id}@`);
}

/** The question whose title stands two rows under the line of progress. */
function questionOn(rows: readonly string[]): string | undefined {
  const progress = rows.findLastIndex((row) => / · question \d+ · /.test(row));
  return adult.questions.find((question) => question.title === rows[progress + 2])?.id;
}

function firstAnswer(id: string): string {
  const [first] = adult.questions.find((question) => question.id === id)?.answers ?? [];
  if (first === undefined) throw new Error(`no question is called ${id}`);
  return first.id;
}
