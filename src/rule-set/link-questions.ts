import type { AnswerCondition, Question } from '../core/rule-set.ts';
import { checkAcceptances, linkAcceptances } from './acceptances.ts';
import { type Dependent, findCycles, isPossible } from './applies-when.ts';
import { diagnostic, type Place } from './diagnostic.ts';
import type { DimensionFile } from './folder.ts';
import { type Entry, entryOf, placeAt } from './node.ts';
import { type Reading, readAnswerCondition } from './read-condition.ts';
import type { Item } from './shape.ts';

/** Links the questions of all dimensions and checks when they apply; unsound questions are left out. */
export function linkQuestions(dimensions: readonly DimensionFile[], reading: Reading): readonly Question[] {
  const conditions = new Map<number, { readonly entry: Entry; readonly condition: AnswerCondition }>();
  const questions: Question[] = [];
  for (const [dimension, file] of dimensions.entries()) {
    for (const item of file.questions.list) {
      const entry = entryOf(item.node, 'applies_when');
      const condition = entry && readAnswerCondition(entry.value, reading);
      const index = reading.names.questions.entries.get(item.id?.text ?? '')?.index;
      checkAcceptances(item.node, 'question', reading);
      checkUsual(item, reading);
      if (entry && condition && index !== undefined) conditions.set(index, { entry, condition });
      if (item.shape !== undefined)
        questions.push(createQuestion(item, item.shape, dimension, condition, reading));
    }
    checkGroups(file.questions.list, reading);
  }
  checkAppliesWhen(conditions, reading);
  return questions;
}

function createQuestion(
  { node, id }: Item<'question'>,
  shape: NonNullable<Item<'question'>['shape']>,
  dimension: number,
  appliesWhen: AnswerCondition | undefined,
  reading: Reading,
): Question {
  const { places } = reading;
  const question: Question = {
    id: shape.id,
    dimension,
    title: shape.title,
    prompt: shape.prompt,
    window: shape.window,
    help: shape.help,
    ordered: shape.nominal === undefined,
    history: shape.history === true,
    ...(appliesWhen && { appliesWhen }),
    ...(shape.group !== undefined && { group: shape.group }),
    answers: shape.answers.map(({ usual, ...answer }) =>
      usual === undefined ? answer : { ...answer, usual },
    ),
    accept: linkAcceptances(node, shape.accept, reading),
  };
  places.set(question, id?.place ?? node.place);
  question.answers.forEach((answer, index) => {
    places.set(answer, placeAt(node, ['answers', index, 'id']));
  });
  return question;
}

/** Numbers compare answers, so either all answers of a question have one or none has. */
function checkUsual({ node, shape }: Item<'question'>, { report }: Reading): void {
  const answers = shape?.answers ?? [];
  if (answers.every(({ usual }) => usual === undefined)) return;
  const index = answers.findIndex(({ usual }) => usual === undefined);
  const id = answers[index]?.id;
  if (id === undefined) return;
  const place = placeAt(node, ['answers', index, 'id']);
  const message = `the answer \`${id}\` has no \`usual\`, though another answer of the question has one`;
  report(diagnostic('missing-key', place, message, 'give every answer of the question a number, or none'));
}

/** A group of one is most likely a misspelling of another. */
function checkGroups(questions: readonly Item<'question'>[], { report }: Reading): void {
  const groups = questions.flatMap(({ node }) => {
    const group = entryOf(node, 'group')?.value;
    return group?.kind === 'scalar' ? [group] : [];
  });
  for (const { text, place } of groups) {
    if (groups.filter((other) => other.text === text).length > 1) continue;
    const message = `no other question of the dimension is in the group \`${text}\``;
    report(diagnostic('lone-group', place, message, 'name the group of another question, or delete the key'));
  }
}

function checkAppliesWhen(
  conditions: ReadonlyMap<number, { readonly entry: Entry; readonly condition: AnswerCondition }>,
  { names, places, report }: Reading,
): void {
  const ids = [...names.questions.entries.keys()];
  const questions = [...names.questions.entries.values()].map(
    ({ index, answers }): Dependent => ({
      answers: answers.entries.size,
      appliesWhen: conditions.get(index)?.condition,
    }),
  );
  const cycles = findCycles(questions);
  for (const cycle of cycles) {
    const [first = 0, next = first] = cycle;
    const condition = conditions.get(first)?.condition;
    const place = condition && testPlace(condition, next, places);
    if (place === undefined) continue;
    const chain = [...cycle, first].map((index) => `\`${ids[index]}\``).join(' waits for ');
    const message = `this question waits for itself: ${chain}`;
    report(diagnostic('cyclic-applies-when', place, message, 'let one of them apply without the other'));
  }
  if (cycles.length > 0) return;
  for (const [index, { entry, condition }] of conditions) {
    if (isPossible(condition, questions)) continue;
    const message = `\`${ids[index]}\` can never apply: no answers make this condition hold`;
    report(
      diagnostic(
        'impossible-applies-when',
        entry.keyPlace,
        message,
        'take out the tests that exclude one another',
      ),
    );
  }
}

/** Where a condition tests a question. */
function testPlace(
  condition: AnswerCondition,
  question: number,
  places: ReadonlyMap<object, Place>,
): Place | undefined {
  if (condition.kind === 'answer') return condition.question === question ? places.get(condition) : undefined;
  for (const part of condition.of) {
    const place = testPlace(part, question, places);
    if (place !== undefined) return place;
  }
  return undefined;
}
