import type { AnswerCondition, Level, RuleSet } from '../core/rule-set.ts';
import { questionAt } from './answer-text.ts';
import { conditionText } from './condition-text.ts';
import type { CriteriaGroup } from './criteria.ts';
import { levelAt } from './level-word.ts';

/** What the page of criteria says in every form. */
export const HOW_TO_READ =
  'Start at the least intensive level and climb until no rule objects. The most serious finding decides: nothing is ' +
  'added up or averaged, and the order of the rules has no meaning. A question that was not asked, or is unknown, is ' +
  'never taken as a no: the result is then a range of levels.';

/** The title of a chapter. */
export function groupTitle(ruleSet: RuleSet, group: CriteriaGroup): string {
  switch (group.kind) {
    case 'level':
      return levelAt(ruleSet, group.index).name;
    case 'dimension':
      return ruleSet.dimensions[group.index]?.title ?? '';
    case 'question':
      return questionAt(ruleSet, group.index).title;
    case 'beside':
      return 'Beside the level';
    case 'outcome':
      return 'Once the level is known';
    default:
      return group satisfies never;
  }
}

/** What a chapter says where it has no rule. */
export function noRules(group: CriteriaGroup): string {
  if (group.kind === 'level' && group.index === 0) {
    return 'No rule asks for this level: it is suggested where no rule objects to it.';
  }
  return group.kind === 'question' ? 'No rule tests this question.' : 'No rule belongs here.';
}

/** What is said about a level, in order; its name is left out. */
export function levelFacts(level: Level): readonly (readonly [label: string, text: string])[] {
  return [
    ['Place', level.place],
    ['Hours', level.dose],
    ['Suited for', level.suitedFor],
    ['Length', level.length],
    ['A week', level.week],
    ['Review', level.review],
    ['Next step', level.nextStep],
  ];
}

/** What is said about the whole rule set, in order. */
export function ruleSetFacts(ruleSet: RuleSet): readonly (readonly [label: string, text: string])[] {
  return [
    ['For whom', ruleSet.population],
    ['Used by', ruleSet.intendedUsers],
    ['Validation', ruleSet.validation],
    ['Demographics', ruleSet.demographics],
    ['Time frame', ruleSet.timeFrame],
    ['Emergency', ruleSet.emergency],
  ];
}

/** When a question is asked. */
export function appliesText(ruleSet: RuleSet, condition: AnswerCondition): string {
  return `Asked only if ${conditionText(condition, ruleSet)}.`;
}

/** Whether a text is an address that a page may link to: nothing that runs, nothing with a space or bracket in it. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text);
}
