import type { CompiledRuleSet } from '../diagram/compile.ts';
import { explain } from '../explain/explain.ts';
import { askCommitment } from '../practice/ask-commitment.ts';
import type { Commitment } from '../practice/commitment.ts';
import type { CaseWish, Deck } from '../practice/deck.ts';
import type { Feedback } from '../practice/feedback.ts';
import { feedbackPage } from '../practice/feedback-text.ts';
import { criteriaShown, type Mark, mark } from '../practice/mark.ts';
import { markableQuestions } from '../practice/mark-reasons.ts';
import { markingScreen } from '../practice/marking-screen.ts';
import { nextScreen } from '../practice/next-screen.ts';
import { nextWish, type PracticeFilter, pickCard } from '../practice/pick.ts';
import { ASKING_ROWS, placementScreen } from '../practice/placement-screen.ts';
import { entriesOf, type PlacementEntry, reviewsOf } from '../practice/progress.ts';
import { memoryAfter } from '../practice/schedule.ts';
import { caseLines, sessionSummary } from '../practice/session-text.ts';
import type { Vignette } from '../practice/vignette.ts';
import { identityText, type RuleSetIdentity } from '../render/identity.ts';
import { levelAt } from '../render/level-word.ts';
import type { Random } from '../statistics/random.ts';
import type { InterviewTerminal } from './interview-terminal.ts';
import type { PracticeLog } from './practice-log.ts';
import { tellStory } from './tell-story.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** What a session of practice needs. */
export interface PracticeSession {
  readonly compiled: CompiledRuleSet;
  readonly identity: RuleSetIdentity;
  readonly deck: Deck;
  readonly filter: PracticeFilter;
  readonly wantsReasons: boolean;
  /** Absent for as many cases as the trainee likes. */
  readonly count?: number;
  readonly random: Random;
  readonly log: PracticeLog;
  /** Lines before the first case. */
  readonly opening: readonly string[];
}

/** What a session came to. */
export interface SessionEnd {
  readonly count: number;
  readonly summary: string;
}

/** The lines that the keys under the feedback take. */
const KEY_ROWS = 4;

/** So many cases are not told again one after the other. */
const RECENT = 30;

/** Tells case after case until the trainee has had enough; returns what it came to. */
export async function holdPractice(
  session: PracticeSession,
  terminal: InterviewTerminal,
  world: World,
): Promise<SessionEnd> {
  const { count } = session;
  const verdicts: Mark['verdict'][] = [];
  const missed = new Set<string>();
  while (count === undefined || verdicts.length < count) {
    const vignette = nextVignette(session, world.now());
    const number = verdicts.length + 1;
    const before = number === 1 ? session.opening : [];
    const title = count === undefined ? `Case ${number}` : `Case ${number} of ${count}`;
    const commitment = await tellAndCommit(
      session.compiled,
      { before, title, vignette },
      session.wantsReasons,
      terminal,
    );
    if (commitment === 'cancelled') break;
    const feedback = feedbackOn(session, vignette, commitment);
    const entry = entryOf(feedback, world.now());
    await session.log.add(entry);
    for (const rule of entry.missed) missed.add(rule);
    verdicts.push(feedback.mark.verdict);
    if ((await showFeedback(feedback, number === count, terminal)) === 'cancelled') break;
  }
  return { count: verdicts.length, summary: sessionSummary(verdicts, [...missed]) };
}

/** A case to be told. */
interface ToldCase {
  /** Lines to be read first. */
  readonly before?: readonly string[];
  readonly title: string;
  readonly vignette: Vignette;
}

/** Tells a case, then asks for the level and, where wanted, for the reasons. */
export async function tellAndCommit(
  compiled: CompiledRuleSet,
  { before = [], title, vignette }: ToldCase,
  wantsReasons: boolean,
  terminal: InterviewTerminal,
): Promise<Commitment | 'cancelled'> {
  const { ruleSet } = compiled;
  const { drawing } = terminal;
  const { answers } = vignette;
  const asked = ASKING_ROWS + ruleSet.levels.length;
  const told = await tellStory([...before, ...caseLines(title, vignette, drawing())], asked, terminal);
  if (told === 'cancelled') return told;
  const markable = markableQuestions(compiled, answers);
  return askCommitment(
    {
      askLevel: () => terminal.choose(() => placementScreen(ruleSet, drawing())),
      askMarks: (marked) =>
        terminal.choose(() => markingScreen(ruleSet, answers, { markable, marked }, drawing())),
    },
    wantsReasons && markable.length > 0,
  );
}

/** What the next case should be about, by what is due now. */
export function wishOf({ compiled, filter, random, log }: PracticeSession, now: Date): CaseWish {
  const { ruleSet } = compiled;
  const memory = memoryAfter(reviewsOf(entriesOf(log.entries(), ruleSet.id)));
  return nextWish(ruleSet, filter, memory, now, random);
}

function nextVignette(session: PracticeSession, now: Date): Vignette {
  const { compiled, deck, filter, random, log } = session;
  const seen = log.entries().flatMap((entry) => (entry.kind === 'placement' ? [entry.vignette] : []));
  const recent = new Set([...new Set(seen.toReversed())].slice(0, RECENT).toReversed());
  const card = pickCard(compiled, deck, wishOf(session, now), { recent, filter }, random);
  if (card === undefined) throw noCase();
  return card.vignette;
}

/** What was asked for leaves nothing to tell. */
export function noCase(): UsageError {
  return new UsageError('no case is as asked for', 'leave out `--level`, `--dimension` or `--source`');
}

function feedbackOn(
  { compiled, identity }: PracticeSession,
  vignette: Vignette,
  commitment: Commitment,
): Feedback {
  const { answers } = vignette;
  const explanation = explain(compiled, answers);
  return {
    ruleSet: compiled.ruleSet,
    identity,
    answers,
    explanation,
    vignette,
    mark: mark(compiled, answers, explanation, commitment),
  };
}

function entryOf(
  { ruleSet, identity, explanation, vignette, mark: marked }: Feedback,
  now: Date,
): PlacementEntry {
  const { outcome } = explanation;
  const { placed } = marked.commitment;
  return {
    kind: 'placement',
    at: now.toISOString(),
    rule_set: identityText(identity),
    vignette: vignette.id,
    source: vignette.source,
    placed: placed === undefined ? null : levelAt(ruleSet, placed).id,
    possible: outcome.possible.map((level) => levelAt(ruleSet, level).id),
    decided_by: outcome.reasons.flatMap(({ rules }) => rules),
    ...criteriaShown(marked, explanation),
  };
}

async function showFeedback(
  feedback: Feedback,
  isLast: boolean,
  { output, drawing, choose }: InterviewTerminal,
): Promise<'next' | 'cancelled'> {
  const { rows, width, theme } = drawing();
  let page = feedbackPage(feedback, { width, height: rows - KEY_ROWS, theme });
  for (;;) {
    output.write(`${page.lines.join('\n')}\n`);
    const { isFolded } = page;
    const event = await choose(() => nextScreen(isLast, isFolded));
    if (event !== 'all') return event;
    page = feedbackPage(feedback, { width, theme });
  }
}
