import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Place } from '../../src/rule-set/diagnostic.ts';
import { readFile } from '../../src/rule-set/load.ts';
import type { Node } from '../../src/rule-set/node.ts';
import { CONDITION_KEYS, PROSE_KEYS } from '../../src/rule-set/schema.ts';

const folder = resolve(import.meta.dirname, '../../rules/adult');

/** The header and the dimension files of the shipped rule set. */
export const SHIPPED_FILES = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && name !== 'guarantees.yaml')
  .sort()
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

/** `key`: one of the fixed keys; `id`: the name a part gives itself; `text`: prose; `word`: everything else. */
export interface Token {
  readonly place: Place;
  readonly text: string;
  readonly kind: 'key' | 'id' | 'word' | 'text';
  /** Stands for the question, rule or other part that the token belongs to. */
  readonly part: string;
}

/** The tokens of one file, in its order. */
export function tokensOfFile(path: string, text: string): readonly Token[] {
  const { root } = readFile({ path, text });
  if (root?.kind !== 'map') return [];
  return root.entries.flatMap(({ key, keyPlace, value }): readonly Token[] => {
    const parts = value.kind === 'list' ? value.items : [value];
    const top: Token = { place: keyPlace, text: key, kind: 'key', part: key };
    return [
      top,
      ...parts.flatMap((node, index) =>
        tokensOf(node, key, node.kind === 'scalar' ? key : `${key} ${index}`),
      ),
    ];
  });
}

function tokensOf(node: Node, key: string, part: string, inCondition = false): readonly Token[] {
  switch (node.kind) {
    case 'map':
      return node.entries.flatMap(({ key: name, keyPlace, value }): readonly Token[] => [
        { place: keyPlace, text: name, kind: inCondition ? 'word' : 'key', part },
        ...tokensOf(value, name, part, inCondition || CONDITION_KEYS.has(name)),
      ]);
    case 'list':
      return node.items.flatMap((item) => tokensOf(item, key, part, inCondition));
    case 'scalar':
      return [{ place: node.place, text: node.text, kind: kindOf(key), part }];
    case 'broken':
      return [];
    default:
      return node satisfies never;
  }
}

function kindOf(key: string): Token['kind'] {
  if (PROSE_KEYS.has(key)) return 'text';
  // The name of a group stands with each of its questions: it is changed in one at a time.
  return key === 'id' || key === 'rule_set' || key === 'group' ? 'id' : 'word';
}

/** The text with an `x` more in each of the tokens. */
export function withX(text: string, tokens: readonly Token[]): string {
  const offsets = tokens.map(({ place }) => endOf(text, place)).sort((a, b) => b - a);
  return offsets.reduce((changed, offset) => `${changed.slice(0, offset)}x${changed.slice(offset)}`, text);
}

/** Where an `x` makes the token another one: before a closing quote, in a block after its first word. */
function endOf(text: string, { line, column, length }: Place): number {
  let start = column - 1;
  for (let index = 1; index < line; index++) start = text.indexOf('\n', start - column + 1) + column;
  const first = text[start];
  if (first === '>' || first === '|') {
    const content = text.indexOf('\n', start) + 1;
    return content + (/^\s*\S+/.exec(text.slice(content))?.[0].length ?? 0);
  }
  return start + length - (first === "'" || first === '"' ? 1 : 0);
}

/** Splits the tokens into groups in which no two share a `mark`. */
export function apart(
  tokens: readonly Token[],
  mark: (token: Token) => string,
): readonly (readonly Token[])[] {
  const groups: Token[][] = [];
  const counts = new Map<string, number>();
  for (const token of tokens) {
    const ordinal = counts.get(mark(token)) ?? 0;
    counts.set(mark(token), ordinal + 1);
    const group = groups[ordinal] ?? [];
    group.push(token);
    groups[ordinal] = group;
  }
  return groups;
}
