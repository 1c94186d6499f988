import { isLevelRule, type Question, type Rule, type RuleSet } from '../core/rule-set.ts';

/** A part of a JSON Schema. */
export interface JsonSchema {
  readonly [keyword: string]: JsonValue;
}

type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonSchema;

/** A sentence for people, which is not blank. */
export const TEXT = { type: 'string', pattern: '\\S' } as const satisfies JsonSchema;
export const WORD = { type: 'string', pattern: '^[a-z][a-z0-9_]*$' } as const satisfies JsonSchema;
export const KEBAB = {
  type: 'string',
  pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
} as const satisfies JsonSchema;
export const RULE_ID = {
  type: 'string',
  pattern: '^[a-z][a-z0-9-]*\\.[a-z0-9]+(-[a-z0-9]+)*$',
} as const satisfies JsonSchema;

/** For a place where nothing can be written. */
export const NOTHING = { not: {} } as const satisfies JsonSchema;

/** What may be written where something is named: the ids of a rule set, or without one whatever could be an id. */
export interface SchemaIds {
  readonly ruleSet: RuleSet | undefined;
  readonly level: JsonSchema;
  /** Levels that can be ruled out. */
  readonly innerLevel: JsonSchema;
  readonly dimension: JsonSchema;
  readonly source: JsonSchema;
  readonly question: JsonSchema;
  readonly orderedQuestion: JsonSchema;
  /** The ids of rules that belong; all of them unless something is asked of them. */
  readonly rule: (belongs?: (rule: Rule) => boolean) => JsonSchema;
  readonly levelRule: JsonSchema;
}

export function schemaIds(ruleSet: RuleSet | undefined): SchemaIds {
  const ids = (named: readonly { readonly id: string }[] | undefined, form: JsonSchema): JsonSchema => {
    if (named === undefined) return form;
    return named.length === 0 ? NOTHING : { enum: named.map(({ id }) => id) };
  };
  const rule = (belongs: (rule: Rule) => boolean = () => true) =>
    ids(ruleSet?.rules.filter(belongs), RULE_ID);
  return {
    ruleSet,
    level: ids(ruleSet?.levels, WORD),
    innerLevel: ids(ruleSet?.levels.slice(1, -1), WORD),
    dimension: ids(ruleSet?.dimensions, WORD),
    source: ids(ruleSet?.sources, KEBAB),
    question: ids(ruleSet?.questions, WORD),
    orderedQuestion: ids(
      ruleSet?.questions.filter(({ ordered }) => ordered),
      WORD,
    ),
    rule,
    levelRule: rule(isLevelRule),
  };
}

/** The answers of a question as an editor offers them. */
export function answerIds({ answers }: Question): JsonSchema {
  return { enum: answers.map(({ id }) => id) };
}

/** A mapping with these keys and no others. */
export function mapping(
  properties: { readonly [key: string]: JsonSchema },
  required: readonly string[],
  more: JsonSchema = {},
): JsonSchema {
  return {
    type: 'object',
    properties,
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    ...more,
  };
}

export function list(items: JsonSchema, more: JsonSchema = {}): JsonSchema {
  return { type: 'array', items, minItems: 1, ...more };
}

/** The same with a sentence that an editor shows beside it. */
export function described(description: string, schema: JsonSchema): JsonSchema {
  return { description, ...schema };
}
