import { parse } from 'yaml';
import { z } from 'zod';
import type { NamedFile } from '../seeded-adult.ts';

/** A condition as YAML gives it: keys to tests or to further conditions. */
export type RawCondition = Readonly<Record<string, unknown>>;

const condition = z.record(z.string(), z.unknown());
const question = z.object({
  id: z.string(),
  nominal: z.boolean().default(false),
  applies_when: condition.optional(),
  answers: z.array(z.object({ id: z.string() })),
});
const rule = z.object({
  id: z.string(),
  at_least: z.string().optional(),
  alert: z.string().optional(),
  rule_out: z.array(z.string()).optional(),
  advise: z.string().optional(),
  recheck: z.array(z.string()).optional(),
  when: condition,
});
const guarantee = z.object({
  id: z.string(),
  when: condition.optional(),
  best_elsewhere: z.boolean().default(false),
  any_answer: z.array(z.string()).default([]),
  expect: z.object({ level: z.unknown().optional(), alert: z.boolean().optional() }).optional(),
  never_lowers: z.union([z.literal('all_ordered'), z.array(z.string())]).optional(),
  held_fixed: z.array(z.string()).default([]),
  never_matters: z.array(z.string()).optional(),
  stays: z.unknown().optional(),
  whatever: z.array(z.string()).default([]),
  always_one_level: z.boolean().optional(),
  each_rule_can_matter: z.boolean().optional(),
  each_answer_can_matter: z.boolean().optional(),
  except: z.array(z.object({ question: z.string(), answers: z.array(z.string()) })).default([]),
});
const header = z.object({ levels: z.array(z.object({ id: z.string() })) });
const dimension = z.object({ questions: z.array(question), rules: z.array(rule) });
const guarantees = z.object({ guarantees: z.array(guarantee) });

export type RawQuestion = z.output<typeof question>;
export type RawRule = z.output<typeof rule>;
export type RawGuarantee = z.output<typeof guarantee>;

/** A rule set straight from its YAML, read without anything of carestep. */
export interface RawRuleSet {
  readonly levels: readonly string[];
  readonly questions: readonly RawQuestion[];
  readonly rules: readonly RawRule[];
  readonly guarantees: readonly RawGuarantee[];
}

export function readRaw(files: readonly NamedFile[]): RawRuleSet {
  const parsed = files.map(({ path, text }): readonly [string, unknown] => [path, parse(text)]);
  const [headers, others] = [parsed.filter(([path]) => path === 'rule-set.yaml'), parsed.filter(isDimension)];
  const dimensions = others.map(([, content]) => dimension.parse(content));
  const stated = parsed
    .filter(([path]) => path === 'guarantees.yaml')
    .map(([, content]) => guarantees.parse(content));
  return {
    levels: headers.flatMap(([, content]) => header.parse(content).levels.map(({ id }) => id)),
    questions: dimensions.flatMap((file) => file.questions),
    rules: dimensions.flatMap((file) => file.rules),
    guarantees: stated.flatMap((file) => file.guarantees),
  };
}

function isDimension([path]: readonly [string, unknown]): boolean {
  return path !== 'rule-set.yaml' && path !== 'guarantees.yaml';
}
