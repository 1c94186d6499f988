import type { Claim } from '../core/guarantee.ts';
import { diagnostic, type Report } from './diagnostic.ts';
import { entryOf, type MapNode, titlePlace } from './node.ts';
import { nearest } from './suggestion.ts';

/** The keys of each kind of claim: those it cannot do without, and those that may stand beside them. */
const KEYS = {
  expected_outcome: { needs: ['expect'], may: ['when', 'best_elsewhere', 'any_answer'] },
  never_lowers: { needs: ['never_lowers'], may: ['held_fixed'] },
  never_matters: { needs: ['never_matters'], may: [] },
  stays: { needs: ['stays', 'whatever'], may: [] },
  always_one_level: { needs: ['always_one_level'], may: [] },
  each_rule_can_matter: { needs: ['each_rule_can_matter'], may: [] },
  each_answer_can_matter: { needs: ['each_answer_can_matter'], may: ['except'] },
} as const satisfies Record<
  Claim['kind'],
  { readonly needs: readonly string[]; readonly may: readonly string[] }
>;

type ClaimKind = keyof typeof KEYS;

const KINDS = [
  'expected_outcome',
  'never_lowers',
  'never_matters',
  'stays',
  'always_one_level',
  'each_rule_can_matter',
  'each_answer_can_matter',
] as const satisfies readonly ClaimKind[];

/** Which kind of claim the keys of a guarantee make; undefined once it was reported that they make none, or several. */
export function claimKind(node: MapNode, id: string, report: Report): ClaimKind | undefined {
  const found = node.entries.flatMap((entry) => {
    const kind = KINDS.find((candidate) => keysOf(candidate).includes(entry.key));
    return kind === undefined ? [] : [{ kind, entry }];
  });
  const [first] = found;
  if (first === undefined) {
    // `says` is near to `stays`, and every guarantee has it.
    const others = node.entries.filter(({ key }) => key !== 'says');
    const misspelt = others.some(({ key }) => nearest(key, KINDS.flatMap(keysOf)) !== undefined);
    const help = `add ${KINDS.map((kind) => `\`${KEYS[kind].needs[0]}\``).join(', ')}`;
    if (!misspelt)
      report(diagnostic('no-claim', titlePlace(node), `the guarantee \`${id}\` claims nothing`, help));
    return undefined;
  }
  const { kind } = first;
  const other = found.find((each) => each.kind !== kind);
  if (other !== undefined) {
    const message = `a guarantee claims one thing, and this one has \`${first.entry.key}\` already`;
    report(diagnostic('several-claims', other.entry.keyPlace, message, 'write two guarantees'));
    return undefined;
  }
  const missing = KEYS[kind].needs.find((key) => entryOf(node, key) === undefined);
  if (missing !== undefined) {
    const message = `\`${first.entry.key}\` cannot stand without \`${missing}\``;
    report(diagnostic('missing-key', first.entry.keyPlace, message, `add \`${missing}:\``));
    return undefined;
  }
  return kind;
}

function keysOf(kind: ClaimKind): readonly string[] {
  return [...KEYS[kind].needs, ...KEYS[kind].may];
}
