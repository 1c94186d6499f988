import type {
  AdviseCondition,
  AnswerCondition,
  AnswerSet,
  OutcomeTest,
  Question,
  RuleSet,
} from '../core/rule-set.ts';
import { allAnswers } from '../core/truth.ts';
import { membersOf } from '../diagram/possible.ts';
import { midSentence, questionAt } from './answer-text.ts';
import { levelSetText } from './level-word.ts';

/**
 * A condition in one sentence. Parts that must all hold are separated by semicolons; every other group names itself
 * and stands in parentheses, so that no reading is left to precedence.
 */
export function conditionText(condition: AdviseCondition, ruleSet: RuleSet): string {
  return condition.kind === 'all' ? listText(condition.of, ruleSet) : partText(condition, ruleSet);
}

function partText(condition: AdviseCondition, ruleSet: RuleSet): string {
  switch (condition.kind) {
    case 'answer':
    case 'level':
    case 'rests_on': {
      const { topic, wanted } = testWords(condition, ruleSet);
      return topic + wanted;
    }
    case 'all':
      return groupText(condition.of.length === 2 ? 'both' : 'all of', condition.of, ruleSet);
    case 'any':
      return groupText('one of', condition.of, ruleSet);
    case 'none':
      return noneText(condition.of, ruleSet);
    case 'count':
      return `${condition.atLeast} or more of (${listText(condition.of, ruleSet)})`;
    default:
      return condition satisfies never;
  }
}

/** One test in two parts: what is tested, and what it must be. */
export function testWords(
  test: OutcomeTest | Extract<AnswerCondition, { readonly kind: 'answer' }>,
  ruleSet: RuleSet,
): { readonly topic: string; readonly wanted: string } {
  switch (test.kind) {
    case 'answer': {
      const question = questionAt(ruleSet, test.question);
      return { topic: midSentence(question.title), wanted: `: ${answerSetText(question, test.answers)}` };
    }
    case 'level':
      return { topic: 'suggested level', wanted: `: ${levelSetText(ruleSet, test.levels)}` };
    case 'rests_on':
      return { topic: 'the level rests on', wanted: ` ${test.rules.join(' or ')}` };
    default:
      return test satisfies never;
  }
}

/** The answers of a set in words, by the shortest of: one answer, a run of ordered answers, a list, all but a few. */
function answerSetText(question: Question, answers: AnswerSet): string {
  if (answers === allAnswers(question)) return 'any answer';
  const members = membersOf(answers);
  const label = (answer: number | undefined) => midSentence(question.answers[answer ?? -1]?.label ?? '');
  const first = members[0];
  const last = members.at(-1);
  if (first === last) return label(first);
  if (question.ordered && first !== undefined && last !== undefined && last - first === members.length - 1) {
    if (last === question.answers.length - 1) return `${openEnded(label(first))} or more serious`;
    if (first === 0) return `${openEnded(label(last))} or less serious`;
    return `${label(first)} to ${label(last)}`;
  }
  const others = membersOf(allAnswers(question) & ~answers);
  if (others.length === 1) return `other than ${label(others[0])}`;
  return members.map(label).join(' / ');
}

/** A label with a comma in it needs another one before what follows. */
function openEnded(label: string): string {
  return label.includes(',') ? `${label},` : label;
}

function noneText(parts: readonly AdviseCondition[], ruleSet: RuleSet): string {
  const [only] = parts;
  if (parts.length > 1 || only === undefined) return `none of (${listText(parts, ruleSet)})`;
  return only.kind === 'all' ? `not ${partText(only, ruleSet)}` : `not (${partText(only, ruleSet)})`;
}

function groupText(word: string, parts: readonly AdviseCondition[], ruleSet: RuleSet): string {
  const [only] = parts;
  return parts.length === 1 && only !== undefined
    ? partText(only, ruleSet)
    : `${word} (${listText(parts, ruleSet)})`;
}

function listText(parts: readonly AdviseCondition[], ruleSet: RuleSet): string {
  return parts.map((part) => partText(part, ruleSet)).join('; ');
}
