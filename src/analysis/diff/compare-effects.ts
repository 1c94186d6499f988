import { alertOf, type RuleSet } from '../../core/rule-set.ts';
import type { EffectDifference } from '../../core/version-difference.ts';
import { FALSE, type Node } from '../../diagram/node-store.ts';
import type { RuleInVersion, RulePair } from './rule-pairs.ts';
import type { VersionSpace } from './version-space.ts';

type Effect = EffectDifference['kind'];

/** The alert, advice or recheck of each rule pair that holds in other cases than before, with the index of the pair. */
export function compareEffects(
  space: VersionSpace,
  pairs: readonly RulePair[],
  isWrittenAlike: (pair: RulePair) => boolean,
): { readonly pair: number; readonly effect: EffectDifference }[] {
  return pairs.flatMap((pair, index) => {
    const id = (pair.new ?? pair.old)?.rule.id ?? '';
    const kinds = new Set([pair.old, pair.new].flatMap((side) => effectOf(side) ?? []));
    return [...kinds].flatMap((kind) => {
      const [old, now] = [effectNode(pair.old, kind), effectNode(pair.new, kind)];
      if (space.same(old, now)) return [];
      const asWritten = effectOf(pair.old) === effectOf(pair.new) && isWrittenAlike(pair);
      return [{ pair: index, effect: difference(space, { kind, id, asWritten }, old, now) }];
    });
  });
}

/** Each question of both versions that is asked in other cases than before. */
export function compareQuestions(space: VersionSpace, versions: readonly RuleSet[]): EffectDifference[] {
  return space.questions.flatMap(({ id }, index): EffectDifference[] => {
    const isShared = versions.every(({ questions }) => questions.some((question) => question.id === id));
    const [old, now] = [space.applies('old', index), space.applies('new', index)];
    if (!isShared || space.same(old, now)) return [];
    return [difference(space, { kind: 'question', id, asWritten: false }, old, now)];
  });
}

function difference(
  space: VersionSpace,
  what: Pick<EffectDifference, 'kind' | 'id' | 'asWritten'>,
  old: Node,
  now: Node,
): EffectDifference {
  return {
    ...what,
    lost: space.counted(space.butNot(old, now)),
    gained: space.counted(space.butNot(now, old)),
  };
}

function effectOf(side: RuleInVersion | undefined): Effect | undefined {
  if (side === undefined) return undefined;
  if (alertOf(side.rule) !== undefined) return 'alert';
  if (side.rule.kind === 'advise') return 'advice';
  return side.rule.kind === 'recheck' ? 'recheck' : undefined;
}

/** Where a side of a pair has the effect. */
function effectNode(side: RuleInVersion | undefined, effect: Effect): Node {
  return side !== undefined && effectOf(side) === effect ? side.holds : FALSE;
}
