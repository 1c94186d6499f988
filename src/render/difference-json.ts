import { type Answers, idsFromAnswers } from '../core/answers.ts';
import type { RuleSet } from '../core/rule-set.ts';
import type {
  CaseCount,
  CasesCompared,
  CaseUnderVersion,
  Move,
  QuestionDifference,
} from '../core/version-difference.ts';
import { membersOf } from '../diagram/possible.ts';
import { questionAt } from './answer-text.ts';
import { answerAt } from './at-index.ts';
import type { ComparedVersion, DifferencePage } from './difference-page.ts';
import { levelAt } from './level-word.ts';

/**
 * The difference as one record. Counts of combinations are texts, since they are exact beyond what JSON numbers hold;
 * docs/diff.md describes the keys.
 */
export function differenceRecord({ versions, difference, cases, written }: DifferencePage): object {
  const both = difference.versions.new;
  const counted = (count: CaseCount) => countRecord(both, count);
  return {
    old: versionRecord(versions.old),
    new: versionRecord(versions.new),
    counts: 'possible combinations of answers, not patients',
    compared: difference.compared.toString(),
    apart: { old: difference.apart.old.toString(), new: difference.apart.new.toString() },
    questions: difference.questions.map((each) => questionRecord(both, each)),
    levels: both.levels.map(({ id }) => id),
    matrix: difference.matrix.map((row) => row.map(String)),
    moves: difference.moves.map((move) => moveRecord(both, move, difference)),
    alerts: { lost: counted(difference.alertsLost), gained: counted(difference.alertsGained) },
    effects: difference.effects.map(({ kind, id, asWritten, lost, gained }) => ({
      kind,
      id,
      as_written: asWritten,
      lost: counted(lost),
      gained: counted(gained),
    })),
    rules: difference.changes.map(({ id, formerId, index, keys, effect, isOther, onlyApart }) => ({
      id,
      former_id: formerId ?? null,
      in: { old: index.old !== undefined, new: index.new !== undefined },
      keys,
      effect,
      holds_or_asks_otherwise: isOther,
      only_answers_apart: onlyApart,
    })),
    wording: difference.wording,
    cases: cases === undefined ? null : casesRecord(both, cases),
    written,
  };
}

function versionRecord({ given, identity }: ComparedVersion): object {
  const { id, version, fingerprint } = identity;
  return { given, id, version, fingerprint };
}

function moveRecord(
  ruleSet: RuleSet,
  { from, to, cases, example, region, blame, unexplained }: Move,
  { compared, changes }: DifferencePage['difference'],
): object {
  return {
    from: levelAt(ruleSet, from).id,
    to: levelAt(ruleSet, to).id,
    combinations: cases.toString(),
    share: ratio(cases, compared),
    region: {
      of: { version: region.version, level: levelAt(ruleSet, Math.min(from, to)).id },
      answers: Object.fromEntries(
        region.answers.map(({ question, answers }) => [
          questionAt(ruleSet, question).id,
          membersOf(answers).map((answer) => answerAt(ruleSet, question, answer).id),
        ]),
      ),
      combinations: region.cases.toString(),
      share_of_move: ratio(region.cases, cases),
    },
    example: idsFromAnswers(ruleSet, example),
    blame: blame.map((each) => ({
      rules: each.changes.map((change) => changes[change]?.id),
      combinations: each.cases.toString(),
    })),
    unexplained: unexplained.toString(),
  };
}

function questionRecord(ruleSet: RuleSet, difference: QuestionDifference): object {
  const { id } = questionAt(ruleSet, difference.question);
  switch (difference.kind) {
    case 'only':
      return { question: id, only_in: difference.version };
    case 'answers': {
      const answerIds = (set: number) =>
        membersOf(set).map((answer) => answerAt(ruleSet, difference.question, answer).id);
      return {
        question: id,
        answers_only_in: { old: answerIds(difference.only.old), new: answerIds(difference.only.new) },
      };
    }
    default:
      return difference satisfies never;
  }
}

function countRecord(ruleSet: RuleSet, { cases, example }: CaseCount): object {
  return { combinations: cases.toString(), example: exampleRecord(ruleSet, example) };
}

function exampleRecord(ruleSet: RuleSet, example: Answers | undefined): object | null {
  return example === undefined ? null : idsFromAnswers(ruleSet, example);
}

function casesRecord(
  ruleSet: RuleSet,
  { files, compared, moved, apart }: CasesCompared & { readonly files: readonly string[] },
): object {
  const under = ({ lowest, highest, hasAlert }: CaseUnderVersion) => ({
    lowest: levelAt(ruleSet, lowest).id,
    highest: levelAt(ruleSet, highest).id,
    alert: hasAlert,
  });
  return {
    files,
    compared,
    moved: moved.map(({ id, under: { old, new: now } }) => ({ id, old: under(old), new: under(now) })),
    apart,
  };
}

/** A share as a number between 0 and 1, near enough for a chart; the counts are exact. */
function ratio(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number(part) / Number(whole);
}
