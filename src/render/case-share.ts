import { shareText } from './share-text.ts';

/** How many cases there are, exactly: `1,234,567`. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** Which share of cases that is, as people read it. */
export function caseShare(part: number, whole: number): string {
  return shareText(BigInt(part), BigInt(whole));
}
