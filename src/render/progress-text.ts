import { grouped } from './count-text.ts';

/** How far a run is. */
export interface ProgressState {
  readonly cases: number;
  /** Cases a second. */
  readonly rate: number;
  /** Of the input, from 0 to 1; absent where its size is not known. */
  readonly share?: number;
  readonly secondsLeft?: number;
}

/** ` 42%  310,000 cases a second, 12 s left`; where the share is not known `1,240,000 cases, 310,000 a second`. */
export function progressText({ cases, rate, share, secondsLeft }: ProgressState): string {
  const rounded = grouped(String(Number(rate.toPrecision(2))));
  if (share === undefined) return `${grouped(String(cases))} cases, ${rounded} a second`;
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  const left = secondsLeft === undefined ? '' : `, ${timeText(secondsLeft)} left`;
  return `${percent}  ${rounded} cases a second${left}`;
}

/** A time as one says it: `12 s`, `3 min`, `2 h 5 min`. */
function timeText(seconds: number): string {
  if (seconds < 59.5) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
