import type { CaseEntry, CaseTree } from './case-tree.ts';

/** A JSON value with offsets, or what is wrong with the text and where. */
export type JsonResult =
  | { readonly ok: true; readonly tree: CaseTree<number>; readonly end: number }
  | { readonly ok: false; readonly at: number; readonly reason: string };

const DEEPEST = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[a-z]+/y;
/** An escape to resolve, or a control character, which JSON forbids inside a text. */
const NEEDS_CARE = /[\\\p{Cc}]/u;

/**
 * Reads the JSON value that begins at or after `from`; what follows it is left to the caller. It accepts what
 * `JSON.parse` accepts down to 64 levels, but keeps places, repeated keys and the digits of numbers.
 */
export function readJson(text: string, from = 0): JsonResult {
  try {
    const reader = new JsonReader(text, from);
    const tree = reader.value(1);
    return { ok: true, tree, end: reader.position };
  } catch (error) {
    if (error instanceof JsonProblem) return { ok: false, at: error.at, reason: error.message };
    throw error;
  }
}

/** The first offset at or after `from` that is not white space. */
export function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return at;
    at++;
  }
}

/** Unwinds the reader; never leaves this file. */
class JsonProblem extends Error {
  readonly at: number;

  constructor(at: number, reason: string) {
    super(reason);
    this.at = at;
  }
}

class JsonReader {
  readonly #text: string;
  position: number;

  constructor(text: string, from: number) {
    this.#text = text;
    this.position = from;
  }

  value(depth: number): CaseTree<number> {
    const at = this.#next();
    const first = this.#text[at];
    if (depth > DEEPEST) throw new JsonProblem(at, `more than ${DEEPEST} levels stand inside one another`);
    if (first === '{') return this.#map(at, depth);
    if (first === '[') return this.#list(at, depth);
    if (first === '"') return { kind: 'text', text: this.#string(), at };
    return this.#plain(at);
  }

  #map(at: number, depth: number): CaseTree<number> {
    const entries: CaseEntry<number>[] = [];
    this.position = at + 1;
    if (this.#text[this.#next()] === '}') {
      this.position++;
      return { kind: 'map', entries, at };
    }
    do {
      const keyAt = this.#next();
      if (this.#text[keyAt] !== '"') throw this.#unexpected('a key in quotation marks');
      const key = this.#string();
      if (this.#text[this.#next()] !== ':') throw this.#unexpected('a colon');
      this.position++;
      entries.push({ key, at: keyAt, value: this.value(depth + 1) });
    } while (this.#goesOn('}'));
    return { kind: 'map', entries, at };
  }

  #list(at: number, depth: number): CaseTree<number> {
    const items: CaseTree<number>[] = [];
    this.position = at + 1;
    if (this.#text[this.#next()] === ']') {
      this.position++;
      return { kind: 'list', items, at };
    }
    do {
      items.push(this.value(depth + 1));
    } while (this.#goesOn(']'));
    return { kind: 'list', items, at };
  }

  /** Passes over a comma (more follows) or the closing bracket (nothing does). */
  #goesOn(closing: string): boolean {
    const found = this.#text[this.#next()];
    if (found !== ',' && found !== closing) throw this.#unexpected(`a comma or \`${closing}\``);
    this.position++;
    return found === ',';
  }

  #string(): string {
    const start = this.position + 1;
    let end = this.#text.indexOf('"', start);
    while (end !== -1 && this.#isEscaped(end, start)) end = this.#text.indexOf('"', end + 1);
    if (end === -1) throw new JsonProblem(start - 1, 'this text is never closed');
    this.position = end + 1;
    const raw = this.#text.slice(start, end);
    return NEEDS_CARE.test(raw) ? unescaped(raw, start) : raw;
  }

  #isEscaped(mark: number, start: number): boolean {
    let from = mark;
    while (from > start && this.#text[from - 1] === '\\') from--;
    return (mark - from) % 2 === 1;
  }

  #plain(at: number): CaseTree<number> {
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(this.#text)?.[0];
    WORD.lastIndex = at;
    const word = WORD.exec(this.#text)?.[0] ?? '';
    if (number !== undefined) {
      this.position = at + number.length;
      return { kind: 'number', text: number, at };
    }
    if (word !== 'true' && word !== 'false' && word !== 'null') throw this.#unexpected('a value');
    this.position = at + word.length;
    return word === 'null' ? { kind: 'nothing', at } : { kind: 'boolean', text: word, at };
  }

  #next(): number {
    this.position = skipSpace(this.#text, this.position);
    return this.position;
  }

  #unexpected(expected: string): JsonProblem {
    const found = this.#text[this.position];
    const instead = found === undefined ? 'the text ends' : `\`${found}\` stands`;
    return new JsonProblem(this.position, `${instead} where ${expected} was expected`);
  }
}

function unescaped(raw: string, at: number): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    throw new JsonProblem(at, 'this text holds a bare control character or a wrong escape');
  }
}
