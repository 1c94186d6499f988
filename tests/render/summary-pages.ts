import { ExpectedComparison } from '../../src/batch/expected-comparison.ts';
import { RuleSetComparison } from '../../src/batch/rule-set-comparison.ts';
import { SummaryCounts } from '../../src/batch/summary.ts';
import { OPEN } from '../../src/core/answers.ts';
import type { PlacementDifference } from '../../src/core/placement-difference.ts';
import { compile } from '../../src/diagram/compile.ts';
import { evaluate } from '../../src/explain/evaluate.ts';
import type { SummaryPage } from '../../src/render/summary-page.ts';
import { raterAgreement } from '../../src/statistics/agreement.ts';
import { adult, compiledAdult } from '../adult-rule-set.ts';
import { engineAnswers } from '../oracle/engine-answers.ts';
import { PUBLISHED } from '../oracle/published.ts';

const identity = { id: 'adult', version: '1.0.0', fingerprint: '1a2b3c4d'.repeat(8) };
const toAnswers = engineAnswers(adult);

const LEFT_OUT = ['safety.daily-monitoring', 'safety.contact-several-times', 'functioning.severe-symptoms'];

/** A rule set that is more lenient in three points. */
const lenient = compile({
  ...adult,
  rules: adult.rules.filter(({ id }) => !LEFT_OUT.includes(id)),
});

/** The published cases as they are, most of them open, and once more with the first answer to each open question. */
const cases = PUBLISHED.flatMap(({ id, codes, assigned }) => {
  const answers = Array.from(toAnswers(codes));
  const level = adult.levels.findIndex((one) => one.id === assigned);
  const filled = answers.map((answer) => (answer === OPEN ? 0 : answer));
  return [
    { id, answers, level },
    { id: `${id}-filled`, answers: filled, level },
  ];
});

const counts = new SummaryCounts(adult.levels.length);
const expected = new ExpectedComparison(adult.levels.length);
const comparison = new RuleSetComparison(adult, lenient, []);
const fromReviewer: PlacementDifference[] = [];
const fromRuleSet: PlacementDifference[] = [];
for (const { id, answers, level } of cases) {
  const outcome = evaluate(compiledAdult, answers);
  counts.add(outcome);
  const reviewed = expected.add(id, outcome, level === -1 ? undefined : level);
  if (reviewed !== undefined) fromReviewer.push(reviewed);
  const compared = comparison.add({ id, answers, kept: [], outcome });
  if (compared !== undefined) fromRuleSet.push(compared);
}
for (const code of ['unknown-answer', 'unknown-answer', 'duplicate-id'] as const) {
  const problem = { line: 1, column: 1, code, reason: '' };
  counts.reject({ kind: 'rejected', path: 'cases.csv', problems: [problem] });
}

/** A summary with nothing beside the counts. */
export const plainPage: SummaryPage = {
  ruleSet: adult,
  identity,
  files: ['cases.csv'],
  day: '2026-01-15',
  summary: counts.result(),
};

function listed(differences: readonly PlacementDifference[], most: number) {
  return { count: differences.length, first: differences.slice(0, most) };
}

const { matrix, ...reviewed } = expected.result();

/** The same with a reviewer and another rule set to compare with. */
export const comparedPage: SummaryPage = {
  ...plainPage,
  expected: {
    column: 'reviewed',
    agreement: raterAgreement(matrix, 1),
    ...reviewed,
    differences: listed(fromReviewer, 4),
  },
  comparison: {
    identity: { ...identity, fingerprint: '5e6f7a8b'.repeat(8) },
    ...comparison.result(),
    unasked: comparison.unasked,
    differences: listed(fromRuleSet, 20),
  },
};

/** The same page without a case. */
export const emptyPage: SummaryPage = {
  ...comparedPage,
  summary: new SummaryCounts(adult.levels.length).result(),
  expected: {
    column: 'reviewed',
    agreement: raterAgreement(
      adult.levels.map(() => adult.levels.map(() => 0)),
      1,
    ),
    open: { within: 0, outside: 0 },
    unassigned: 0,
    differences: { count: 0, first: [] },
  },
};
