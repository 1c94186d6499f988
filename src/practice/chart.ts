const FULL = '█';
const EMPTY = '░';

/** Eighths of a block, the lowest first. */
const HEIGHTS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** A share as a bar: filled, then the rest. Only nothing is empty, and only all of it is full. */
export function bar(part: number, whole: number, width: number): string {
  const exact = whole === 0 ? 0 : (part / whole) * width;
  const least = part > 0 ? 1 : 0;
  const most = part < whole ? width - 1 : width;
  const filled = Math.min(most, Math.max(least, Math.round(exact)));
  return FULL.repeat(filled) + EMPTY.repeat(width - filled);
}

/** Shares from 0 to 1 side by side, each one column wide. */
export function sparkline(shares: readonly number[]): string {
  return shares
    .map((share) => HEIGHTS[Math.min(HEIGHTS.length - 1, Math.floor(share * HEIGHTS.length))] ?? '')
    .join('');
}
