import { explain } from '../../explain/explain.ts';
import { conductInterview } from '../../interview/conduct-interview.ts';
import { answersInUse } from '../../interview/interview.ts';
import { opening } from '../../interview/opening.ts';
import type { ScreenOptions } from '../command-options.ts';
import { EXIT, type ExitCode, firstThatApplies } from '../exit-codes.ts';
import { inquirerAsker } from '../inquirer-asker.ts';
import { interviewTerminal } from '../interview-terminal.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { showResult } from '../show-result.ts';
import { startingAnswers } from '../starting-answers.ts';
import type { World } from '../world.ts';

/** Holds the interview and shows what it leads to. */
export async function run(options: ScreenOptions, world: World): Promise<ExitCode> {
  const terminal = interviewTerminal(world);
  const { compiled, identity } = await openRuleSet(options.rules, world);
  const { ruleSet } = compiled;
  const given = await startingAnswers(options, ruleSet, world);

  terminal.output.write(`${opening(ruleSet, options.out, terminal.drawing()).join('\n')}\n`);
  const beginning = { answers: given, unknown: new Set<number>(), full: options.full === true };
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
