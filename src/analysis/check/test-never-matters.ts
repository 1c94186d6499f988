import type { AdviseCondition, RuleSet } from '../../core/rule-set.ts';
import { allAnswers } from '../../core/truth.ts';
import { FALSE, TRUE } from '../../diagram/node-store.ts';
import { ALWAYS, NEVER, type PartPath, replacePart } from '../examples/condition-parts.ts';
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
 * Goes through the lists from the last part to the first, so that of two parts that say the same the first stays.
 * What is deleted is not looked into any further.
 */
export function partsToDelete(space: CheckSpace, { condition }: OwnedCondition): AdviseCondition[] {
  const holds = space.where(condition);
  if (holds === FALSE || holds === TRUE) return [];
  const deleted: AdviseCondition[] = [];
  let rest = condition;
  const visit = (list: AdviseCondition, path: PartPath): void => {
    if (!('of' in list)) return;
    for (const [position, part] of [...list.of.entries()].reverse()) {
      if (isFoundElsewhere(space, part)) continue;
      const at = [...path, position];
      const without = replacePart(rest, at, list.kind === 'all' ? ALWAYS : NEVER);
      if (space.where(without) === holds) {
        rest = without;
        deleted.push(part);
      } else {
        visit(part, at);
      }
    }
  };
  visit(condition, []);
  return deleted;
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
