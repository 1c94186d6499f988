import type { Answers } from '../../core/answers.ts';
import type { Example } from '../../core/example.ts';
import type { Coverage, ExampleResult, Goal, Said, Suggestion } from '../../core/example-report.ts';
import { TRUE } from '../../diagram/node-store.ts';
import { reachesTogether, type SplitGoals } from './coverage.ts';
import type { GoalDiagram, PairGoal } from './goal-diagrams.ts';
import { nearestCase } from './nearest-case.ts';
import { completed, neighborsOf } from './neighboring-cases.ts';
import { findContrast } from './reachability.ts';
import type { RuleDiagrams } from './rule-diagrams.ts';
import { completeCase, listOf, oneAnswerApart, speaksOfSubject, usableExamples } from './usable-example.ts';

/**
 * Examples to add, and expectations to write, so that every reachable goal is reached. Few, but not provably the
 * fewest: each step takes the case one answer away from a known one that closes the most gaps, and goes further
 * away only when no such case closes any.
 */
export function suggestExamples(
  diagrams: RuleDiagrams,
  { reachable }: SplitGoals,
  results: readonly ExampleResult[],
  coverage: Coverage,
): Suggestion[] {
  const reached = new Set(
    coverage.goals.filter(({ reachedBy }) => reachedBy.length > 0).map(({ goal }) => keyOf(goal)),
  );
  const gaps = reachable.filter(({ goal }) => !reached.has(keyOf(goal)));
  return new Suggester(diagrams, results, gaps).suggest();
}

function keyOf(goal: Goal): string {
  return JSON.stringify(goal);
}

/** A case that is or could be an example, and what it is needed for. */
interface KnownCase {
  readonly answers: Answers;
  readonly example?: Example;
  /** The known case that it was reached from. */
  readonly from?: KnownCase;
  readonly expect: Set<Said>;
  readonly reaches: Goal[];
}

/** A gap that a candidate closes, and with which known case. */
interface Closing {
  readonly gap: GoalDiagram;
  readonly partner?: KnownCase;
}

interface Candidate {
  readonly answers: Answers;
  readonly from: KnownCase;
  readonly closings: Closing[];
}

class Suggester {
  readonly #diagrams: RuleDiagrams;
  readonly #gaps: Set<GoalDiagram>;
  readonly #known: KnownCase[] = [];
  readonly #candidates = new Map<string, Candidate>();

  constructor(diagrams: RuleDiagrams, results: readonly ExampleResult[], gaps: readonly GoalDiagram[]) {
    this.#diagrams = diagrams;
    this.#gaps = new Set(gaps);
    for (const { example, answers } of usableExamples(diagrams.ruleSet, results)) {
      this.#add({ answers, example, expect: new Set(), reaches: [] });
    }
  }

  suggest(): Suggestion[] {
    while (this.#gaps.size > 0) {
      const best = this.#bestCandidate();
      if (best !== undefined) this.#take(best);
      else this.#goFurther();
    }
    return suggestionsOf(this.#known);
  }

  /** The candidate that closes the most gaps; ones that no longer close any are dropped. */
  #bestCandidate(): Candidate | undefined {
    let best: Candidate | undefined;
    let most = 0;
    for (const [key, candidate] of this.#candidates) {
      const closed = new Set(candidate.closings.map(({ gap }) => gap).filter((gap) => this.#gaps.has(gap)));
      if (closed.size === 0) this.#candidates.delete(key);
      if (closed.size > most) {
        most = closed.size;
        best = candidate;
      }
    }
    return best;
  }

  #take({ answers, from, closings }: Candidate): void {
    const taken: KnownCase = { answers, from, expect: new Set(), reaches: [] };
    for (const { gap, partner } of closings) this.#close(gap, taken, partner);
    this.#add(taken);
  }

  #close(gap: GoalDiagram, first: KnownCase, second: KnownCase | undefined): void {
    if (!this.#gaps.delete(gap)) return;
    const { ruleSet } = this.#diagrams;
    for (const known of second === undefined ? [first] : [first, second]) {
      const isSaid = known.example !== undefined && speaksOfSubject(ruleSet, known.example, gap.subject);
      if (!isSaid) known.expect.add(listOf(ruleSet, gap.subject));
    }
    first.reaches.push(gap.goal);
  }

  /** Makes a case known: closes what it closes with other known ones, and looks around it. */
  #add(added: KnownCase): void {
    const { ruleSet } = this.#diagrams;
    const complete = completeCase(ruleSet, added.answers);
    for (const gap of this.#gaps) {
      if ('where' in gap && this.#diagrams.terminal(gap.where, added.answers) === TRUE) {
        this.#close(gap, added, undefined);
      }
    }
    for (const other of this.#known) {
      const second = completeCase(ruleSet, other.answers);
      const question = complete && second && oneAnswerApart(complete, second);
      if (question === undefined) continue;
      for (const gap of this.#gapsOf(question)) {
        if (this.#together(gap, added.answers, other.answers)) this.#close(gap, added, other);
      }
    }
    this.#known.push(added);
    for (const { question, answers } of neighborsOf(ruleSet, added.answers)) {
      const closings = this.#closingsOf(question, answers, added);
      if (closings.length === 0) continue;
      const key = answers.join();
      const candidate = this.#candidates.get(key) ?? { answers, from: added, closings: [] };
      candidate.closings.push(...closings);
      this.#candidates.set(key, candidate);
    }
  }

  #closingsOf(question: number, answers: Answers, partner: KnownCase): Closing[] {
    const alone = [...this.#gaps].filter(
      (gap) => 'where' in gap && this.#diagrams.terminal(gap.where, answers) === TRUE,
    );
    const paired = this.#gapsOf(question).filter((gap) => this.#together(gap, answers, partner.answers));
    return [...alone.map((gap) => ({ gap })), ...paired.map((gap) => ({ gap, partner }))];
  }

  #gapsOf(question: number): PairGoal[] {
    return [...this.#gaps].flatMap((gap) =>
      'where' in gap || !gap.questions.includes(question) ? [] : [gap],
    );
  }

  #together(gap: PairGoal, a: Answers, b: Answers): boolean {
    return reachesTogether(this.#diagrams, gap, a, b) || reachesTogether(this.#diagrams, gap, b, a);
  }

  /** Adds the case nearest to a known one that closes a gap, or half of one, where no neighbor closes any. */
  #goFurther(): void {
    const { ruleSet } = this.#diagrams;
    if (this.#known.length === 0) {
      const best = completed(ruleSet, new Int8Array(ruleSet.questions.length));
      this.#add({ answers: best, expect: new Set(), reaches: [] });
      return;
    }
    const cases = this.#known.map(({ answers }) => answers);
    const options = [...this.#gaps].map((gap) => nearestCase(this.#diagrams, this.#halfOf(gap), cases));
    const nearest = options.reduce((a, b) => (b.changes < a.changes ? b : a));
    const from = this.#known[nearest.from];
    this.#add({ answers: nearest.answers, ...(from && { from }), expect: new Set(), reaches: [] });
  }

  /** Where a case alone reaches the goal, or does so with a case one answer away. */
  #halfOf(gap: GoalDiagram) {
    if ('where' in gap) return gap.where;
    const { store, variables } = this.#diagrams;
    const contrast = findContrast(this.#diagrams, gap);
    if (contrast === undefined) throw new RangeError('a goal that no case can reach is no gap');
    const { question, first, second, elsewhere } = contrast;
    return store.and(elsewhere, store.test(variables[question] ?? 0, (1 << first) | (1 << second)));
  }
}

/** What to do about the known cases of which something is needed, in the order in which they became known. */
function suggestionsOf(known: readonly KnownCase[]): Suggestion[] {
  const ids = new Map<KnownCase, string>();
  const baseOf = ({ from }: KnownCase): Pick<Example, 'id' | 'answers'> | undefined => {
    if (from === undefined) return undefined;
    const id = from.example?.id ?? ids.get(from);
    // A case that only led on to others is not suggested: what it was reached from stands for it.
    return id === undefined ? baseOf(from) : { id, answers: from.answers };
  };
  return known.flatMap((one): Suggestion[] => {
    const { answers, example, expect, reaches } = one;
    if (expect.size === 0) return [];
    if (example !== undefined) return [{ kind: 'extend', example, expect: [...expect] }];
    const id = `suggested-${ids.size + 1}`;
    const base = baseOf(one);
    ids.set(one, id);
    return [{ kind: 'add', id, answers, ...(base && { base }), expect: [...expect], reaches }];
  });
}
