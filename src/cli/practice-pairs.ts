import { nextScreen } from '../practice/next-screen.ts';
import { criteriaShownByPair, markPair, type PairMark } from '../practice/pair-mark.ts';
import { PAIR_ROWS, pairScreen } from '../practice/pair-screen.ts';
import { pairFeedbackLines, pairLines } from '../practice/pair-text.ts';
import type { PairEntry } from '../practice/progress.ts';
import { pairsSummary } from '../practice/session-text.ts';
import { questionAt } from '../render/answer-text.ts';
import { identityText } from '../render/identity.ts';
import type { InterviewTerminal } from './interview-terminal.ts';
import { noCase, type PracticeSession, type SessionEnd, wishOf } from './practice-session.ts';
import { tellStory } from './tell-story.ts';
import type { World } from './world.ts';

/** Tells two cases at a time until the trainee has had enough; returns what it came to. */
export async function holdPairs(
  session: PracticeSession,
  terminal: InterviewTerminal,
  world: World,
): Promise<SessionEnd> {
  const { compiled, identity, deck, random, count } = session;
  const { drawing, output } = terminal;
  const marks: PairMark[] = [];
  while (count === undefined || marks.length < count) {
    const pair = deck.pair(wishOf(session, world.now()), random) ?? deck.pair(session.filter, random);
    if (pair === undefined) throw noCase();
    const number = marks.length + 1;
    const title = count === undefined ? `Pair ${number}` : `Pair ${number} of ${count}`;
    const before = number === 1 ? session.opening : [];
    const lines = [...before, ...pairLines(title, pair, drawing())];
    const told = await tellStory(lines, PAIR_ROWS, terminal);
    if (told === 'cancelled') break;
    const event = await terminal.choose(() => pairScreen(drawing()));
    if (event === 'cancelled') break;
    const marked = markPair(compiled, pair, event === 'unsure' ? undefined : event);
    await session.log.add(entryOf(session, marked, world.now()));
    marks.push(marked);
    const feedback = pairFeedbackLines(compiled.ruleSet, identity, marked, drawing());
    output.write(`${feedback.join('\n')}\n`);
    if ((await terminal.choose(() => nextScreen(number === count, false))) === 'cancelled') break;
  }
  return { count: marks.length, summary: pairsSummary(marks) };
}

function entryOf({ compiled, identity }: PracticeSession, marked: PairMark, now: Date): PairEntry {
  const { pair, pick } = marked;
  return {
    kind: 'pair',
    at: now.toISOString(),
    rule_set: identityText(identity),
    vignettes: [pair.first.id, pair.second.id],
    question: questionAt(compiled.ruleSet, pair.question).id,
    picked: pick ?? null,
    needs_more: pair.needsMore,
    ...criteriaShownByPair(marked),
  };
}
