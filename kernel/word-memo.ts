/** Bytes of a number or place. */
export const WORD: usize = 4;

/** Remembers the place of something for a few words, as `WordMemo` of src/batch/fast lays it out. */
@unmanaged
export class WordMemo {
  /** Bytes of a key. */
  width: usize;
  /** Open addressing: per place a key, then what is remembered, or 0. */
  table: usize;
  /** How many places there are, a power of two, less one. */
  lastPlace: usize;
}

/** What `find` gives where nothing is remembered. */
export const NOT_KNOWN: usize = 0;

/** What is remembered for the words at `key`, or `NOT_KNOWN`. */
export function find(memo: WordMemo, key: usize): usize {
  return load<usize>(placeOf(memo, key) + memo.width);
}

/** Remembers something else than `NOT_KNOWN` for words for which there is room, and nothing remembered. */
export function remember(memo: WordMemo, key: usize, found: usize): void {
  const place = placeOf(memo, key);
  memory.copy(place, key, memo.width);
  store<usize>(place + memo.width, found);
}

/** Where in the table these words are, or would be. */
function placeOf(memo: WordMemo, key: usize): usize {
  const width = memo.width;
  let hash: usize = 0;
  for (let word: usize = 0; word < width; word += WORD) {
    hash = (hash ^ load<u32>(key + word)) * 0x9e3779b1;
    hash ^= hash >> 15;
  }
  let place = hash & memo.lastPlace;
  let start = memo.table + place * (width + WORD);
  while (load<usize>(start + width) != NOT_KNOWN && !isSame(start, key, width)) {
    place = (place + 1) & memo.lastPlace;
    start = memo.table + place * (width + WORD);
  }
  return start;
}

function isSame(one: usize, other: usize, width: usize): bool {
  for (let word: usize = 0; word < width; word += WORD) {
    if (load<u32>(one + word) != load<u32>(other + word)) return false;
  }
  return true;
}
