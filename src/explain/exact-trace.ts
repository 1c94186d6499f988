import { type Answers, OPEN } from '../core/answers.ts';
import { type Trace, traceRules } from '../core/trace.ts';
import type { OutcomeTruth, Truth } from '../core/truth.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Diagram } from '../diagram/diagram.ts';
import { possibleTerminals } from '../diagram/possible.ts';

/**
 * How every rule stands and by which answers. Three-valued logic names the answers; a rule that it leaves open
 * though all completions agree is there by all given answers on which its diagram rests.
 */
export function exactTrace(compiled: CompiledRuleSet, answers: Answers): Trace {
  return traceRules(compiled.ruleSet, answers, outcomeTruth(compiled, answers)).map((entry) => {
    const diagram = compiled.rules[entry.rule];
    const truth = entry.truth === 'may_hold' ? exactTruth(diagram, answers) : entry.truth;
    if (truth === entry.truth || diagram === undefined) return entry;
    const given = [...new Set(diagram.questions)].filter((question) => (answers[question] ?? OPEN) !== OPEN);
    return { ...entry, truth, by: given.sort((a, b) => a - b) };
  });
}

/** The truth of tests on the outcome, exactly. */
function outcomeTruth(compiled: CompiledRuleSet, answers: Answers): OutcomeTruth {
  const levels = possibleTerminals(compiled.level, answers);
  return {
    level: (wanted) => {
      if ((levels & ~wanted) === 0) return 'holds';
      return (levels & wanted) === 0 ? 'cannot_hold' : 'may_hold';
    },
    restsOn: (rules) => exactTruth(compiled.restsOn.get(rules.join(' ')), answers),
  };
}

/** By the set of reachable truth values: bit 0 false, bit 1 true. */
const TRUTHS: Readonly<Record<number, Truth>> = { 1: 'cannot_hold', 2: 'holds', 3: 'may_hold' };

function exactTruth(diagram: Diagram | undefined, answers: Answers): Truth {
  const truth = diagram && TRUTHS[possibleTerminals(diagram, answers)];
  if (truth === undefined)
    throw new RangeError('every condition has a diagram, and that leads to true or false');
  return truth;
}
