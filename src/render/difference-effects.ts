import type { AnswerSet, RuleSet } from '../core/rule-set.ts';
import type { CaseCount, EffectDifference, QuestionDifference } from '../core/version-difference.ts';
import { membersOf } from '../diagram/possible.ts';
import { questionAt } from './answer-text.ts';
import { answerAt } from './at-index.ts';
import { countText } from './count-text.ts';
import { exampleText } from './difference-levels.ts';
import type { DifferenceLook, DifferencePage, Section } from './difference-page.ts';
import { fittedList } from './fitted-list.ts';
import { counted } from './reason-text.ts';
import { wrapped } from './text-lines.ts';

const BULLET = '  · ';
const BELOW = '    ';
const MOST_NAME_LINES = 3;

/** Questions and answers that only one version has, and what that leaves out of the comparison. */
export function questionsSection({ difference }: DifferencePage, { width }: DifferenceLook): Section {
  const { apart, questions, versions } = difference;
  const points = questions.map((each) => questionText(versions.new, each));
  if (apart.old + apart.new > 0n) {
    const counts = `${countText(apart.old)} combinations of the old version and ${countText(apart.new)} of the new one`;
    points.push(`not compared, since they use an answer that the other version lacks: ${counts}`);
  }
  return {
    title: 'Questions and answers that only one version has',
    lines: points.flatMap((point) => wrapped(point, width, BULLET)),
  };
}

function questionText(ruleSet: RuleSet, difference: QuestionDifference): string {
  const { id } = questionAt(ruleSet, difference.question);
  switch (difference.kind) {
    case 'only': {
      const other = difference.version === 'new' ? 'old' : 'new';
      return `question ${id}: only the ${difference.version} version asks it; whatever its answer is, the decision of the ${other} one is the same`;
    }
    case 'answers': {
      const list = (set: AnswerSet) =>
        membersOf(set).map((answer) => answerAt(ruleSet, difference.question, answer).id);
      const only = (['old', 'new'] as const).flatMap((version) => {
        const ids = list(difference.only[version]);
        return ids.length === 0 ? [] : [`only the ${version} version has ${ids.join(', ')}`];
      });
      return `question ${id}: ${only.join('; ')}`;
    }
    default:
      return difference satisfies never;
  }
}

/** Alerts, advice and rechecks that hold in other cases than before; those that only follow the level stand last. */
export function effectsSection({ difference }: DifferencePage, look: DifferenceLook): Section {
  const { alertsLost, alertsGained, effects, versions } = difference;
  const own = effects.filter(({ asWritten }) => !asWritten);
  const following = effects.filter(({ asWritten }) => asWritten);
  const side = (what: string, count: CaseCount) => sideLines(versions.new, what, count, look);
  return {
    title: 'Alerts, advice and rechecks',
    lines: [
      ...side('an alert before and none now', alertsLost).map(look.theme.alert),
      ...side('an alert now and none before', alertsGained),
      ...own.flatMap((effect) => [
        ...side(`${nameOf(effect)}: no longer`, effect.lost),
        ...side(`${nameOf(effect)}: newly`, effect.gained),
      ]),
      ...followingLines(following, look),
    ],
  };
}

function sideLines(
  ruleSet: RuleSet,
  what: string,
  { cases, example }: CaseCount,
  look: DifferenceLook,
): string[] {
  if (example === undefined) return [];
  return [
    ...wrapped(`${what} in ${combinations(cases)}`, look.width, BULLET),
    ...wrapped(`as with ${exampleText(ruleSet, example)}`, look.width, BELOW),
  ];
}

function nameOf({ kind, id }: EffectDifference): string {
  return kind === 'question' ? `question ${id} asked` : `${kind} ${id}`;
}

/** Rules that hold elsewhere as they are written, mostly because they test the level: their names are enough. */
function followingLines(following: readonly EffectDifference[], { width }: DifferenceLook): string[] {
  if (following.length === 0) return [];
  const names = fittedList(
    following.map(({ id }) => id),
    width - BELOW.length,
    MOST_NAME_LINES,
  );
  const count = `${counted(following.length, 'rule')} written as before but holding elsewhere, as the level is another:`;
  return [...wrapped(count, width, BULLET), ...names.map((line) => BELOW + line)];
}

function combinations(count: bigint): string {
  return `${countText(count)} ${count === 1n ? 'combination' : 'combinations'}`;
}
