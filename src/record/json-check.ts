/** Something in a JSON text that is not as it should be, and where: `outcome.reasons[0].weight`. */
export interface JsonProblem {
  readonly at: string;
  readonly message: string;
}

export type ReportProblem = (problem: JsonProblem) => void;

/** Whether a value is a `T`; everything that is wrong with it is reported. */
export type Check<T> = (value: unknown, at: string, report: ReportProblem) => value is T;

/** A text that matches. */
export function textLike(pattern: RegExp, what: string): Check<string> {
  return (value, at, report): value is string =>
    (typeof value === 'string' && pattern.test(value)) || wrong(value, at, what, report);
}

export const anyText = textLike(/\S/, 'a text');

/** The one value allowed. */
export function exactly<T extends string | number | null>(allowed: T): Check<T> {
  return (value, at, report): value is T =>
    value === allowed || wrong(value, at, `\`${String(allowed)}\``, report);
}

/** One of two kinds of value. What is wrong is said of both at once. */
export function either<A, B>(first: Check<A>, second: Check<B>, what: string): Check<A | B> {
  const silent = () => {};
  return (value, at, report): value is A | B =>
    first(value, at, silent) || second(value, at, silent) || wrong(value, at, what, report);
}

export const countOf = (what: string): Check<number> => {
  return (value, at, report): value is number =>
    (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) ||
    wrong(value, at, what, report);
};

export function listOf<T>(item: Check<T>): Check<readonly T[]> {
  return (value, at, report): value is readonly T[] => {
    if (!Array.isArray(value)) return wrong(value, at, 'a list', report);
    const items: readonly unknown[] = value;
    return items.map((entry, index) => item(entry, `${at}[${index}]`, report)).every(Boolean);
  };
}

export function mapOf<T>(item: Check<T>): Check<Readonly<Record<string, T>>> {
  return (value, at, report): value is Readonly<Record<string, T>> => {
    if (!isObject(value)) return wrong(value, at, 'an object', report);
    return Object.entries(value)
      .map(([key, entry]) => item(entry, below(at, key), report))
      .every(Boolean);
  };
}

/** Exactly these keys, no more. */
export function objectOf<T extends object>(
  checks: { readonly [K in keyof T]-?: Check<T[K]> } & Readonly<Record<string, Check<unknown>>>,
): Check<T> {
  return (value, at, report): value is T => {
    if (!isObject(value)) return wrong(value, at, 'an object', report);
    const known: readonly (readonly [string, Check<unknown>])[] = Object.entries(checks);
    const sound = known.map(([key, check]) => check(ownValue(value, key), below(at, key), report));
    const spare = Object.keys(value).filter((key) => !Object.hasOwn(checks, key));
    for (const key of spare) report({ at: below(at, key), message: 'this key is not part of a record' });
    return spare.length === 0 && sound.every(Boolean);
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownValue(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function wrong(value: unknown, at: string, what: string, report: ReportProblem): false {
  report({ at, message: value === undefined ? 'this is missing' : `this must be ${what}` });
  return false;
}

function below(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}
