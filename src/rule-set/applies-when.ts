import type { AnswerCondition, AnswerSet } from '../core/rule-set.ts';
import { questionsBehind, testedQuestions } from '../core/tested-questions.ts';
import type { Truth } from '../core/truth.ts';

/** A question as far as `applies_when` is concerned; its position in the list is its index. */
export interface Dependent {
  readonly answers: number;
  readonly appliesWhen: AnswerCondition | undefined;
}

/**
 * The cycles of questions that apply only when one another apply. Each begins with its first question and is
 * listed once.
 */
export function findCycles(questions: readonly Dependent[]): readonly (readonly number[])[] {
  const cycles: number[][] = [];
  const done = new Set<number>();
  const path: number[] = [];
  function visit(index: number): void {
    const start = path.indexOf(index);
    if (start !== -1) {
      const cycle = path.slice(start);
      const first = cycle.indexOf(Math.min(...cycle));
      cycles.push([...cycle.slice(first), ...cycle.slice(0, first)]);
      return;
    }
    if (done.has(index)) return;
    path.push(index);
    const condition = questions[index]?.appliesWhen;
    if (condition !== undefined) for (const next of new Set(testedQuestions(condition))) visit(next);
    path.pop();
    done.add(index);
  }
  for (const index of questions.keys()) visit(index);
  return cycles;
}

/** Past so many steps a condition counts as possible: a check for mistakes is no place to search for hours. */
const MAX_STEPS = 200_000;

/** Whether some answers make the condition hold. INVARIANT: no cycle is reachable from it. */
export function isPossible(condition: AnswerCondition, questions: readonly Dependent[]): boolean {
  const open = questions.map(({ answers }): AnswerSet => 2 ** answers - 1);
  const relevant = [...questionsBehind(condition, questions)];
  let steps = 0;

  function search(): boolean {
    const truth = truthOf(condition);
    if (steps > MAX_STEPS) return true;
    if (truth !== 'may_hold') return truth === 'holds';
    const index = relevant.find((candidate) => hasSeveral(open[candidate] ?? 0));
    if (index === undefined) return true;
    const before = open[index] ?? 0;
    for (let answer = 0; 2 ** answer <= before; answer++) {
      if (((before >>> answer) & 1) === 0) continue;
      open[index] = 2 ** answer;
      if (search()) return true;
    }
    open[index] = before;
    return false;
  }

  /** The truth while each question still has the answers of its set in `open`. */
  function truthOf(part: AnswerCondition): Truth {
    if (++steps > MAX_STEPS) return 'may_hold';
    if (part.kind === 'answer') return answerTruth(part.question, part.answers);
    const truths = part.of.map(truthOf);
    const holding = truths.filter((truth) => truth === 'holds').length;
    const possible = truths.filter((truth) => truth !== 'cannot_hold').length;
    switch (part.kind) {
      case 'all':
        return atLeast(truths.length, holding, possible);
      case 'any':
        return atLeast(1, holding, possible);
      case 'count':
        return atLeast(part.atLeast, holding, possible);
      case 'none':
        if (holding > 0) return 'cannot_hold';
        return possible > 0 ? 'may_hold' : 'holds';
      default:
        return part satisfies never;
    }
  }

  function answerTruth(index: number, wanted: AnswerSet): Truth {
    const appliesWhen = questions[index]?.appliesWhen;
    const applies = appliesWhen === undefined ? 'holds' : truthOf(appliesWhen);
    const left = open[index] ?? 0;
    if (applies === 'cannot_hold' || (left & wanted) === 0) return 'cannot_hold';
    return (left & ~wanted) === 0 ? applies : 'may_hold';
  }

  return search();
}

function atLeast(least: number, holding: number, possible: number): Truth {
  if (holding >= least) return 'holds';
  return possible >= least ? 'may_hold' : 'cannot_hold';
}

function hasSeveral(answers: AnswerSet): boolean {
  return (answers & (answers - 1)) !== 0;
}
