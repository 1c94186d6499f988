import type { Guarantee } from '../../core/guarantee.ts';
import type { CompiledRuleSet } from '../../diagram/compile.ts';
import { comparePlaces, type Place } from '../../rule-set/diagnostic.ts';
import { type Finding, type FindingCode, severityOf } from '../../rule-set/finding.ts';
import { acceptanceNotNeeded } from './acceptance-not-needed.ts';
import { alertWithoutLastLevel } from './alert-without-last-level.ts';
import { alwaysHolds } from './always-holds.ts';
import { answersNotToldApart } from './answers-not-told-apart.ts';
import { type CheckSpace, checkSpace } from './check-space.ts';
import { countUnreachable } from './count-unreachable.ts';
import type { Found } from './found.ts';
import { implied } from './implied.ts';
import { levelUnreachable } from './level-unreachable.ts';
import { neverDecides } from './never-decides.ts';
import { neverHolds } from './never-holds.ts';
import { questionNeverMatters } from './question-never-matters.ts';
import { testNeverMatters } from './test-never-matters.ts';
import { vacuousGuarantee } from './vacuous-guarantee.ts';

/** Codes that need more than the rules: the proofs of the guarantees, or all other findings. */
type LaterCode = 'vacuous-guarantee' | 'acceptance-not-needed';

/** The checks of the rules themselves; each finds what its code says, over all cases at once. */
export const CHECKS = {
  'never-holds': neverHolds,
  'always-holds': alwaysHolds,
  'never-decides': neverDecides,
  implied,
  'alert-without-last-level': alertWithoutLastLevel,
  'count-unreachable': countUnreachable,
  'test-never-matters': testNeverMatters,
  'question-never-matters': questionNeverMatters,
  'answers-not-told-apart': answersNotToldApart,
  'level-unreachable': levelUnreachable,
} as const satisfies Record<Exclude<FindingCode, LaterCode>, (space: CheckSpace) => Found[]>;

type RuleCheckCode = keyof typeof CHECKS;

const CHECK_CODES = Object.keys(CHECKS).filter((code): code is RuleCheckCode => code in CHECKS);

export interface CheckOptions {
  /** Guarantees that the proofs have shown to speak of no case; their places must be known too. */
  readonly vacuous?: readonly Guarantee[];
  /** How many nodes all checks together may make. */
  readonly maxNodes?: number;
}

/**
 * Everything in a rule set that is probably not meant, by place; what its author accepts is marked, and an acceptance
 * without a finding is a finding.
 *
 * INVARIANT: `places` holds every part of the rule set, as the loader gives it.
 *
 * @throws TooLargeError if the checks need more than `maxNodes` nodes; then nothing is known.
 */
export function check(
  compiled: CompiledRuleSet,
  places: ReadonlyMap<object, Place>,
  { vacuous = [], maxNodes }: CheckOptions = {},
): Finding[] {
  const space = checkSpace(compiled, maxNodes);
  const found: (readonly [FindingCode, Found])[] = [];
  const add = (code: FindingCode, more: readonly Found[]) =>
    found.push(...more.map((each) => [code, each] as const));
  for (const code of CHECK_CODES) add(code, CHECKS[code](space));
  add('vacuous-guarantee', vacuousGuarantee(vacuous));
  const before = [...found];
  const { questions, rules } = compiled.ruleSet;
  for (const owner of [...questions, ...rules]) {
    const isFound = ({ finding }: { readonly finding: string }) =>
      before.some(([code, each]) => each.owner === owner && code === finding);
    add('acceptance-not-needed', acceptanceNotNeeded(owner, isFound));
  }
  return found.map(([code, each]) => findingAt(code, each, places)).sort(comparePlaces);
}

function findingAt(code: FindingCode, found: Found, places: ReadonlyMap<object, Place>): Finding {
  const place = places.get(found.at);
  if (place === undefined) throw new RangeError(`the place of a part that is \`${code}\` is not known`);
  const { message, help, example } = found;
  const accepted = found.owner?.accept.find(({ finding }) => finding === code);
  return {
    code,
    severity: severityOf(code),
    ...place,
    message,
    help,
    ...(example && { example }),
    ...(accepted && { accepted: accepted.because }),
  };
}
