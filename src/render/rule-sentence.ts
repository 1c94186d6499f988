import { alertOf, type Citation, type Rule, type RuleSet } from '../core/rule-set.ts';
import { questionTitles } from './answer-text.ts';
import { type ConditionOutline, conditionOutline } from './condition-outline.ts';
import { levelSetText, levelWords } from './level-word.ts';

/** A rule as one sentence: what it does, then `if` and its condition. */
export interface RuleSentence {
  readonly effect: string;
  readonly condition: ConditionOutline;
  /** What the clinician is told when the rule holds. */
  readonly message?: { readonly kind: 'alert' | 'advice'; readonly text: string };
}

export function ruleSentence(ruleSet: RuleSet, rule: Rule): RuleSentence {
  const alert = alertOf(rule);
  return {
    effect: effectOf(ruleSet, rule),
    condition: conditionOutline(rule.when, ruleSet),
    ...(rule.kind === 'advise' && { message: { kind: 'advice', text: rule.advise } }),
    ...(alert !== undefined && { message: { kind: 'alert', text: alert } }),
  };
}

function effectOf(ruleSet: RuleSet, rule: Rule): string {
  switch (rule.kind) {
    case 'at_least':
      return `At least ${levelWords(ruleSet, [rule.level])}`;
    case 'rule_out':
      return `Not ${levelSetText(ruleSet, rule.levels)}, but the next level up,`;
    case 'alert':
      return 'An alert';
    case 'advise':
      return 'Advised';
    case 'recheck':
      return `Check again ${questionTitles(ruleSet, rule.questions).join(' and ')}`;
    default:
      return rule satisfies never;
  }
}

/** Where a rule comes from: the title of the source and the heading in it. */
export function citationText(ruleSet: RuleSet, { document, section }: Citation): string {
  const title = ruleSet.sources.find((source) => source.id === document)?.title ?? document;
  return section === undefined ? title : `${title}, “${section}”`;
}

/** What stands beside the sources of a rule whose threshold goes beyond them. */
export const PRACTICE_NOTE = 'the threshold is a choice of practice that goes beyond the sources';

/** A text with a period at its end. */
export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
