import { wrapped } from './text-lines.ts';

/**
 * A list in at most `maxLines` lines: as many items as fit, then how many more there are. An item too long for the
 * room it has is cut only if it is the first, so that there is always something to read.
 */
export function fittedList(items: readonly string[], width: number, maxLines: number): string[] {
  for (let shown = items.length; shown > 0; shown--) {
    const left = items.length - shown;
    const lines = wrapped(items.slice(0, shown).join(', ') + (left > 0 ? `, and ${left} more` : ''), width);
    if (lines.length <= maxLines) return lines;
  }
  const [first = '', ...rest] = items;
  const more = rest.length > 0 ? `, and ${rest.length} more` : '';
  return cutTo(wrapped(first + more, width), maxLines);
}

/** The first lines, with an ellipsis where more were cut. */
export function cutTo(lines: readonly string[], maxLines: number): string[] {
  if (lines.length <= maxLines) return [...lines];
  const kept = lines.slice(0, maxLines);
  const last = kept.pop() ?? '';
  return [...kept, `${last.replace(/\s*\S+$/, '')} …`];
}
