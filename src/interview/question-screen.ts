import { OPEN } from '../core/answers.ts';
import type { Question, RuleSet } from '../core/rule-set.ts';
import { applicability } from '../core/truth.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import { type Choice, type KeyAction, type Look, NUMBER_WIDTH, type Screen } from '../render/screen.ts';
import { cut, wrapped } from '../render/text-lines.ts';
import { answersInUse, type InterviewEvent, type InterviewState, placeBefore } from './interview.ts';
import { questionsToCome } from './questions-to-come.ts';
import { rangeSoFar } from './range-so-far.ts';
import { whyAsked } from './why-asked.ts';

/** The screen of one question: nothing is marked when it opens. */
export function questionScreen(
  compiled: CompiledRuleSet,
  state: InterviewState,
  index: number,
  look: Look,
): Screen<InterviewEvent> {
  const { width, theme } = look;
  const { ruleSet } = compiled;
  const question = ruleSet.questions[index];
  if (question === undefined) throw new RangeError(`no question has the index ${index}`);
  const before = givenBefore(question, state, index);
  const isUncertain = applicability(ruleSet, question, answersInUse(ruleSet, state)) === 'may_hold';
  return {
    above: [
      theme.quiet(progress(compiled, state, question, width)),
      '',
      ...wrapped(question.title, width).map(theme.heading),
      ...wrapped(question.prompt, width),
      ...wrapped(windowNote(question, isUncertain), width).map(theme.quiet),
      '',
    ],
    choices: question.answers.map((_, answer) => answerChoice(question, answer, width)),
    below: [
      ...(before === undefined ? [] : [theme.quiet(cut(`answered before (k keeps it): ${before}`, width))]),
      ...noteBefore(question, state, look),
      ...earlierAnswer(question, state, index).map((line) => theme.quiet(cut(line, width))),
      theme.quiet(cut(rangeSoFar(ruleSet, state.outcome), width)),
    ],
    keys: questionKeys(ruleSet, state, before !== undefined),
    help: helpLines(question, width).map((line, row) => (row === 0 ? theme.heading(line) : line)),
    why: () => whyAsked(compiled, answersInUse(ruleSet, state), index, look),
    onIdleEnter: 'Enter alone answers nothing: type the number of an answer first',
  };
}

/** Where the interview stands, in one line. If room is scarce, the dimension gives way and the numbers stay. */
function progress(
  compiled: CompiledRuleSet,
  state: InterviewState,
  question: Question,
  width: number,
): string {
  const dimension = compiled.ruleSet.dimensions[question.dimension]?.title ?? '';
  const place = ` · question ${state.position + 1} · ${toCome(compiled, state)}`;
  return cut(`${cut(dimension, Math.max(1, width - place.length))}${place}`, width);
}

function toCome(compiled: CompiledRuleSet, state: InterviewState): string {
  const { most, usually } = questionsToCome(compiled, state);
  if (most === 0) return state.scope === 'deciding' ? 'the last that matters' : 'the last one';
  return usually === most ? `at most ${most} more` : `usually ${usually} more, at most ${most}`;
}

function noteBefore({ id }: Question, { notes }: InterviewState, { width, theme }: Look): string[] {
  const note = notes[id];
  return note === undefined ? [] : [theme.quiet(cut(`note: ${note}`, width))];
}

function windowNote(question: Question, isUncertain: boolean): string {
  const time = `Time: ${question.window}`;
  return isUncertain ? `${time} · may not apply: an earlier answer is unknown` : time;
}

function answerChoice(question: Question, answer: number, width: number): Choice<InterviewEvent> {
  const { label, means } = answerOf(question, answer);
  return {
    lines: wrapped(label, width - NUMBER_WIDTH),
    detail: wrapped(means, width, ' '.repeat(NUMBER_WIDTH)),
    event: { kind: 'answered', answer },
  };
}

function givenBefore(question: Question, state: InterviewState, index: number): string | undefined {
  if (state.unknown.has(index)) return 'unknown';
  const answer = state.answers[index] ?? OPEN;
  return answer === OPEN ? undefined : answerOf(question, answer).label;
}

/** What the earlier screening says, for a clinician to see and to ask again. */
function earlierAnswer(question: Question, { earlier }: InterviewState, index: number): string[] {
  const answer = earlier?.answers[index] ?? OPEN;
  if (earlier === undefined || answer === OPEN) return [];
  return [`before, on ${earlier.day}: ${answerOf(question, answer).label}`];
}

function answerOf(question: Question, answer: number): Question['answers'][number] {
  const given = question.answers[answer];
  if (given === undefined) throw new RangeError(`question ${question.id} has no answer ${answer}`);
  return given;
}

function questionKeys(
  ruleSet: RuleSet,
  state: InterviewState,
  isAnswered: boolean,
): KeyAction<InterviewEvent>[] {
  const keys: KeyAction<InterviewEvent>[] = [];
  if (isAnswered) keys.push({ key: 'k', word: 'keep', isNamedAbove: true, event: { kind: 'keep' } });
  keys.push({ key: 'u', word: 'unknown', event: { kind: 'unknown' } });
  if (placeBefore(ruleSet, state) !== undefined) {
    keys.push({ key: 'b', word: 'back', event: { kind: 'back' } });
  }
  keys.push({ key: 'n', word: 'note', event: { kind: 'note' } });
  keys.push({ key: 'r', word: 'review', event: { kind: 'review' } });
  return keys;
}

/** The question's help, then what each answer means. */
function helpLines(question: Question, width: number): string[] {
  const anchors = question.answers.flatMap((answer, index) => [
    '',
    ...wrapped(answer.label, width, `${`${index + 1}`.padStart(3)}  `),
    ...wrapped(answer.means, width, '     '),
  ]);
  return [...wrapped(question.title, width), ...wrapped(question.help, width), ...anchors];
}
