/**
 * A share as people read it: `12.5%` from a tenth of a percent up, `1 in 140 million` below; cut, not rounded, so that
 * only all of them are 100%.
 */
export function shareText(part: bigint, whole: bigint): string {
  if (part === 0n || whole === 0n) return '0%';
  if (part === whole) return '100%';
  const perThousand = (part * 1000n) / whole;
  if (perThousand > 0n) return `${perThousand / 10n}.${perThousand % 10n}%`;
  return `1 in ${roundNumber(whole / part)}`;
}

const NAMED = [
  [1_000_000_000_000n, 'trillion'],
  [1_000_000_000n, 'billion'],
  [1_000_000n, 'million'],
] as const;

/** Two digits and then a word or zeros. */
function roundNumber(count: bigint): string {
  const [size, word] = NAMED.find(([least]) => count >= least) ?? [1n, ''];
  const digits = (count / size).toString();
  const grouped = `${digits.slice(0, 2)}${'0'.repeat(Math.max(0, digits.length - 2))}`.replace(
    /\B(?=(?:\d{3})+$)/g,
    ',',
  );
  const fraction = digits.length === 1 && size > 1n ? `.${((count * 10n) / size) % 10n}` : '';
  return `${grouped}${fraction}${word === '' ? '' : ` ${word}`}`;
}
