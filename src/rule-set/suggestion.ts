import { distance } from 'fastest-levenshtein';

const MOST_LISTED = 12;

/** The known name that a mistyped one most likely meant; none if every known name is too far off. */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const name of known) {
    const steps = distance(given.toLowerCase(), name.toLowerCase());
    if (steps < least && steps < name.length) {
      best = name;
      least = steps;
    }
  }
  return best;
}

/** What to say after an unknown name: the nearest one, and all of them where they are few. */
export function suggestion(given: string, known: readonly string[], plural: string): string {
  const meant = nearest(given, known);
  const question = meant === undefined ? '' : `did you mean \`${meant}\`?`;
  if (known.length > MOST_LISTED) return question || `none of the ${known.length} ${plural} comes near`;
  const list = known.length === 0 ? `there are no ${plural}` : `the ${plural} are ${known.join(', ')}`;
  return question === '' ? list : `${question} ${list}`;
}
