import { distance } from 'fastest-levenshtein';

/** The known name that a mistyped one most likely meant; none if every known name is too far off. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const name of known) {
    const steps = distance(given.toLowerCase(), name.toLowerCase());
    if (steps < least && steps < name.length) {
      nearest = name;
      least = steps;
    }
  }
  return nearest;
}
