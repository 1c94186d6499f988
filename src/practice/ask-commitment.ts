import type { Commitment } from './commitment.ts';
import type { MarkingEvent } from './marking-screen.ts';
import type { PlacementEvent } from './placement-screen.ts';

/** Whoever asks a trainee: a terminal, or a script in a test. */
export interface CommitmentAsker {
  askLevel(): Promise<PlacementEvent | 'cancelled'>;
  askMarks(marked: ReadonlySet<number>): Promise<MarkingEvent | 'cancelled'>;
}

/** Asks for the level and then, where reasons are wanted, for the answers that decide it. Unsure gives no reasons. */
export async function askCommitment(
  asker: CommitmentAsker,
  wantsReasons: boolean,
): Promise<Commitment | 'cancelled'> {
  for (;;) {
    const event = await asker.askLevel();
    if (event === 'cancelled') return event;
    if (event.kind === 'unsure') return {};
    const placed = event.level;
    if (!wantsReasons) return { placed };
    const marked = await askMarks(asker);
    if (marked === 'cancelled') return marked;
    if (marked !== 'back') return { placed, marked };
  }
}

async function askMarks(asker: CommitmentAsker): Promise<ReadonlySet<number> | 'back' | 'cancelled'> {
  let marked: ReadonlySet<number> = new Set();
  for (;;) {
    const event = await asker.askMarks(marked);
    if (event === 'cancelled') return event;
    switch (event.kind) {
      case 'turn':
        marked = turned(marked, event.question);
        break;
      case 'done':
        return marked;
      case 'back':
        return 'back';
      default:
        return event satisfies never;
    }
  }
}

function turned(marked: ReadonlySet<number>, question: number): ReadonlySet<number> {
  const next = new Set(marked);
  if (!next.delete(question)) next.add(question);
  return next;
}
