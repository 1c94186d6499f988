import type { AdviseCondition, RuleSet } from '../../core/rule-set.ts';
import { allAnswers } from '../../core/truth.ts';
import { FALSE, TRUE } from '../../diagram/node-store.ts';
import type { CheckSpace } from './check-space.ts';
import type { Found } from './found.ts';
import type { OwnedCondition } from './owned-condition.ts';

/** Parts of a condition that can be deleted, all of them together, and it holds in the same cases as before. */
export function testNeverMatters(space: CheckSpace): Found[] {
  return space.conditions.flatMap((owned) =>
    partsToDelete(space, owned).map((part) => ({
      at: part,
      owner: owned.owner,
      message: `without this ${'of' in part ? 'part' : 'test'} \`${owned.owner.id}\` ${'when' in owned.owner ? 'holds' : 'applies'} in the same cases`,
      help: 'delete it, or correct it if it should make a difference',
    })),
  );
}

/**
 * Goes through the lists from the last part to the first, so that of two parts that say the same the first stays. In a
 * count, a part can become needless once another is gone; hence the repetition. Within a part to delete none is named.
 */
export function partsToDelete(space: CheckSpace, { condition }: OwnedCondition): AdviseCondition[] {
  const holds = space.where(condition);
  if (holds === FALSE || holds === TRUE) return [];
  const deleted = new Set<AdviseCondition>();
  const visit = (parts: readonly AdviseCondition[]): void => {
    for (const part of parts.toReversed()) {
      if (deleted.has(part) || isFoundElsewhere(space, part)) continue;
      deleted.add(part);
      if (space.where(without(condition, deleted)) === holds) continue;
      deleted.delete(part);
      visit(partsOf(part));
    }
  };
  let known: number;
  do {
    known = deleted.size;
    visit(partsOf(condition));
  } while (deleted.size > known);
  return outermost(condition, deleted);
}

/** The condition with some parts left out of their lists. */
function without(condition: AdviseCondition, deleted: ReadonlySet<AdviseCondition>): AdviseCondition {
  if (!('of' in condition)) return condition;
  const kept = condition.of.filter((part) => !deleted.has(part));
  return { ...condition, of: kept.map((part) => without(part, deleted)) };
}

function outermost(condition: AdviseCondition, deleted: ReadonlySet<AdviseCondition>): AdviseCondition[] {
  return partsOf(condition).flatMap((part) => (deleted.has(part) ? [part] : outermost(part, deleted)));
}

function partsOf(condition: AdviseCondition): readonly AdviseCondition[] {
  return 'of' in condition ? condition.of : [];
}

/** A count that is never reached, or a test that names every answer, is another finding. */
function isFoundElsewhere({ proof, unreachable }: CheckSpace, part: AdviseCondition): boolean {
  return unreachable.some(({ count }) => count === part) || namesEveryAnswer(proof.ruleSet, part);
}

function namesEveryAnswer({ questions, levels }: RuleSet, part: AdviseCondition): boolean {
  if (part.kind === 'level') return part.levels === 2 ** levels.length - 1;
  if (part.kind !== 'answer') return false;
  const question = questions[part.question];
  return (
    question !== undefined && question.appliesWhen === undefined && part.answers === allAnswers(question)
  );
}
