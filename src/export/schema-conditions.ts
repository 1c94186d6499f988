import type { Question, RuleSet } from '../core/rule-set.ts';
import {
  answerIds,
  described,
  type JsonSchema,
  list,
  mapping,
  NOTHING,
  RULE_ID,
  type SchemaIds,
  WORD,
} from './schema-ids.ts';

/** A reference to one of the definitions that every schema of a rule set's files carries. */
export const REFERENCES = {
  condition: { $ref: '#/definitions/condition' },
  adviseCondition: { $ref: '#/definitions/advise_condition' },
  levels: { $ref: '#/definitions/levels' },
  citations: { $ref: '#/definitions/citations' },
} as const satisfies Record<string, JsonSchema>;

/** The definitions that `REFERENCES` lead to. */
export function definitions(ids: SchemaIds): JsonSchema {
  const { levels, adviseCondition } = REFERENCES;
  return {
    condition: conditionOf(ids.ruleSet, REFERENCES.condition, {}),
    advise_condition: conditionOf(ids.ruleSet, adviseCondition, {
      level: described('Holds if every level still possible is one of these.', levels),
      rests_on: described(
        'Holds if without these rules the level would be lower.',
        list(ids.levelRule, { uniqueItems: true }),
      ),
    }),
    levels: testOf(ids.level, true),
    citations: list(
      mapping(
        {
          document: described('The id of a source.', ids.source),
          section: described('A heading in it.', { type: 'string', pattern: '\\S' }),
        },
        ['document'],
      ),
    ),
  };
}

/** A condition whose parts are conditions of the same kind; `extra` keys stand beside questions. */
export function conditionOf(
  ruleSet: RuleSet | undefined,
  part: JsonSchema,
  extra: { readonly [key: string]: JsonSchema },
): JsonSchema {
  const words = {
    all: described('All of these conditions hold.', list(part)),
    any: described('At least one of these conditions holds.', list(part)),
    none: described('None of these conditions holds.', list(part)),
    count: described(
      'At least so many of these conditions hold.',
      mapping({ at_least: { type: 'integer', minimum: 1 }, of: list(part) }, ['at_least', 'of']),
    ),
    ...extra,
  };
  if (ruleSet === undefined) {
    const reserved = ['level', 'rests_on'].filter((word) => !(word in extra));
    return {
      type: 'object',
      minProperties: 1,
      properties: { ...words, ...Object.fromEntries(reserved.map((word) => [word, NOTHING])) },
      propertyNames: WORD,
      additionalProperties: testOf(WORD, true),
    };
  }
  const questions = ruleSet.questions.map((question) => [question.id, questionTest(question)]);
  return mapping({ ...Object.fromEntries(questions), ...words }, [], { minProperties: 1 });
}

function questionTest(question: Question): JsonSchema {
  const answers = question.answers.map(({ id, label }) => `${id}: ${label}`).join('\n');
  return described(
    `${question.title}. ${question.prompt}\n\n${answers}`,
    testOf(answerIds(question), question.ordered),
  );
}

/** One name, a list of names, or where they are ordered a range of them. */
export function testOf(name: JsonSchema, isOrdered: boolean): JsonSchema {
  const range = mapping(
    {
      from: described('This one or a more serious one.', name),
      up_to: described('This one or a less serious one.', name),
    },
    [],
    { minProperties: 1 },
  );
  return { anyOf: [name, list(name, { uniqueItems: true }), ...(isOrdered ? [range] : [])] };
}

/** One of several rules of which one must hold, joined by `|`. */
export function ruleAlternatives(ids: SchemaIds): JsonSchema {
  const one = ids.levelRule;
  const id = RULE_ID.pattern.slice(1, -1);
  return { anyOf: [one, { type: 'string', pattern: `^${id}(\\|${id})+$` }] };
}
