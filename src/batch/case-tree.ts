/**
 * JSON or YAML as far as a case needs it: mappings, lists and scalars by their text. `At` says where something
 * stands, in whatever form is cheap for its reader: an offset, or a place.
 */
export type CaseTree<At> =
  | { readonly kind: 'map'; readonly entries: readonly CaseEntry<At>[]; readonly at: At }
  | { readonly kind: 'list'; readonly items: readonly CaseTree<At>[]; readonly at: At }
  /** `text` is what the file says, so that no digit of a long number is lost. */
  | { readonly kind: 'text' | 'number' | 'boolean'; readonly text: string; readonly at: At }
  /** A null, or a value left out. */
  | { readonly kind: 'nothing'; readonly at: At };

export interface CaseEntry<At> {
  readonly key: string;
  readonly at: At;
  readonly value: CaseTree<At>;
}
