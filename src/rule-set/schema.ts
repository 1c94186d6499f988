import { z } from 'zod';
import { MAX_ANSWERS } from '../core/rule-set.ts';
import type { Node, Path } from './node.ts';

const text = z.string().trim().regex(/\S/, { error: 'blank' });
const word = z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'small letters, digits and underscores' });
const kebab = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { error: 'small letters, digits and hyphens' });
const ruleId = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z0-9]+(?:-[a-z0-9]+)*$/, {
  error: 'a prefix, a dot, and words set apart by hyphens',
});
/** An id of something else: whether it exists is the linker's business. */
const reference = z.string();
/** Left to `read-condition.ts`. */
const condition = z.custom<Node>((value) => value !== undefined);
/** Entries that are checked one by one, so that a mistake in one hides nothing in the others. */
const entries = (least: number) => z.array(z.unknown()).min(least);

const citation = z.strictObject({ document: reference, section: text.optional() });
const citations = z.array(citation).min(1);

const parent = z.strictObject({
  rule_set: kebab,
  version: text,
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/, { error: '64 hexadecimal digits' }),
});

const header = z.strictObject({
  rule_set: kebab,
  version: text,
  parent: parent.optional(),
  title: text,
  intended_users: text,
  population: text,
  not_for: z.array(text).min(1),
  demographics: text,
  validation: text,
  time_frame: text,
  emergency: text,
  levels: entries(2).max(MAX_ANSWERS),
  dimensions: z.array(reference).min(1),
  sources: entries(1),
  decisions: entries(1).optional(),
  overrides: entries(1).optional(),
});

const days = z.int().min(1);

const level = z.strictObject({
  id: word,
  name: text,
  place: text,
  dose: text,
  suited_for: text,
  length: text,
  week: text,
  review: text,
  review_days: z.strictObject({ first: days, every: days }).optional(),
  next_step: text,
  sources: citations,
});

const source = z.strictObject({
  id: kebab,
  title: text,
  citation: text,
  date: text.optional(),
  url: text.optional(),
});

const decision = z.strictObject({ topic: text, chosen: text, because: text, sources: citations });

const override = z.strictObject({ id: word, label: text });

const dimension = z.strictObject({
  dimension: reference,
  title: text,
  rule_prefix: kebab.optional(),
  questions: entries(1),
  rules: entries(1),
});

const answer = z.strictObject({
  id: word,
  label: text,
  means: text,
  phrase: text,
  usual: z.int().min(1).optional(),
});

const acceptances = z.array(z.strictObject({ finding: reference, because: text })).min(1);

const question = z.strictObject({
  id: word,
  title: text,
  prompt: text,
  window: text,
  help: text,
  nominal: z.literal(true).optional(),
  history: z.literal(true).optional(),
  group: word.optional(),
  applies_when: condition.optional(),
  answers: z.array(answer).min(2).max(MAX_ANSWERS),
  accept: acceptances.optional(),
});

const rule = z.strictObject({
  id: ruleId,
  at_least: reference.optional(),
  alert: text.optional(),
  rule_out: z.array(reference).min(1).optional(),
  advise: text.optional(),
  recheck: z.array(reference).min(2).optional(),
  when: condition,
  because: text,
  sources: citations,
  basis: z.literal('practice').optional(),
  accept: acceptances.optional(),
});

const guarantees = z.strictObject({ guarantees: entries(1) });

/** Left to `read-claim.ts`: a level test, or one word instead of a list. */
const several = z.unknown();

const guarantee = z.strictObject({
  id: kebab,
  says: text,
  when: condition.optional(),
  best_elsewhere: z.literal(true).optional(),
  any_answer: z.array(reference).min(1).optional(),
  expect: z.strictObject({ level: several.optional(), alert: several.optional() }).optional(),
  never_lowers: z.union([z.string(), z.array(reference).min(1)]).optional(),
  held_fixed: z.array(reference).min(1).optional(),
  never_matters: z.array(reference).min(1).optional(),
  stays: several.optional(),
  whatever: z.array(reference).min(1).optional(),
  always_one_level: z.literal(true).optional(),
  each_rule_can_matter: z.literal(true).optional(),
  each_answer_can_matter: z.literal(true).optional(),
  except: z
    .array(z.strictObject({ question: reference, answers: z.array(reference).min(2), because: text }))
    .min(1)
    .optional(),
});

/** The fixed keys of each part of the files and the types of their values. */
const SCHEMAS = {
  header,
  level,
  source,
  decision,
  override,
  dimension,
  question,
  rule,
  guarantees,
  guarantee,
} as const;

export type Part = keyof typeof SCHEMAS;

/** What a part looks like once its keys and types are checked. */
export type Shape<P extends Part> = z.output<(typeof SCHEMAS)[P]>;

/** Keys whose value is a condition, which is handed on as a node. */
export const CONDITION_KEYS: ReadonlySet<string> = new Set(['when', 'applies_when']);

/** Keys whose value is a sentence for people. */
export const PROSE_KEYS: ReadonlySet<string> = new Set(
  [...Object.values(SCHEMAS), answer, citation].flatMap(({ shape }) =>
    Object.entries(shape).flatMap(([key, value]) => (prose(value) ? [key] : [])),
  ),
);

function prose(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional) return prose(schema.unwrap());
  if (schema instanceof z.ZodArray) return prose(schema.element);
  return schema === text;
}

/** One way in which a part differs from its schema. */
export type ShapeIssue =
  | {
      readonly kind: 'unknown-key';
      readonly path: Path;
      readonly key: string;
      readonly known: readonly string[];
    }
  /** The value is missing or of another type. */
  | { readonly kind: 'type'; readonly path: Path; readonly expected: string }
  | { readonly kind: 'value'; readonly path: Path; readonly expected: string }
  /** Not a whole number, or below 1. */
  | { readonly kind: 'number'; readonly path: Path }
  | { readonly kind: 'too-few' | 'too-many'; readonly path: Path; readonly limit: number }
  | { readonly kind: 'blank'; readonly path: Path }
  | { readonly kind: 'bad-id'; readonly path: Path; readonly expected: string };

/** Checks plain values against the schema of a part. */
export function checkAgainstSchema<P extends Part>(
  part: P,
  value: unknown,
): { readonly shape?: Shape<P>; readonly issues: readonly ShapeIssue[] } {
  const schemas: { readonly [Q in Part]: z.ZodType<Shape<Q>> } = SCHEMAS;
  const result = schemas[part].safeParse(value);
  if (result.success) return { shape: result.data, issues: [] };
  return { issues: result.error.issues.flatMap((issue) => shapeIssues(issue, part)) };
}

function shapeIssues(issue: z.core.$ZodIssue, part: Part): ShapeIssue[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        kind: 'unknown-key',
        path,
        key,
        known: keysAt(SCHEMAS[part], path),
      }));
    case 'invalid_value':
      return [{ kind: 'value', path, expected: issue.values.join(' or ') }];
    case 'too_small':
      if (issue.origin === 'number') return [{ kind: 'number', path }];
      return [{ kind: 'too-few', path, limit: Number(issue.minimum) }];
    case 'too_big':
      return [{ kind: 'too-many', path, limit: Number(issue.maximum) }];
    case 'invalid_format':
      if (issue.message === 'blank') return [{ kind: 'blank', path }];
      return [{ kind: 'bad-id', path, expected: issue.message }];
    case 'invalid_type':
      if (issue.expected === 'int') return [{ kind: 'number', path }];
      return [{ kind: 'type', path, expected: issue.expected }];
    default:
      return [{ kind: 'type', path, expected: 'object' }];
  }
}

function keysAt(schema: unknown, path: Path): readonly string[] {
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return keysAt(schema.element, path.slice(1));
  if (!(schema instanceof z.ZodObject)) return [];
  const [key, ...rest] = path;
  return key === undefined ? Object.keys(schema.shape) : keysAt(schema.shape[String(key)], rest);
}
