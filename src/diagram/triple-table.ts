/** A growing hash table from three non-negative integers to one; open addressing, at most half full. */
export class TripleTable {
  /** Four integers an entry: the three keys, then the value plus one; zero marks an empty place. */
  #entries = new Int32Array(4 * 256);
  #size = 0;

  get(a: number, b: number, c: number): number | undefined {
    const value = this.#entries[this.#find(a, b, c) + 3] ?? 0;
    return value === 0 ? undefined : value - 1;
  }

  set(a: number, b: number, c: number, value: number): void {
    const place = this.#find(a, b, c);
    if (this.#entries[place + 3] === 0) this.#size++;
    this.#write(place, a, b, c, value + 1);
    if (this.#size * 8 > this.#entries.length) this.#grow();
  }

  #find(a: number, b: number, c: number): number {
    const entries = this.#entries;
    const mask = entries.length / 4 - 1;
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    for (let slot = (hash ^ (hash >>> 13)) & mask; ; slot = (slot + 1) & mask) {
      const place = slot * 4;
      const isEmpty = entries[place + 3] === 0;
      if (isEmpty || (entries[place] === a && entries[place + 1] === b && entries[place + 2] === c))
        return place;
    }
  }

  #write(place: number, a: number, b: number, c: number, stored: number): void {
    this.#entries[place] = a;
    this.#entries[place + 1] = b;
    this.#entries[place + 2] = c;
    this.#entries[place + 3] = stored;
  }

  #grow(): void {
    const old = this.#entries;
    this.#entries = new Int32Array(old.length * 2);
    for (let place = 0; place < old.length; place += 4) {
      const stored = old[place + 3] ?? 0;
      if (stored === 0) continue;
      const [a, b, c] = [old[place] ?? 0, old[place + 1] ?? 0, old[place + 2] ?? 0];
      this.#write(this.#find(a, b, c), a, b, c, stored);
    }
  }
}
