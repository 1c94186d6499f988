import type { Answers } from '../../core/answers.ts';
import type { RuleSet } from '../../core/rule-set.ts';
import { explain } from '../../explain/explain.ts';
import { conductInterview } from '../../interview/conduct-interview.ts';
import { answersInUse } from '../../interview/interview.ts';
import { opening } from '../../interview/opening.ts';
import type { ScreenOptions } from '../command-options.ts';
import { EXIT, type ExitCode, firstThatApplies } from '../exit-codes.ts';
import { inquirerAsker } from '../inquirer-asker.ts';
import { interviewTerminal } from '../interview-terminal.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { readCase } from '../read-case.ts';
import { showResult } from '../show-result.ts';
import { UsageError } from '../usage-error.ts';
import type { World } from '../world.ts';

/** Holds the interview and shows what it leads to. */
export async function run(options: ScreenOptions, world: World): Promise<ExitCode> {
  const terminal = interviewTerminal(world);
  const { compiled, identity } = await openRuleSet(options.rules, world);
  const { ruleSet } = compiled;
  const given = await givenAnswers(options, ruleSet, world);

  terminal.output.write(`${opening(ruleSet, options.out, terminal.drawing()).join('\n')}\n`);
  const beginning = { answers: given, full: options.full === true };
  const end = await conductInterview(compiled, beginning, inquirerAsker(compiled, terminal));
  if (end === 'cancelled') {
    terminal.output.write('Stopped. Nothing was stored.\n');
    return EXIT.cancelled;
  }

  const answers = answersInUse(ruleSet, end);
  const explanation = explain(compiled, answers);
  const id = options.id === undefined ? {} : { id: options.id };
  await showResult({ ...id, ruleSet, identity, answers, explanation }, options, world, terminal);
  return firstThatApplies([
    explanation.outcome.alerts.length > 0 ? EXIT.alert : EXIT.done,
    explanation.outcome.settled ? EXIT.done : EXIT.open,
  ]);
}

/** What `--answers` gives; without it nothing is. */
async function givenAnswers(
  { answers, id }: ScreenOptions,
  ruleSet: RuleSet,
  world: World,
): Promise<Answers> {
  if (answers === undefined) return [];
  if (answers === '-') {
    throw new UsageError(
      '`--answers` cannot read standard input, which is your keyboard',
      'write the answers to a file and name it',
    );
  }
  return (await readCase(answers, id, ruleSet, world)).answers;
}
