import type { Citation } from '../core/rule-set.ts';
import { type Node, nodeAt } from './node.ts';
import type { Reading } from './read-condition.ts';
import { lookUp } from './vocabulary.ts';

/** Checks that each source cited under `sources` exists, and remembers that it is used. */
export function checkCitations(node: Node, { names, report, cited }: Reading): void {
  const listed = nodeAt(node, ['sources']);
  if (listed?.kind !== 'list') return;
  for (const item of listed.items) {
    const document = nodeAt(item, ['document']);
    if (document?.kind !== 'scalar') continue;
    lookUp(names.sources, document, report);
    cited.add(document.text);
  }
}

/** Citations without keys that have no value. */
export function citationsOf(
  sources: readonly { readonly document: string; readonly section?: string | undefined }[],
): readonly Citation[] {
  return sources.map(({ document, section }) =>
    section === undefined ? { document } : { document, section },
  );
}
