import { practiceOpening } from '../../practice/session-text.ts';
import { wrapped } from '../../render/text-lines.ts';
import { seededRandom } from '../../statistics/random.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { interviewTerminal } from '../interview-terminal.ts';
import { openRuleSet } from '../open-rule-set.ts';
import { openDeck } from '../practice-deck.ts';
import { practiceFilter } from '../practice-filter.ts';
import { openPracticeLog } from '../practice-log.ts';
import type { PracticeOptions } from '../practice-options.ts';
import { holdPairs } from '../practice-pairs.ts';
import { practiceSeed } from '../practice-seed.ts';
import { holdPractice } from '../practice-session.ts';
import { refuseTogether } from '../refuse-together.ts';
import type { World } from '../world.ts';

/** What to say where there is nobody to ask. */
const NO_TERMINAL = {
  message: 'practice needs a terminal to ask on',
  help: 'to see what your practice has come to, run `carestep practice stats`',
};

/** Tells cases and says how each placement compares with the criteria. */
export async function run(options: PracticeOptions, world: World): Promise<ExitCode> {
  const { rater, out, pairs, reasons, source } = options;
  refuseTogether('without `--exam`', { '--rater': rater, '--out': out[0] });
  if (pairs === true) {
    const toldOnly = source === 'generated' ? undefined : source;
    refuseTogether('together with `--pairs`', { '--reasons': reasons, '--source': toldOnly });
  }
  const terminal = interviewTerminal(world, { plain: options.plain === true, without: NO_TERMINAL });
  try {
    const opened = await openRuleSet(options.rules, world);
    const { compiled, identity } = opened;
    const filter = practiceFilter(compiled.ruleSet, options);
    const log = await openPracticeLog(world);
    const deck = await openDeck(opened, options.source, world);
    const random = seededRandom(options.seed ?? practiceSeed(world));
    const session = {
      compiled,
      identity,
      deck,
      filter,
      wantsReasons: options.reasons === true,
      ...(options.session !== undefined && { count: options.session }),
      random,
      log,
      opening: practiceOpening(log.isKeeping(), terminal.drawing()),
    };
    const hold = options.pairs === true ? holdPairs : holdPractice;
    const { count, summary } = await hold(session, terminal, world);
    if (count > 0) terminal.output.write(`${wrapped(summary, terminal.drawing().width).join('\n')}\n`);
    const isWhole = options.session === undefined ? count > 0 : count === options.session;
    return isWhole ? EXIT.done : EXIT.cancelled;
  } finally {
    terminal.close();
  }
}
