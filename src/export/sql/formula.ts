import type { End } from '../../diagram/partial-space.ts';

/**
 * A condition on the columns of one row, true or false but never NULL. What is printed as SQL and what is proven is
 * this one value.
 */
export type Formula =
  | { readonly kind: 'constant'; readonly holds: boolean }
  /** The code of the question is in the set: bit `i` stands for answer `i`, the bit after the last for open. */
  | { readonly kind: 'test'; readonly question: number; readonly codes: number }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Formula[] }
  | { readonly kind: 'count'; readonly atLeast: number; readonly of: readonly Formula[] }
  | { readonly kind: 'not'; readonly of: Formula }
  /** Another formula for each code of the question; the last where it is open. */
  | { readonly kind: 'by_answer'; readonly question: number; readonly under: readonly Formula[] }
  /** How the lowest (`least`) or the highest possible level compares with a level. */
  | {
      readonly kind: 'level';
      readonly end: End;
      readonly is: 'at_least' | 'at_most';
      readonly level: number;
    }
  /** One end of the range is above the other end of the range that is left without these rules (ids). */
  | { readonly kind: 'above_without'; readonly end: End; readonly rules: readonly string[] };

export const ALWAYS: Formula = { kind: 'constant', holds: true };
export const NEVER: Formula = { kind: 'constant', holds: false };

/** All of these hold; constants and nested lists are taken out. */
export function allOf(parts: readonly Formula[]): Formula {
  return group('all', parts, ALWAYS, NEVER);
}

/** One of these holds; constants and nested lists are taken out. */
export function anyOf(parts: readonly Formula[]): Formula {
  return group('any', parts, NEVER, ALWAYS);
}

function group(kind: 'all' | 'any', parts: readonly Formula[], neutral: Formula, decisive: Formula): Formula {
  const of = parts
    .flatMap((part) => (part.kind === kind ? part.of : [part]))
    .filter((part) => part !== neutral);
  const [first] = of;
  if (first === undefined) return neutral;
  if (of.includes(decisive)) return decisive;
  return of.length === 1 ? first : { kind, of };
}

/** At least so many of these hold. */
export function countOf(atLeast: number, parts: readonly Formula[]): Formula {
  if (atLeast === parts.length) return allOf(parts);
  return atLeast === 1 ? anyOf(parts) : { kind: 'count', atLeast, of: parts };
}

export function notOf(formula: Formula): Formula {
  if (formula === ALWAYS) return NEVER;
  if (formula === NEVER) return ALWAYS;
  return formula.kind === 'not' ? formula.of : { kind: 'not', of: formula };
}

/** The formula and everything of which it is made. */
export function partsOf(formula: Formula): Formula[] {
  switch (formula.kind) {
    case 'all':
    case 'any':
    case 'count':
      return [formula, ...formula.of.flatMap(partsOf)];
    case 'not':
      return [formula, ...partsOf(formula.of)];
    case 'by_answer':
      return [formula, ...formula.under.flatMap(partsOf)];
    case 'constant':
    case 'test':
    case 'level':
    case 'above_without':
      return [formula];
    default:
      return formula satisfies never;
  }
}

/** Whether a formula compares levels. */
export function looksAtLevel(formula: Formula): boolean {
  return partsOf(formula).some(({ kind }) => kind === 'level' || kind === 'above_without');
}

/** The formula with one question, where it is open, read as if it had this answer; otherwise unchanged. */
export function fillOpen(formula: Formula, question: number, answer: number, openCode: number): Formula {
  const fill = (part: Formula): Formula => {
    switch (part.kind) {
      case 'constant':
      case 'level':
      case 'above_without':
        return part;
      case 'test': {
        if (part.question !== question) return part;
        const open = 1 << openCode;
        return { ...part, codes: (part.codes >>> answer) & 1 ? part.codes | open : part.codes & ~open };
      }
      case 'all':
        return allOf(part.of.map(fill));
      case 'any':
        return anyOf(part.of.map(fill));
      case 'count':
        return countOf(part.atLeast, part.of.map(fill));
      case 'not':
        return notOf(fill(part.of));
      case 'by_answer': {
        const under = part.under.map(fill);
        const filled = under[answer];
        if (part.question === question && filled !== undefined) under[openCode] = filled;
        return { ...part, under };
      }
      default:
        return part satisfies never;
    }
  };
  return fill(formula);
}
