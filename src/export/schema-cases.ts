import { UNKNOWN } from '../core/answers.ts';
import { EXPECTED_LISTS, type ExpectedList } from '../core/example.ts';
import { NOT_APPLICABLE } from '../core/outcome.ts';
import { alertOf } from '../core/rule-set.ts';
import { ruleAlternatives } from './schema-conditions.ts';
import { described, type JsonSchema, mapping, NOTHING, type SchemaIds, TEXT, WORD } from './schema-ids.ts';

/** The schema of a file of examples: a list, or `given` answers and the examples that share them. */
export function examplesFile(ids: SchemaIds): JsonSchema {
  const examples = { type: 'array', items: example(ids) };
  const shared = mapping(
    {
      given: described('Answers that hold for every example of the file.', answersOf(ids, [UNKNOWN])),
      examples,
    },
    ['examples'],
  );
  return { anyOf: [examples, shared] };
}

/** The schema of a YAML or JSON file with one case or a list of them. */
export function caseFile(ids: SchemaIds): JsonSchema {
  // Keys beside these are allowed: they are not read.
  const one = {
    type: 'object',
    properties: {
      id: { type: ['string', 'integer'] },
      answers: described('A question left out is open.', answersOf(ids, [UNKNOWN, '', null])),
    },
    required: ['answers'],
  };
  return { anyOf: [one, { type: 'array', items: one }] };
}

function example(ids: SchemaIds): JsonSchema {
  return {
    type: 'object',
    properties: {
      id: TEXT,
      story: described('The case in a sentence.', TEXT),
      answers: described('Absent or `unknown` leaves a question open.', answersOf(ids, [UNKNOWN])),
      expect: described('What is not named is not compared.', expectation(ids)),
    },
    required: ['id', 'answers'],
  };
}

/** Answers by question; `open` is what else may stand for an answer. */
export function answersOf({ ruleSet }: SchemaIds, open: readonly (string | null)[]): JsonSchema {
  if (ruleSet === undefined) {
    return {
      type: 'object',
      propertyNames: WORD,
      additionalProperties: { anyOf: [WORD, { enum: open }] },
    };
  }
  const questions = ruleSet.questions.map(({ id, title, prompt, answers }) => [
    id,
    described(
      `${title}. ${prompt}\n\n${answers.map((answer) => `${answer.id}: ${answer.label}`).join('\n')}`,
      { enum: [...answers.map((answer) => answer.id), ...open] },
    ),
  ]);
  return mapping(Object.fromEntries(questions), []);
}

function expectation(ids: SchemaIds): JsonSchema {
  const lists = EXPECTED_LISTS.map((name) => [name, expectedIds(listed(name, ids))]);
  return mapping(
    {
      level: described('The one level.', ids.level),
      lowest: described('The lowest level still possible.', ids.level),
      highest: described('The highest level still possible.', ids.level),
      ...Object.fromEntries(lists),
    },
    [],
    {
      minProperties: 1,
      dependencies: {
        level: { not: { anyOf: [{ required: ['lowest'] }, { required: ['highest'] }] } },
        lowest: ['highest'],
        highest: ['lowest'],
      },
    },
  );
}

/** Exactly these ids, or what must and must not be among them. */
function expectedIds(id: JsonSchema): JsonSchema {
  const some = { type: 'array', items: id, uniqueItems: true };
  return { anyOf: [some, mapping({ includes: some, excludes: some }, [], { minProperties: 1 })] };
}

/** The ids that may stand in a list of an outcome. */
function listed(name: ExpectedList, ids: SchemaIds): JsonSchema {
  switch (name) {
    case 'reasons':
      return ruleAlternatives(ids);
    case 'alerts':
      return ids.rule((rule) => alertOf(rule) !== undefined);
    case 'advice':
      return ids.rule(({ kind }) => kind === 'advise');
    case 'rechecks': {
      const own = ids.rule(({ kind }) => kind === 'recheck');
      return { anyOf: [own, notApplicable(ids)] };
    }
    case 'open':
      return ids.question;
    default:
      return name satisfies never;
  }
}

/** The rechecks that carestep makes itself. */
function notApplicable({ ruleSet }: SchemaIds): JsonSchema {
  const conditional = ruleSet?.questions.filter(({ appliesWhen }) => appliesWhen !== undefined);
  if (conditional === undefined) {
    return { type: 'string', pattern: `^${NOT_APPLICABLE.replace('.', '\\.')}[a-z][a-z0-9_]*$` };
  }
  return conditional.length === 0 ? NOTHING : { enum: conditional.map(({ id }) => `${NOT_APPLICABLE}${id}`) };
}
