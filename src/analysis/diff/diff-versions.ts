import { MAX_ANSWERS, type RuleSet } from '../../core/rule-set.ts';
import type {
  Move,
  OfVersions,
  QuestionDifference,
  VersionDifference,
} from '../../core/version-difference.ts';
import { FALSE, type Node } from '../../diagram/node-store.ts';
import { type AlignedVersion, alignVersions } from './align-versions.ts';
import { blameMove } from './blame-move.ts';
import { changedRuleKeys, changedWording } from './changed-keys.ts';
import { compareEffects, compareQuestions } from './compare-effects.ts';
import { type ChangedPair, describeChanges } from './describe-changes.ts';
import { describeRegion } from './moved-region.ts';
import { pairRules, type RulePair } from './rule-pairs.ts';
import { UndoneChanges } from './undone-changes.ts';
import { VersionSpace } from './version-space.ts';

/** Why two rule sets cannot be compared. */
export type NotComparable =
  | { readonly kind: 'levels'; readonly levels: OfVersions<readonly string[]> }
  /** The two lists of answers to a question (its id) are too long together. */
  | { readonly kind: 'answers'; readonly question: string };

export interface DiffOptions {
  /** How many nodes the comparison may make. */
  readonly maxNodes?: number;
}

/** What stands in the way of comparing two versions; undefined if nothing does. */
export function whyNotComparable(versions: OfVersions<RuleSet>): NotComparable | undefined {
  const ids = ({ levels }: RuleSet) => levels.map(({ id }) => id);
  const levels = { old: ids(versions.old), new: ids(versions.new) };
  if (levels.old.join() !== levels.new.join()) return { kind: 'levels', levels };
  const tooLong = alignVersions(versions).new.ruleSet.questions.find(
    ({ answers }) => answers.length > MAX_ANSWERS,
  );
  return tooLong && { kind: 'answers', question: tooLong.id };
}

/**
 * Compares two versions over all cases at once. Levels, questions, answers and rules are matched by id.
 *
 * INVARIANT: nothing stands in the way, as `whyNotComparable` tells.
 *
 * @throws TooLargeError if the comparison needs more than `maxNodes` nodes; then nothing is known.
 */
export function diffVersions(
  versions: OfVersions<RuleSet>,
  { maxNodes }: DiffOptions = {},
): VersionDifference {
  const aligned = alignVersions(versions);
  const space = new VersionSpace(aligned, maxNodes);
  const both = { old: aligned.old.ruleSet, new: aligned.new.ruleSet };
  const pairs = pairRules(space);
  const undone = new UndoneChanges(space, pairs);
  const cells = levelCells(space);
  const moves = cells.flatMap((row, from) =>
    row.flatMap((cell, to) => (from === to || cell === FALSE ? [] : [moveOf(space, undone, cell, from, to)])),
  );
  const isWrittenAlike = ({ old, new: now }: RulePair) =>
    !changedRuleKeys(both, old?.rule, now?.rule).includes('when');
  const effects = compareEffects(space, pairs, isWrittenAlike);
  const blamed = moves.flatMap(({ blame }) => blame.flatMap(({ changes }) => changes));
  const changes = describeChanges(
    space,
    pairs,
    undone,
    new Set([...blamed, ...effects.map(({ pair }) => pair)]),
  );
  return {
    versions: both,
    questions: questionDifferences(aligned),
    compared: space.count(space.compared),
    apart: { old: space.apart('old'), new: space.apart('new') },
    matrix: cells.map((row) => row.map((cell) => space.count(cell))),
    moves: moves.map((move) => ({ ...move, blame: withChangeIndexes(move.blame, changes) })),
    alertsLost: space.counted(space.butNot(space.alert('old'), space.alert('new'))),
    alertsGained: space.counted(space.butNot(space.alert('new'), space.alert('old'))),
    effects: [
      ...effects.map(({ effect }) => effect),
      ...compareQuestions(space, [versions.old, versions.new]),
    ],
    changes: changes.map(({ change }) => change),
    wording: changedWording(versions),
  };
}

/** The compared cases by old level, then by new level. */
function levelCells(space: VersionSpace): Node[][] {
  const levels = Array.from({ length: space.levelCount }, (_, level) => level);
  const within = (root: Node, level: number) => space.store.and(space.compared, space.atLevel(root, level));
  const now = levels.map((level) => within(space.versions.new.levelRoot, level));
  return levels.map((level) => {
    const before = within(space.versions.old.levelRoot, level);
    return now.map((after) => space.store.and(before, after));
  });
}

function moveOf(space: VersionSpace, undone: UndoneChanges, cell: Node, from: number, to: number): Move {
  const version = from < to ? 'old' : 'new';
  const given = space.atLevel(space.versions[version].levelRoot, Math.min(from, to));
  const { cases, example = space.bestCase } = space.counted(cell);
  const region = describeRegion(space, space.store.and(space.compared, given), cell, example);
  return { from, to, cases, example, region: { version, ...region }, ...blameMove(space, undone, cell, to) };
}

function withChangeIndexes(blame: Move['blame'], changes: readonly ChangedPair[]): Move['blame'] {
  return blame.map(({ changes: pairs, cases }) => ({
    changes: pairs.map((pair) => changes.findIndex((change) => change.pair === pair)),
    cases,
  }));
}

function questionDifferences(aligned: OfVersions<AlignedVersion>): QuestionDifference[] {
  return aligned.new.ruleSet.questions.flatMap((_, question): QuestionDifference[] => {
    const [old, now] = [aligned.old.answers[question] ?? 0, aligned.new.answers[question] ?? 0];
    if (old === now) return [];
    if (old === 0) return [{ kind: 'only', question, version: 'new' }];
    if (now === 0) return [{ kind: 'only', question, version: 'old' }];
    return [{ kind: 'answers', question, only: { old: old & ~now, new: now & ~old } }];
  });
}
