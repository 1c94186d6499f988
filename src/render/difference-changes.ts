import type { Rule, RuleSet } from '../core/rule-set.ts';
import type { RuleChange, VersionDifference, WordingChange } from '../core/version-difference.ts';
import { ruleAt } from './at-index.ts';
import { conditionChange } from './condition-change.ts';
import { conditionText } from './condition-text.ts';
import type { DifferenceLook, DifferencePage, Section } from './difference-page.ts';
import { effectText } from './reason-text.ts';
import { wrapped } from './text-lines.ts';

const BULLET = '  · ';

/** The changed rules in words: those that decide something otherwise, with what they were and are; then the others. */
export function changeSections({ difference }: DifferencePage, { width }: DifferenceLook): Section[] {
  const deciding = difference.changes.filter(({ effect }) => effect === 'decides');
  const others = difference.changes.filter(({ effect }) => effect !== 'decides');
  const idle = [
    ...others.map((change) => `${change.id}: ${idleText(change)}`),
    ...difference.wording.map(wordingText),
  ];
  return [
    { title: 'Changed rules', lines: deciding.flatMap((change) => decidingLines(difference, change, width)) },
    {
      title: 'Changes that alter no decision',
      lines: idle.flatMap((text) => wrapped(text, width, BULLET)),
    },
  ];
}

function decidingLines({ versions }: VersionDifference, change: RuleChange, width: number): string[] {
  const { old, new: now } = change.index;
  const before = old === undefined ? undefined : ruleAt(versions.old, old);
  const after = now === undefined ? undefined : ruleAt(versions.new, now);
  const renamed = change.formerId === undefined ? '' : ` (was ${change.formerId})`;
  const head = wrapped(`${change.id}${renamed}`, width, BULLET);
  const side = (word: string, texts: readonly string[]) =>
    wrapped(texts.join(', where '), width, `    ${word}  `);
  if (before === undefined || after === undefined) {
    const [rule, ruleSet] = after === undefined ? [before, versions.old] : [after, versions.new];
    if (rule === undefined) return head;
    return [...head, ...side(after === undefined ? 'gone' : 'new', ruleTexts(ruleSet, rule))];
  }
  const [was, is] = differingTexts(versions.old, before, versions.new, after);
  if (change.keys.length === 0 && change.isOther) {
    return [
      ...head,
      ...wrapped('as written before, but a question it tests is asked in other cases', width, '    '),
    ];
  }
  if (was.length === 0 && is.length === 0) return head;
  return [...head, ...side('was', was), ...side('now', is)];
}

function ruleTexts(ruleSet: RuleSet, rule: Rule): string[] {
  return [effectText(ruleSet, rule), conditionText(rule.when, ruleSet)];
}

/** What a rule does and where it holds, on both sides, without what is the same on both. */
function differingTexts(
  oldSet: RuleSet,
  before: Rule,
  newSet: RuleSet,
  after: Rule,
): readonly [string[], string[]] {
  const [did, does] = [effectText(oldSet, before), effectText(newSet, after)];
  const isSame = JSON.stringify(before.when) === JSON.stringify(after.when);
  const [was, is] = conditionChange(
    { condition: before.when, ruleSet: oldSet },
    { condition: after.when, ruleSet: newSet },
  );
  return [
    [...(did === does ? [] : [did]), ...(isSame ? [] : [was])],
    [...(did === does ? [] : [does]), ...(isSame ? [] : [is])],
  ];
}

function idleText(change: RuleChange): string {
  const { index, keys, formerId, isOther, onlyApart, effect } = change;
  if (index.old === undefined || index.new === undefined) {
    const what = index.old === undefined ? 'a new rule' : 'removed';
    return effect === 'balanced'
      ? `${what}; it matters only beside other changes`
      : `${what}; decides no case`;
  }
  const named = formerId === undefined ? '' : `was called ${formerId}; `;
  if (effect === 'balanced')
    return `${named}changed (${keys.join(', ')}); it matters only beside other changes`;
  if (isOther) return `${named}changed (${keys.join(', ')}), and decides no case otherwise`;
  const written = keys.filter((key) => key !== 'when').map((key) => `\`${key}\``);
  const condition = !keys.includes('when')
    ? []
    : onlyApart
      ? ['its condition, in answers that only one version has']
      : ['its condition, which holds in the same cases'];
  const parts = [...condition, ...written];
  return `${named}${parts.length === 0 ? 'otherwise as before' : `written otherwise: ${parts.join(', ')}`}`;
}

function wordingText({ part, id, keys }: WordingChange): string {
  return `${part} ${id}: written otherwise: ${keys.map((key) => `\`${key}\``).join(', ')}`;
}
