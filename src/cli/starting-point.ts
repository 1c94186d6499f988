import type { Answers } from '../core/answers.ts';
import type { ScreeningRecord } from '../core/record.ts';
import type { RuleSet } from '../core/rule-set.ts';
import type { EarlierScreening } from '../interview/interview.ts';
import { earlierAnswers } from '../record/earlier-answers.ts';
import { isAsSaved } from '../record/verify-record.ts';
import { printable } from '../render/printable.ts';
import type { ScreenOptions } from './command-options.ts';
import { readCase } from './read-case.ts';
import { readRecord } from './read-record.ts';
import { UsageError } from './usage-error.ts';
import type { World } from './world.ts';

/** What an interview begins with. */
export interface StartingPoint {
  readonly answers: Answers;
  /** The earlier screening of `--from`. */
  readonly record?: ScreeningRecord;
  readonly earlier?: EarlierScreening;
  /** What the person should know before the first question. */
  readonly remark?: string;
}

/** What `--answers` or `--from` gives; without them nothing is. */
export async function startingPoint(
  options: ScreenOptions,
  ruleSet: RuleSet,
  world: World,
): Promise<StartingPoint> {
  const { answers, from, id } = options;
  if (answers !== undefined && from !== undefined) {
    throw new UsageError('`--answers` and `--from` both give answers to start from', 'leave one of them out');
  }
  if (from !== undefined) return fromRecord(from, id, ruleSet, world);
  if (answers === undefined) return { answers: [] };
  if (answers === '-') {
    throw new UsageError(
      '`--answers` cannot read standard input, which is your keyboard',
      'write the answers to a file and name it',
    );
  }
  return { answers: (await readCase(answers, id, ruleSet, world)).answers };
}

async function fromRecord(
  path: string,
  id: string | undefined,
  ruleSet: RuleSet,
  world: World,
): Promise<StartingPoint> {
  const record = await readRecord(path, world);
  if (!isAsSaved(record, world.sha256)) {
    throw new UsageError(
      `the record \`${printable(path)}\` has been changed since it was saved`,
      'start without it, or take the file from a backup',
    );
  }
  if (record.rule_set.id !== ruleSet.id) {
    throw new UsageError(
      `the record \`${printable(path)}\` was made with the rule set \`${printable(record.rule_set.id)}\``,
      'name that rule set with `--rules`',
    );
  }
  if (id !== undefined && id !== record.case) {
    throw new UsageError('the record of `--from` is of another case than `--id`', 'leave `--id` out');
  }
  const { all, carriedOver, lost } = earlierAnswers(ruleSet, record);
  const remark =
    lost.length === 0
      ? {}
      : {
          remark: `Not carried over, since the rules no longer know them: ${lost.map(printable).join(', ')}.`,
        };
  return { answers: carriedOver, record, earlier: { day: record.day, answers: all }, ...remark };
}
