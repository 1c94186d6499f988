import { diagnostic, type Report } from './diagnostic.ts';
import type { Entry } from './node.ts';
import { nearest } from './suggestion.ts';

/** Reports keys that are not known: all of them (`exact`), or only what looks like a known one (`near`). */
export function reportUnknownKeys(
  entries: readonly Entry[],
  known: readonly string[],
  which: 'exact' | 'near',
  report: Report,
): void {
  for (const { key, keyPlace } of entries) {
    const meant = known.includes(key) ? undefined : nearest(key, known);
    if (known.includes(key) || (which === 'near' && meant === undefined)) continue;
    const help = meant === undefined ? `the keys are ${known.join(', ')}` : `did you mean \`${meant}\`?`;
    report(diagnostic('unknown-key', keyPlace, `unknown key \`${key}\``, help));
  }
}
