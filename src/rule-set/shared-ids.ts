import { diagnostic, type Place, type Report } from './diagnostic.ts';

/** Reports each id that was given before, in whatever file. `noun` is what the ids are of. */
export function reportSharedIds(
  found: readonly { readonly id: string; readonly place: Place }[],
  noun: string,
  report: Report,
): void {
  const seen = new Map<string, Place>();
  for (const { id, place } of found) {
    const earlier = seen.get(id);
    if (earlier === undefined) {
      seen.set(id, place);
      continue;
    }
    const message = `another ${noun} has the id \`${id}\`: ${earlier.path}, line ${earlier.line}`;
    report(diagnostic('duplicate-id', place, message, 'give each its own id'));
  }
}
