import type { Place } from './diagnostic.ts';

/** YAML as the rule format uses it: texts, mappings and lists, each with its place. */
export type Node = ScalarNode | MapNode | ListNode | BrokenNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean;
  readonly text: string;
  /** Without quotes and not a block: the style in which YAML has its traps. */
  readonly plain: boolean;
  readonly place: Place;
  /** Where a comment begins that follows on the same line. */
  readonly comment?: Place;
}

export interface Entry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Node;
}

/** Keys are unique. */
export interface MapNode {
  readonly kind: 'map';
  readonly byKey: ReadonlyMap<string, Entry>;
  readonly entries: readonly Entry[];
  readonly place: Place;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly place: Place;
}

/** Something that cannot be used and has been reported: whoever meets it stays silent. */
export interface BrokenNode {
  readonly kind: 'broken';
  readonly place: Place;
}

export type Path = readonly PropertyKey[];

export function entryOf(node: Node, key: string): Entry | undefined {
  return node.kind === 'map' ? node.byKey.get(key) : undefined;
}

/** The node at a path of keys and list positions, if the file has one there. */
export function nodeAt(node: Node, path: Path): Node | undefined {
  let current: Node | undefined = node;
  for (const step of path) {
    if (current === undefined) return undefined;
    current = current.kind === 'list' ? current.items[Number(step)] : entryOf(current, String(step))?.value;
  }
  return current;
}

/** The place of the node at a path; of the nearest node around it if there is none. */
export function placeAt(node: Node, path: Path): Place {
  for (let length = path.length; length > 0; length--) {
    const found = nodeAt(node, path.slice(0, length));
    if (found !== undefined) return found.place;
  }
  return node.place;
}

/** The place that stands for a whole mapping: its id, else its first key. */
export function titlePlace(node: Node): Place {
  if (node.kind !== 'map') return node.place;
  for (const name of ['id', 'rule_set', 'dimension']) {
    const entry = entryOf(node, name);
    if (entry?.value.kind === 'scalar') return entry.value.place;
  }
  return node.entries[0]?.keyPlace ?? node.place;
}

/** How a message names what stands there instead of what was expected. */
export function describe(node: Node): string {
  switch (node.kind) {
    case 'map':
      return 'a mapping';
    case 'list':
      return 'a list';
    case 'scalar':
      if (typeof node.value === 'string') return 'text';
      return typeof node.value === 'number' ? 'a number' : '`true` or `false`';
    case 'broken':
      return 'nothing';
    default:
      return node satisfies never;
  }
}

/** The scalars under a key, whether it holds one or a list of them; what is no scalar is left out. */
export function scalarsAt(node: Node, key: string): readonly ScalarNode[] {
  const value = entryOf(node, key)?.value;
  if (value?.kind === 'scalar') return [value];
  return value?.kind === 'list' ? value.items.filter((item) => item.kind === 'scalar') : [];
}
