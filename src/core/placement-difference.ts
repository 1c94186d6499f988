/** Where a case stands on the ladder, and why. */
export interface Placement {
  /** Indexes of levels; equal where one level is left. */
  readonly lowest: number;
  readonly highest: number;
  /** Each a list of rules (ids) of which one must hold; empty where a person decided. */
  readonly reasons: readonly (readonly string[])[];
}

/** How the rule set's placement stands to another one: above it, below it, or a range that is neither. */
export type Direction = 'higher' | 'lower' | 'range';

/** A case that is placed otherwise by a reviewer or by another rule set. */
export interface PlacementDifference {
  readonly id: string;
  readonly own: Placement;
  readonly other: Placement;
  readonly direction: Direction;
}

/** The direction of one range of levels from another; undefined where they are the same. */
export function directionFrom(
  other: Pick<Placement, 'lowest' | 'highest'>,
  own: Pick<Placement, 'lowest' | 'highest'>,
): Direction | undefined {
  if (own.lowest === other.lowest && own.highest === other.highest) return undefined;
  if (own.lowest >= other.lowest && own.highest >= other.highest) return 'higher';
  return own.lowest <= other.lowest && own.highest <= other.highest ? 'lower' : 'range';
}
