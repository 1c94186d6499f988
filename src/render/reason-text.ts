import type { Reason } from '../core/outcome.ts';
import type { Rule, RuleSet } from '../core/rule-set.ts';
import { ruleWithId } from './explained-case.ts';
import { levelSetText, levelWords } from './level-word.ts';

/** A reason in words. What works only together with others says what it asks for by itself. */
export function reasonText(ruleSet: RuleSet, reason: Reason): string {
  const texts = reason.rules.map((id) => {
    const rule = ruleWithId(ruleSet, id);
    return reason.weight === 'together' ? `${effectText(ruleSet, rule)}: ${rule.because}` : rule.because;
  });
  return texts.length === 1 ? (texts[0] ?? '') : `one of these holds: ${texts.join('; or ')}`;
}

/** What a rule does when it holds: `at least IOP`, `rules out IOP`, `alert`, `advice`, `check again`. */
export function effectText(ruleSet: RuleSet, rule: Rule): string {
  switch (rule.kind) {
    case 'at_least': {
      const atLeast = `at least ${levelWords(ruleSet, [rule.level])}`;
      return rule.alert === undefined ? atLeast : `${atLeast}, alert`;
    }
    case 'rule_out':
      return `rules out ${levelSetText(ruleSet, rule.levels)}`;
    case 'alert':
      return 'alert';
    case 'advise':
      return 'advice';
    case 'recheck':
      return 'check again';
    default:
      return rule satisfies never;
  }
}

/** The name of a rule in words, without its dimension: `safety.means-safety` is `means safety`. */
export function ruleName(id: string): string {
  return id.slice(id.indexOf('.') + 1).replaceAll(/[-_]/g, ' ');
}

/** `1 rule`, `3 rules`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
