import type { RuleSet } from '../core/rule-set.ts';
import { isLevelRule } from '../core/rule-set.ts';
import type { KnownQuestion, Names } from './names.ts';

/** The ids of a rule set that is known to be sound, for files that are read beside it. */
export function namesOf({ questions, levels, sources, rules }: RuleSet): Names {
  const knownQuestions = questions.map(
    ({ id, ordered, appliesWhen, answers }, index): readonly [string, KnownQuestion] => [
      id,
      {
        index,
        ordered,
        conditional: appliesWhen !== undefined,
        answers: { noun: 'answer', entries: indexesOf(answers), complete: true },
      },
    ],
  );
  return {
    questions: { noun: 'question', entries: new Map(knownQuestions), complete: true },
    levels: { noun: 'level', entries: indexesOf(levels), complete: true },
    sources: { noun: 'source', entries: indexesOf(sources), complete: true },
    rules: {
      noun: 'rule',
      entries: new Map(rules.map((rule) => [rule.id, isLevelRule(rule)])),
      complete: true,
    },
  };
}

function indexesOf(named: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(named.map(({ id }, index) => [id, index]));
}
