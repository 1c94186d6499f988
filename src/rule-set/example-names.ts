import type { ExpectedList } from '../core/example.ts';
import { NOT_APPLICABLE } from '../core/outcome.ts';
import { alertOf, isLevelRule, type Rule, type RuleSet } from '../core/rule-set.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The names that the examples of a rule set may use. */
export interface ExampleNames {
  readonly questions: Vocabulary<number>;
  /** Per question. */
  readonly answers: readonly Vocabulary<number>[];
  readonly levels: Vocabulary<number>;
  /** All rules, so that one in the wrong list is not called unknown. */
  readonly rules: Vocabulary<number>;
  /** Per list of an outcome, what may stand in it. */
  readonly lists: Readonly<Record<ExpectedList, Vocabulary<number>>>;
}

export function exampleNames({ questions, levels, rules }: RuleSet): ExampleNames {
  const ids = (named: readonly { readonly id: string }[]) => named.map(({ id }) => id);
  const rulesThat = (belong: (rule: Rule) => boolean) => ids(rules.filter(belong));
  const sometimes = questions.filter(({ appliesWhen }) => appliesWhen !== undefined);
  const rechecks = [
    ...rulesThat(({ kind }) => kind === 'recheck'),
    ...sometimes.map(({ id }) => `${NOT_APPLICABLE}${id}`),
  ];
  return {
    questions: vocabulary('question', ids(questions)),
    answers: questions.map(({ answers }) => vocabulary('answer', ids(answers))),
    levels: vocabulary('level', ids(levels)),
    rules: vocabulary('rule', ids(rules)),
    lists: {
      reasons: vocabulary('rule', rulesThat(isLevelRule)),
      alerts: vocabulary(
        'rule',
        rulesThat((rule) => alertOf(rule) !== undefined),
      ),
      advice: vocabulary(
        'rule',
        rulesThat(({ kind }) => kind === 'advise'),
      ),
      rechecks: vocabulary('rule', rechecks),
      open: vocabulary('question', ids(questions)),
    },
  };
}

function vocabulary(noun: Vocabulary<number>['noun'], ids: readonly string[]): Vocabulary<number> {
  return { noun, entries: new Map(ids.map((id, index) => [id, index])), complete: true };
}
