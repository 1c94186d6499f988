import { atLeastOf, combine, mapTerminals } from '../../diagram/algebra.ts';
import { FALSE, type Node, TRUE } from '../../diagram/node-store.ts';
import type { End, PartialSpace } from '../../diagram/partial-space.ts';
import type { Formula } from './formula.ts';

/** The diagrams of the columns that formulas on the outcome compare. */
export interface LevelColumns {
  /** The lowest or the highest possible level. */
  readonly level: (end: End) => Node;
  /** The same without some rules (ids). */
  readonly levelWithout: (rules: readonly string[], end: End) => Node;
}

/** The truth diagram, over all partial cases, of what the SQL of a formula says. */
export function formulaDiagram(space: PartialSpace, formula: Formula, columns: LevelColumns): Node {
  const { store } = space;
  const walk = (part: Formula): Node => {
    switch (part.kind) {
      case 'constant':
        return part.holds ? TRUE : FALSE;
      case 'test':
        return store.test(space.variable(part.question), part.codes);
      case 'all':
        return part.of.reduce((node, each) => store.and(node, walk(each)), TRUE);
      case 'any':
        return part.of.reduce((node, each) => store.or(node, walk(each)), FALSE);
      case 'count':
        return atLeastOf(store, part.atLeast, part.of.map(walk));
      case 'not':
        return store.not(walk(part.of));
      case 'by_answer':
        return part.under.reduce((node, each, code) => {
          const given = store.test(space.variable(part.question), 1 << code);
          return store.or(node, store.and(given, walk(each)));
        }, FALSE);
      case 'level':
        return mapTerminals(store, columns.level(part.end), (level) =>
          (part.is === 'at_least' ? level >= part.level : level <= part.level) ? TRUE : FALSE,
        );
      case 'above_without': {
        const without = columns.levelWithout(part.rules, part.end === 'least' ? 'most' : 'least');
        return combine(store, columns.level(part.end), without, (level, other) =>
          level > other ? TRUE : FALSE,
        );
      }
      default:
        return part satisfies never;
    }
  };
  return walk(formula);
}
