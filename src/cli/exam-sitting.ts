import type { Card } from '../practice/deck.ts';
import { drawExam } from '../practice/exam.ts';
import { examDraftScreen } from '../practice/exam-draft-screen.ts';
import { seededRandom } from '../statistics/random.ts';
import { type ExamDraft, readExamDraft } from './exam-draft.ts';
import type { InterviewTerminal } from './interview-terminal.ts';
import type { OpenedRuleSet } from './open-rule-set.ts';
import { openDeck } from './practice-deck.ts';
import { practiceFilter } from './practice-filter.ts';
import type { PracticeOptions } from './practice-options.ts';
import { practiceSeed } from './practice-seed.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** One sitting of an exam: everything that is settled before its next case. */
export interface ExamSitting {
  readonly cards: readonly Card[];
  /** What the draft holds; `placed` is what was answered in earlier sittings. */
  readonly draft: Omit<ExamDraft, 'carestep_exam_draft'>;
}

/**
 * Draws the cases of an exam, or those of one that was interrupted, if the rater wants to go on with it.
 *
 * @throws UsageError where there are not as many cases as asked for.
 */
export async function beginExam(
  options: PracticeOptions & { readonly exam: number },
  opened: OpenedRuleSet,
  terminal: InterviewTerminal,
  world: World,
): Promise<ExamSitting | 'cancelled'> {
  const unfinished = await readExamDraft(world);
  if (unfinished !== undefined) {
    const sitting = await resumed(unfinished, opened, world);
    const { count, seed, rater, placed } = unfinished;
    const about = { answered: placed.length, count, seed, rater, canGoOn: sitting !== undefined };
    const choice = await terminal.choose(() => examDraftScreen(about, terminal.drawing()));
    if (choice === 'cancelled') return choice;
    if (choice === 'go_on' && sitting !== undefined) return sitting;
  }
  const { exam: count, source, level, dimension, rater } = options;
  const asked = {
    rule_set: opened.identity,
    count,
    seed: options.seed ?? practiceSeed(world),
    source: source ?? null,
    level: level ?? null,
    dimension: dimension ?? null,
    rater: rater ?? null,
  };
  const cards = await draw(asked, opened, world);
  if (cards.length < count) {
    throw new UsageError(
      `there are only ${cards.length} cases for such an exam`,
      'ask for fewer, or leave out `--source`, `--level` or `--dimension`',
    );
  }
  return { cards, draft: { ...asked, vignettes: cards.map(({ vignette }) => vignette.id), placed: [] } };
}

type AskedExam = Omit<ExamDraft, 'carestep_exam_draft' | 'vignettes' | 'placed'>;

async function draw(
  { count, seed, source, level, dimension }: AskedExam,
  opened: OpenedRuleSet,
  world: World,
): Promise<readonly Card[]> {
  const { compiled } = opened;
  const filter = practiceFilter(compiled.ruleSet, {
    ...(level !== null && { level }),
    ...(dimension !== null && { dimension }),
  });
  const deck = await openDeck(opened, source ?? undefined, world);
  return drawExam(compiled, deck, filter, count, seededRandom(seed));
}

/** The exam as it was begun; undefined where the rules or vignettes are no longer the same. */
async function resumed(
  { carestep_exam_draft: _, ...draft }: ExamDraft,
  opened: OpenedRuleSet,
  world: World,
): Promise<ExamSitting | undefined> {
  if (draft.rule_set.fingerprint !== opened.identity.fingerprint) return undefined;
  const cards = await draw(draft, opened, world);
  const isSame = cards.map(({ vignette }) => vignette.id).join() === draft.vignettes.join();
  const levels = opened.compiled.ruleSet.levels.map(({ id }) => id);
  const isKnown = draft.placed.every((level) => level === null || levels.includes(level));
  return isSame && isKnown ? { cards, draft } : undefined;
}
