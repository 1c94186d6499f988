import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseAllDocuments,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { commentInText, cutText } from './comment-in-text.ts';
import { type DiagnosticCode, diagnostic, type Place, type Report } from './diagnostic.ts';
import type { Entry, Node, ScalarNode } from './node.ts';
import { syntaxWording, UNCLOSED_BRACKET, UNCLOSED_QUOTE } from './syntax-message.ts';
import { guardText, hasControlCharacter, MAX_DEPTH, type SourceFile, tooDeep } from './text-guard.ts';

/** The words that YAML 1.1 takes for booleans and YAML 1.2 for text. */
const YES_NO = /^(?:yes|no|on|off)$/i;

/**
 * Reads one file into a tree of nodes with places. Everything that YAML allows and the rule format does not is
 * reported; `undefined` means that nothing of the file can be used.
 */
export function parseFile(file: SourceFile, report: Report): Node | undefined {
  const unfit = guardText(file);
  if (unfit !== undefined) {
    report(unfit);
    return undefined;
  }
  try {
    return new FileReader(file, report).read();
  } catch (error) {
    // Both readers recurse, and what the guard's estimate let through may still be too deep for them.
    if (!(error instanceof RangeError)) throw error;
    report(tooDeep(file.path, 1, 1));
    return undefined;
  }
}

class FileReader {
  readonly #path: string;
  readonly #text: string;
  readonly #report: Report;
  readonly #lines = new LineCounter();

  constructor({ path, text }: SourceFile, report: Report) {
    this.#path = path;
    this.#text = text;
    this.#report = report;
  }

  read(): Node | undefined {
    const directive = /^(?:[ \t]*(?:#.*)?\r?\n)*%/.exec(this.#text);
    const parsed = parseAllDocuments(this.#text, {
      schema: 'core',
      version: '1.2',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: this.#lines,
    });
    const [first, second] = [...parsed];
    if (directive !== null) {
      const start = directive[0].length - 1;
      this.#problem('directive', this.#place(start), 'a YAML directive is not allowed', 'delete the line');
      return undefined;
    }
    if (first?.contents === undefined || first.contents === null) {
      const help = 'write its keys, or take it out of the list of dimensions';
      this.#problem('empty-file', this.#place(0, 1), 'the file is empty', help);
      return undefined;
    }
    const [error] = first.errors;
    if (error !== undefined) {
      this.#syntaxProblem(error, first);
      return undefined;
    }
    if (second !== undefined) {
      const place = this.#place(second.range[0]);
      const message = 'a second document begins here';
      this.#problem('several-documents', place, message, 'keep one document in a file');
      return undefined;
    }
    return this.#convert(first.contents, first.contents.range[0], 1);
  }

  #syntaxProblem(error: YAMLError, document: Document.Parsed): void {
    const [begin] = error.pos;
    // The reader calls the space before a misplaced token misplaced.
    const gap = error.code === 'UNEXPECTED_TOKEN' ? /^\s*(?=\S)/.exec(this.#text.slice(begin)) : null;
    const offset = begin + (gap?.[0].length ?? 0);
    const cut = cutText(this.#text, begin);
    const quote = this.#unclosedQuote(document, offset, error.message.startsWith('Missing closing'));
    const bracket = /flow/i.test(error.message) ? this.#unclosedBracket(document, offset) : undefined;
    if (cut !== undefined) this.#report(commentInText(this.#place(cut)));
    else if (quote !== undefined) this.#syntax(quote, UNCLOSED_QUOTE);
    else if (bracket !== undefined) this.#syntax(bracket, UNCLOSED_BRACKET);
    else this.#syntax(offset, syntaxWording(error.code));
  }

  #syntax(offset: number, { message, help }: { readonly message: string; readonly help: string }): void {
    this.#problem('yaml-syntax', this.#place(offset, offset + 1), message, help);
  }

  /** A quoted text over several lines that ends where the error is was most likely meant to end earlier. */
  #unclosedQuote(document: Document.Parsed, offset: number, certain: boolean): number | undefined {
    let start: number | undefined;
    visit(document, {
      Scalar: (_, { range, type }) => {
        if (!range || !type?.startsWith('QUOTE') || range[1] > offset) return;
        if (this.#text.slice(range[1], offset).trim() !== '') return;
        if (certain || this.#text.slice(range[0], range[1]).includes('\n')) start = range[0];
      },
    });
    return start;
  }

  #unclosedBracket(document: Document.Parsed, offset: number): number | undefined {
    let start: number | undefined;
    visit(document, {
      Collection: (_, { flow, range }) => {
        if (!flow || !range || range[0] >= offset) return;
        const source = this.#text.slice(range[0], range[1]);
        if (source.split(/[[{]/).length > source.split(/[\]}]/).length) start = range[0];
      },
    });
    return start;
  }

  /** `owner` is where the key or dash stands that the node belongs to: the place of a value that is not there. */
  #convert(node: ParsedNode | null, owner: number, depth: number): Node {
    if (node === null) return this.#nullValue(owner);
    const [start, end] = node.range;
    const place = this.#place(start, end);
    if (isAlias(node)) {
      this.#problem('alias', place, `the alias \`${node.source}\` is not allowed`, 'write the text out');
      return { kind: 'broken', place };
    }
    this.#checkProperties(node, start);
    if (isScalar(node)) {
      if (node.value === null) return this.#nullValue(end > start ? start : owner, end);
      return this.#scalar(node.value, node.source, node.type === 'PLAIN', start, end);
    }
    if (depth > MAX_DEPTH) {
      this.#report(tooDeep(this.#path, place.line, place.column));
      return { kind: 'broken', place };
    }
    if (isMap(node)) return this.#map(node, place, depth);
    const items = node.items.map((item) => {
      if (isPair(item)) return this.#nullValue(start);
      const absent = item.range[0] === item.range[1];
      return this.#convert(item, absent ? this.#text.lastIndexOf('-', item.range[0]) : start, depth + 1);
    });
    return { kind: 'list', items, place };
  }

  #map(node: YAMLMap.Parsed, place: Place, depth: number): Node {
    const entries = new Map<string, Entry>();
    for (const { key, value } of node.items) {
      const [start, end] = key.range;
      const keyPlace = this.#place(start, end);
      if (!isScalar(key) || key.source === undefined) {
        this.#problem('yaml-syntax', keyPlace, 'a key must be one word', 'write `key: value`');
        continue;
      }
      if (key.source === '<<') {
        this.#problem('merge-key', keyPlace, 'a merge key is not allowed', 'write the keys out');
        continue;
      }
      this.#checkProperties(key, start);
      const name = this.#scalar(key.source, key.source, key.type === 'PLAIN', start, end).text;
      const earlier = entries.get(name);
      if (earlier === undefined) {
        entries.set(name, { key: name, keyPlace, value: this.#convert(value, start, depth + 1) });
      } else {
        const message = `the key \`${name}\` already stands on line ${earlier.keyPlace.line}`;
        this.#problem('duplicate-key', keyPlace, message, 'keep one; join two tests under `all`');
      }
    }
    if (entries.size === 0 && node.items.length > 0) return { kind: 'broken', place };
    return { kind: 'map', byKey: entries, entries: [...entries.values()], place };
  }

  #scalar(
    value: unknown,
    source: string | undefined,
    plain: boolean,
    start: number,
    end: number,
  ): ScalarNode {
    const place = this.#place(start, end);
    const text = typeof value === 'string' ? value : (source ?? String(value));
    if (plain && YES_NO.test(text)) {
      const help = `write '${text}' in quotes; for a key that is a flag write true`;
      this.#problem('unquoted-yes-no', place, `\`${text}\` without quotes can be read as a boolean`, help);
    }
    if (hasControlCharacter(text)) {
      this.#problem('control-character', place, 'the text holds a control character', 'delete the escape');
    }
    const known = typeof value === 'number' || typeof value === 'boolean' ? value : text;
    const gap = /^[ \t]+(?=#)/.exec(this.#text.slice(end, end + 200));
    const comment = gap === null ? undefined : this.#place(end + gap[0].length);
    return { kind: 'scalar', value: known, text, plain, place, ...(comment && { comment }) };
  }

  #nullValue(start: number, end = start): Node {
    const place = this.#place(start, Math.max(end, start + 1));
    const help = 'write the value, or delete the key; for the word itself use quotes';
    this.#problem('null-value', place, 'a value is missing', help);
    return { kind: 'broken', place };
  }

  /** Anchors and tags stand before their node, which does not know where. */
  #checkProperties(node: { readonly anchor?: string; readonly tag?: string }, start: number): void {
    if (node.anchor !== undefined) {
      const at = this.#text.lastIndexOf(`&${node.anchor}`, start);
      const place = this.#place(at, at + node.anchor.length + 1);
      this.#problem('anchor', place, `the anchor \`&${node.anchor}\` is not allowed`, 'delete it');
    }
    if (node.tag !== undefined) {
      const before = this.#text.slice(Math.max(0, start - 200), start);
      const [, tag = '!', rest = ''] = /(![^\s,[\]{}]*)((?:\s+&\S+)?\s*)$/.exec(before) ?? [];
      const at = start - rest.length - tag.length;
      this.#problem(
        'tag',
        this.#place(at, at + tag.length),
        `the tag \`${tag}\` is not allowed`,
        'delete it',
      );
    }
  }

  #problem(code: DiagnosticCode, place: Place, message: string, help: string): void {
    this.#report(diagnostic(code, place, message, help));
  }

  /** From `start` to `end`, but never past the end of the line; without an `end` the rest of the line. */
  #place(start: number, end = Number.POSITIVE_INFINITY): Place {
    const { line, col } = this.#lines.linePos(start);
    const lineEnd = this.#lines.lineStarts[line] ?? this.#text.length;
    const length = this.#text.slice(start, Math.min(end, lineEnd)).trimEnd().length;
    return { path: this.#path, line, column: col, length: Math.max(1, length) };
  }
}
