import type { AdviseCondition, AnswerCondition, OutcomeTest } from '../../core/rule-set.ts';

/** Positions in the lists of a condition, from the outside in; empty for the condition itself. */
export type PartPath = readonly number[];

/** A part of a condition and where it stands. */
export interface Part {
  readonly path: PartPath;
  readonly part: AdviseCondition;
}

/** A test that has no parts of its own. */
export type LeafTest = Extract<AnswerCondition, { kind: 'answer' }> | OutcomeTest;

/** A condition that always holds, or never: what a test would be that had lost its effect. */
export function decided(test: LeafTest, holds: boolean): AdviseCondition {
  return { kind: holds ? 'any' : 'all', of: [test, { kind: 'none', of: [test] }] };
}

/** Every part of a condition, itself first, in the order in which they are written. */
export function partsOf(condition: AdviseCondition, path: PartPath = []): Part[] {
  const own = { path, part: condition };
  if (!('of' in condition)) return [own];
  return [own, ...condition.of.flatMap((part, position) => partsOf(part, [...path, position]))];
}

/** The tests of a condition that have no parts. */
export function leafTestsOf(condition: AdviseCondition): { path: PartPath; test: LeafTest }[] {
  return partsOf(condition).flatMap(({ path, part }) =>
    part.kind === 'answer' || part.kind === 'level' || part.kind === 'rests_on' ? [{ path, test: part }] : [],
  );
}

/** The condition with one part replaced. */
export function replacePart(
  condition: AnswerCondition,
  path: PartPath,
  replacement: AnswerCondition,
): AnswerCondition;
export function replacePart(
  condition: AdviseCondition,
  path: PartPath,
  replacement: AdviseCondition,
): AdviseCondition;
export function replacePart(
  condition: AdviseCondition,
  path: PartPath,
  replacement: AdviseCondition,
): AdviseCondition {
  const [position, ...rest] = path;
  if (position === undefined || !('of' in condition)) return replacement;
  const of = condition.of.map((part, place) =>
    place === position ? replacePart(part, rest, replacement) : part,
  );
  return { ...condition, of };
}
