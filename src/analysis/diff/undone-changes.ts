import type { Answers } from '../../core/answers.ts';
import { climb } from '../../core/ladder.ts';
import { climbDiagram, type LevelRuleNode } from '../../diagram/climb-diagram.ts';
import type { Node } from '../../diagram/node-store.ts';
import { actsAlikeOnLevel, levelRuleOf, type RulePair } from './rule-pairs.ts';
import type { VersionSpace } from './version-space.ts';

/** Answers what the level would be in the new version if some of its changed rules were as they had been. */
export class UndoneChanges {
  /** The pairs (indexes) that do not act alike on the level. */
  readonly changed: readonly number[];
  readonly #space: VersionSpace;
  readonly #pairs: readonly RulePair[];

  constructor(space: VersionSpace, pairs: readonly RulePair[]) {
    this.#space = space;
    this.#pairs = pairs;
    this.changed = pairs.flatMap((pair, index) => (actsAlikeOnLevel(space, pair) ? [] : [index]));
  }

  /** The diagram of the level with these pairs undone. */
  level(undone: ReadonlySet<number>): Node {
    return climbDiagram(this.#space.store, this.#space.levelCount, this.#rules(undone));
  }

  /** The level of one case with these pairs undone. */
  levelOf(answers: Answers, undone: ReadonlySet<number>): number {
    const inForce = this.#rules(undone).filter(({ holds }) => this.#space.terminal(holds, answers) === 1);
    return climb(
      this.#space.levelCount,
      inForce.map(({ rule }) => rule),
    );
  }

  #rules(undone: ReadonlySet<number>): LevelRuleNode[] {
    return this.#pairs.flatMap((pair, index) => levelRuleOf(undone.has(index) ? pair.old : pair.new) ?? []);
  }
}
