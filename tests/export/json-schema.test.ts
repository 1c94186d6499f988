import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchema, SCHEMA_KINDS, type SchemaKind } from '../../src/export/json-schema.ts';
import { loadRuleSet } from '../../src/rule-set/load.ts';
import { checkAgainstSchema, type Part } from '../../src/rule-set/schema.ts';
import { SMALL_RULE_SET } from '../rule-set/small-rule-set.ts';

const repository = resolve(import.meta.dirname, '../..');

function filesOf(folder: string) {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: name, text: readFileSync(join(repository, folder, name), 'utf8') }))
    .sort((a, b) => Number(a.path > b.path) - Number(a.path < b.path));
}

function ruleSetOf(files: readonly { path: string; text: string }[]) {
  const { ruleSet } = loadRuleSet(files.filter(({ path }) => !path.includes('/')));
  if (ruleSet === undefined) throw new Error('the rule set has mistakes');
  return ruleSet;
}

function kindOf(path: string): SchemaKind {
  if (path === 'rule-set.yaml') return 'rule-set';
  if (path === 'guarantees.yaml') return 'guarantees';
  if (path.startsWith('vignettes/')) return 'vignettes';
  return path.startsWith('examples/') ? 'examples' : 'dimension';
}

type Check = (content: unknown) => string[];

/** What a schema has against a content; `strict` refuses keywords and combinations that mean nothing. */
function checkOf(kind: SchemaKind, ruleSet?: ReturnType<typeof ruleSetOf>): Check {
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  const validate = ajv.compile(jsonSchema(kind, ruleSet));
  return (content) => {
    validate(content);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

const SETS = {
  adult: filesOf('rules/adult'),
  starter: filesOf('templates/starter'),
  small: SMALL_RULE_SET,
};

describe.each(Object.entries(SETS))('the files of the rule set %s', (_, files) => {
  const ruleSet = ruleSetOf(files);

  test.each(files.map(({ path, text }) => [path, text]))('%s fits both schemas', (path, text) => {
    const content: unknown = parse(text);
    expect(checkOf(kindOf(path))(content)).toEqual([]);
    expect(checkOf(kindOf(path), ruleSet)(content)).toEqual([]);
  });
});

const adult = ruleSetOf(SETS.adult);

function shipped(path: string): string {
  return SETS.adult.find((file) => file.path === path)?.text ?? '';
}

const EXAMPLES = `
given: { suicidal_thoughts: none }
examples:
  - id: one
    answers: { attendance: unknown, safe_between_visits: 'no' }
    expect: { lowest: iop, highest: php, reasons: [safety.active-thoughts], open: { includes: [attendance] } }
`;
const CASE = "id: one\nanswers: { suicidal_thoughts: none, attendance: '' }\n";

/** File, what stands in it, the mistake; and whether only the ids of the rule set can tell. */
const MISTAKES: readonly (readonly [
  file: SchemaKind,
  text: string,
  from: string,
  to: string,
  tells: 'always' | 'by id',
])[] = [
  ['rule-set', shipped('rule-set.yaml'), 'time_frame:', 'timeframe:', 'always'],
  ['rule-set', shipped('rule-set.yaml'), "version: '1.0.0'", 'version: 1', 'always'],
  ['rule-set', shipped('rule-set.yaml'), '- id: iop', '- id: IOP', 'always'],
  ['rule-set', shipped('rule-set.yaml'), 'document: cms-php', 'document: cms-phq', 'by id'],
  ['dimension', shipped('safety.yaml'), 'suicidal_thoughts: intent', 'suicidal_thought: intent', 'by id'],
  ['dimension', shipped('safety.yaml'), 'suicidal_thoughts: intent', 'suicidal_thoughts: intends', 'by id'],
  ['dimension', shipped('safety.yaml'), '{ from: recent }', '{ form: recent }', 'always'],
  ['dimension', shipped('safety.yaml'), '{ from: recent }', '{ from: recently }', 'by id'],
  ['dimension', shipped('safety.yaml'), '{ from: recent }', '{}', 'always'],
  ['dimension', shipped('safety.yaml'), '{ from: recent }', '[]', 'always'],
  ['dimension', shipped('safety.yaml'), 'at_least: inpatient', 'at_least: impatient', 'by id'],
  ['dimension', shipped('safety.yaml'), 'at_least: inpatient', 'atleast: inpatient', 'always'],
  ['dimension', shipped('safety.yaml'), 'at_least: inpatient', 'level: inpatient', 'always'],
  ['dimension', shipped('safety.yaml'), 'at_least: inpatient', 'advise: rest', 'always'],
  ['dimension', shipped('safety.yaml'), '- id: safety.suicidal-intent', '- id: suicidal-intent', 'always'],
  ['dimension', shipped('safety.yaml'), 'document: c-ssrs', 'document: cssrs', 'by id'],
  ['dimension', shipped('safety.yaml'), 'history: true', 'history: false', 'always'],
  ['dimension', shipped('safety.yaml'), 'basis: practice', 'basis: habit', 'always'],
  ['dimension', shipped('schedule.yaml'), 'rule_out: [iop]', 'rule_out: [outpatient]', 'by id'],
  ['dimension', shipped('functioning.yaml'), 'main_condition: ocd', 'main_condition: { from: ocd }', 'by id'],
  ['dimension', shipped('functioning.yaml'), 'at_least: 3\n', "at_least: '3'\n", 'always'],
  ['dimension', shipped('functioning.yaml'), 'symptom_severity: mild\n', 'level: iop\n', 'always'],
  [
    'dimension',
    shipped('functioning.yaml'),
    '- functioning.cannot-care-for-self',
    '- functioning.family',
    'by id',
  ],
  ['guarantees', shipped('guarantees.yaml'), 'expect: { level: inpatient }', 'expect: {}', 'always'],
  ['guarantees', shipped('guarantees.yaml'), 'never_lowers: all_ordered', 'never_lowers: all', 'always'],
  ['guarantees', shipped('guarantees.yaml'), 'held_fixed: [care_now]', 'held_fixed: [care]', 'by id'],
  ['guarantees', shipped('guarantees.yaml'), '    whatever:', '    never_matters:', 'always'],
  ['examples', EXAMPLES, 'highest: php, ', '', 'always'],
  ['examples', EXAMPLES, 'lowest: iop', 'level: iop', 'always'],
  ['examples', EXAMPLES, 'given:', 'shared:', 'always'],
  ['examples', EXAMPLES, 'safety.active-thoughts', 'safety.safety-plan', 'by id'],
  ['examples', EXAMPLES, 'includes', 'include', 'always'],
  ['vignettes', shipped('vignettes/iop.yaml'), 'teaches:', 'teach:', 'always'],
  ['vignettes', shipped('vignettes/iop.yaml'), 'level: iop', 'level: [iop]', 'always'],
  [
    'vignettes',
    shipped('vignettes/iop.yaml'),
    'rule: safety.active-thoughts',
    'rule: safety.safety-plan',
    'by id',
  ],
  [
    'vignettes',
    shipped('vignettes/iop.yaml'),
    'suicidal_thoughts: active',
    'suicidal_thoughts: often',
    'by id',
  ],
  ['vignettes', shipped('vignettes/iop.yaml'), 'given:', 'shared:', 'always'],
  ['vignettes', shipped('vignettes/published.yaml'), 'assigned:', 'level:', 'always'],
  ['vignettes', shipped('vignettes/unlikely.yaml'), 'when:', 'if:', 'always'],
  ['vignettes', shipped('vignettes/unlikely.yaml'), 'care_now: inpatient', 'care_now: hospital', 'by id'],
  ['case', CASE, 'suicidal_thoughts: none', 'suicidal_thoughts: never', 'by id'],
  ['case', CASE, 'attendance', 'attendence', 'by id'],
  ['case', CASE, 'answers', 'answer', 'always'],
];

describe('a mistake', () => {
  test.each(MISTAKES)('in a %s file is refused (%#)', (kind, text, from, to, tells) => {
    expect(text).toContain(from);
    const mistaken: unknown = parse(text.replace(from, to));
    expect(checkOf(kind, adult)(parse(text))).toEqual([]);
    expect(checkOf(kind, adult)(mistaken)).not.toEqual([]);
    expect(checkOf(kind)(mistaken).length > 0).toBe(tells === 'always');
  });

  test('that only one rule set can have depends on that rule set', () => {
    const content: unknown = parse(shipped('safety.yaml'));
    expect(checkOf('dimension', ruleSetOf(SETS.small))(content)).not.toEqual([]);
  });
});

describe('the schema and the loader', () => {
  /** The keys that the loader knows of a part, and those it misses in an empty one. */
  function keysOf(part: Part) {
    const known = checkAgainstSchema(part, { 'no such key': 1 }).issues.flatMap((issue) =>
      issue.kind === 'unknown-key' ? issue.known : [],
    );
    const required = checkAgainstSchema(part, {}).issues.flatMap((issue) =>
      issue.kind === 'type' ? [String(issue.path[0])] : [],
    );
    return { known: known.toSorted(), required: required.toSorted() };
  }

  function at(kind: SchemaKind, ...path: string[]) {
    let place: unknown = jsonSchema(kind, undefined);
    for (const step of path) place = Object(place)[step];
    const { properties, required } = Object(place);
    // A rule needs its condition, which the loader reads by itself.
    return { known: Object.keys(properties).sort(), required: [...(required ?? [])].sort() };
  }

  test.each<[Part, SchemaKind, string[]]>([
    ['header', 'rule-set', []],
    ['level', 'rule-set', ['properties', 'levels', 'items']],
    ['source', 'rule-set', ['properties', 'sources', 'items']],
    ['decision', 'rule-set', ['properties', 'decisions', 'items']],
    ['override', 'rule-set', ['properties', 'overrides', 'items']],
    ['dimension', 'dimension', []],
    ['question', 'dimension', ['properties', 'questions', 'items']],
    ['rule', 'dimension', ['properties', 'rules', 'items']],
    ['guarantees', 'guarantees', []],
    ['guarantee', 'guarantees', ['properties', 'guarantees', 'items']],
  ])('know the same keys of a %s', (part, kind, path) => {
    expect(at(kind, ...path)).toEqual(keysOf(part));
  });

  test.each(SCHEMA_KINDS)('of a %s file is draft 7 and says what it is for', (kind) => {
    expect(jsonSchema(kind, adult)).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: `carestep, ${kind} file of adult 1.0.0`,
    });
  });
});
