const EXACT_BELOW = 1_000_000n;

/** A count as people read it: `3,168` exactly, or `4.7 × 10^16` cut to two digits. */
export function countText(count: bigint): string {
  const digits = count.toString();
  if (count < EXACT_BELOW) return grouped(digits);
  return `${digits[0]}.${digits[1]} × 10^${digits.length - 1}`;
}

/** Digits in groups of three: `1,240,000`. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A count with its noun: `1 case`, `3,168 cases`. */
export function casesText(count: bigint): string {
  return `${countText(count)} ${count === 1n ? 'case' : 'cases'}`;
}
