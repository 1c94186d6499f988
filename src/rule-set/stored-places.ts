import type { Place } from './diagnostic.ts';

/**
 * The places of the parts of a value as plain JSON: the paths below a folder, then four numbers for each object and list of the value,
 * in the order in which a walk from the top first enters them: path (its number, from 1; 0 where no place is known),
 * line, column and length.
 */
export interface StoredPlaces {
  readonly paths: readonly string[];
  readonly numbers: readonly number[];
}

const NUMBERS = 4;

/** Writes what `restorePlaces` reads. Every place is in a file of the folder. */
export function storePlaces(value: object, places: ReadonlyMap<object, Place>, folder: string): StoredPlaces {
  const paths: string[] = [];
  const numbers = partsOf(value).flatMap((part) => {
    const place = places.get(part);
    if (place === undefined) return [0, 0, 0, 0];
    const path = place.path.slice(folder.length);
    if (!paths.includes(path)) paths.push(path);
    return [paths.indexOf(path) + 1, place.line, place.column, place.length];
  });
  return { paths, numbers };
}

/** The places of the parts of a value that is equal to the stored one, in the folder as it is called now. */
export function restorePlaces(
  value: object,
  { paths, numbers }: StoredPlaces,
  folder: string,
): Map<object, Place> {
  const places = new Map<object, Place>();
  partsOf(value).forEach((part, index) => {
    const [file = 0, line = 0, column = 0, length = 0] = numbers.slice(
      index * NUMBERS,
      (index + 1) * NUMBERS,
    );
    const path = paths[file - 1];
    if (path !== undefined) places.set(part, { path: `${folder}${path}`, line, column, length });
  });
  return places;
}

/** Every object and list in a value, each where it occurs: one that occurs twice is there twice. */
function partsOf(value: object): object[] {
  const parts = [value];
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null) parts.push(...partsOf(member));
  }
  return parts;
}
