import { usualShares } from '../core/answer-shares.ts';
import { type Answers, OPEN } from '../core/answers.ts';
import type { CompiledRuleSet } from '../diagram/compile.ts';
import type { Diagram } from '../diagram/diagram.ts';
import { alertDiagrams } from '../explain/alert-diagrams.ts';
import { drawnCases } from './drawn-cases.ts';
import { answersInUse, type InterviewState, questionsAhead } from './interview.ts';

/** How many questions may come after the one on the screen. */
export interface QuestionsToCome {
  /** No answers lead to more. */
  readonly most: number;
  /** Half of the people whose answers are as common as the rule set assumes come through with so many or fewer. */
  readonly usually: number;
}

const DRAWS = 50;
const SEED = 1;

/**
 * Counts the questions still to ask. How many it will usually be is estimated: for each of the drawn people, those
 * questions count that the diagrams of the level and the alerts meet on their way to an end.
 */
export function questionsToCome(compiled: CompiledRuleSet, state: InterviewState): QuestionsToCome {
  const ahead = questionsAhead(compiled, state);
  if (state.scope !== 'deciding') return { most: ahead.length, usually: ahead.length };
  const { ruleSet, level } = compiled;
  const answers = answersInUse(ruleSet, state);
  const diagrams = [level, ...alertDiagrams(compiled)];
  const counts = drawnCases(usualShares(ruleSet.questions), DRAWS, SEED).map((drawn) => {
    const met = new Set<number>();
    for (const diagram of diagrams) addMet(diagram, answers, drawn, met);
    return ahead.filter((question) => met.has(question)).length;
  });
  const sorted = counts.sort((a, b) => a - b);
  return { most: ahead.length, usually: sorted[Math.ceil(DRAWS / 2) - 1] ?? ahead.length };
}

/** Adds the questions on the one way through a diagram that these answers, else the drawn ones, take. */
function addMet(diagram: Diagram, answers: Answers, drawn: readonly number[], met: Set<number>): void {
  let reference = diagram.root;
  while (reference >= 0) {
    const question = diagram.questions[reference] ?? 0;
    met.add(question);
    const given = answers[question] ?? OPEN;
    const answer = given === OPEN ? (drawn[question] ?? 0) : given;
    reference = diagram.children[(diagram.firstChild[reference] ?? 0) + answer] ?? -1;
  }
}
