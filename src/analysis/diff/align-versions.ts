import { type Answers, OPEN } from '../../core/answers.ts';
import type { Answer, AnswerCondition, AnswerSet, Question, Rule, RuleSet } from '../../core/rule-set.ts';
import type { OfVersions } from '../../core/version-difference.ts';
import { type AnswerTest, reindexCondition } from './reindex-condition.ts';

/** One version of a rule set over the questions and answers of both. */
export interface AlignedVersion {
  readonly ruleSet: RuleSet;
  /** Per question of both, those answers that this version has; none where it does not ask the question. */
  readonly answers: readonly AnswerSet[];
  /** Brings a case over the questions of both into this version's own; undefined if it lacks an answer of the case. */
  readonly ownAnswers: (answers: Answers) => Int8Array | undefined;
}

/**
 * Writes two versions over one list of questions and answers, matched by id: those of the new version in their order,
 * each that only the old one has after the one it stood behind.
 */
export function alignVersions(versions: OfVersions<RuleSet>): OfVersions<AlignedVersion> {
  const asked = merged(versions.old.questions, versions.new.questions);
  const lists = asked.map(({ id }) => {
    const answersOf = (ruleSet: RuleSet) =>
      ruleSet.questions.find((question) => question.id === id)?.answers ?? [];
    return merged(answersOf(versions.old), answersOf(versions.new));
  });
  const align = (ruleSet: RuleSet) => alignVersion(ruleSet, asked, lists);
  return { old: align(versions.old), new: align(versions.new) };
}

function alignVersion(
  ruleSet: RuleSet,
  asked: readonly Question[],
  lists: readonly (readonly Answer[])[],
): AlignedVersion {
  const places = ruleSet.questions.map(({ id }) => placeOf(asked, id));
  const codes = ruleSet.questions.map(({ answers }, own) =>
    answers.map(({ id }) => placeOf(lists[places[own] ?? -1] ?? [], id)),
  );
  const inAll = (own: number, set: AnswerSet) =>
    (codes[own] ?? []).reduce((all, code, answer) => all | (((set >>> answer) & 1) << code), 0);
  const replace = ({ kind, question, answers }: AnswerTest): AnswerTest => ({
    kind,
    question: places[question] ?? -1,
    answers: inAll(question, answers),
  });
  const onAll = (condition: AnswerCondition) => reindexCondition(condition, replace);
  const questions = asked.map((question, place): Question => {
    const { appliesWhen: _, ...shared } = question;
    const appliesWhen = ruleSet.questions.find(({ id }) => id === question.id)?.appliesWhen;
    const answers = lists[place] ?? [];
    return appliesWhen === undefined
      ? { ...shared, answers }
      : { ...shared, answers, appliesWhen: onAll(appliesWhen) };
  });
  const rules = ruleSet.rules.map((rule): Rule => {
    if (rule.kind === 'advise') return { ...rule, when: reindexCondition(rule.when, replace) };
    const when = onAll(rule.when);
    if (rule.kind !== 'recheck') return { ...rule, when };
    return { ...rule, when, questions: rule.questions.map((own) => places[own] ?? -1) };
  });
  return {
    ruleSet: { ...ruleSet, questions, rules },
    answers: asked.map((_, place) => inAll(places.indexOf(place), -1)),
    ownAnswers: (answers) => ownAnswers(answers, places, codes),
  };
}

function ownAnswers(
  answers: Answers,
  places: readonly number[],
  codes: readonly (readonly number[])[],
): Int8Array | undefined {
  const own = new Int8Array(places.length).fill(OPEN);
  for (const [question, place] of places.entries()) {
    const given = answers[place] ?? OPEN;
    if (given === OPEN) continue;
    const answer = codes[question]?.indexOf(given) ?? -1;
    if (answer === -1) return undefined;
    own[question] = answer;
  }
  return own;
}

/** The items of the new list, and behind the one it followed each that only the old list has. */
function merged<T extends { readonly id: string }>(old: readonly T[], now: readonly T[]): T[] {
  const all = [...now];
  let after = -1;
  for (const item of old) {
    const place = placeOf(all, item.id);
    if (place === -1) all.splice(after + 1, 0, item);
    after = place === -1 ? after + 1 : place;
  }
  return all;
}

function placeOf(items: readonly { readonly id: string }[], id: string): number {
  return items.findIndex((item) => item.id === id);
}
