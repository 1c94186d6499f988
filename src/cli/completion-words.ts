import type { RuleSet } from '../core/rule-set.ts';
import type { CompletedValue } from './completion-spec.ts';

/** What a shell offers in one place. */
export type Offer =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'files' }
  /** Folders too, after these words. */
  | { readonly kind: 'folders'; readonly words: readonly string[] }
  /** `question=`, then `question=answer`. */
  | {
      readonly kind: 'assignments';
      readonly questions: readonly string[];
      readonly words: readonly string[];
    };

/** Turns a kind of value into the words of a rule set. */
export function offerOf(value: CompletedValue, ruleSet: RuleSet, shippedSets: readonly string[]): Offer {
  const ids = (named: readonly { readonly id: string }[]): Offer => ({
    kind: 'words',
    words: named.map(({ id }) => id),
  });
  switch (value.kind) {
    case 'choices':
      return { kind: 'words', words: value.words };
    case 'files':
      return { kind: 'files' };
    case 'folders':
      return { kind: 'folders', words: [] };
    case 'sets':
      return { kind: 'folders', words: shippedSets };
    case 'levels':
      return ids(ruleSet.levels);
    case 'dimensions':
      return ids(ruleSet.dimensions);
    case 'questions':
      return ids(ruleSet.questions);
    case 'assignments':
      return {
        kind: 'assignments',
        questions: ruleSet.questions.map(({ id }) => `${id}=`),
        words: ruleSet.questions.flatMap(({ id, answers }) =>
          [...answers.map((answer) => answer.id), 'unknown'].map((answer) => `${id}=${answer}`),
        ),
      };
    case 'anything':
      return { kind: 'words', words: [] };
    default:
      return value satisfies never;
  }
}
