import { distance } from 'fastest-levenshtein';

/** Help for a name that is not known: the nearest known one, or else all of them if they fit a line. */
export function didYouMean(given: string, known: readonly string[]): string {
  const nearest = nearestOf(given, known);
  if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
  const all = known.join(', ');
  return all.length <= 200 ? `use one of ${all}` : 'see `carestep score --template codebook`';
}

function nearestOf(given: string, known: readonly string[]): string | undefined {
  // A long text is no slip of the pen, and its distance is dear to work out.
  if (given.length > 80) return undefined;
  const plain = given
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(plain.length / 3)) + 1;
  for (const name of known) {
    const steps = distance(plain, name);
    if (steps < least) {
      nearest = name;
      least = steps;
    }
  }
  return nearest;
}
