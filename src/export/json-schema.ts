import type { RuleSet } from '../core/rule-set.ts';
import { caseFile, examplesFile } from './schema-cases.ts';
import { definitions } from './schema-conditions.ts';
import { dimensionFile } from './schema-dimension.ts';
import { guaranteesFile } from './schema-guarantees.ts';
import { type JsonSchema, type SchemaIds, schemaIds } from './schema-ids.ts';
import { ruleSetFile } from './schema-rule-set.ts';
import { vignettesFile } from './schema-vignettes.ts';

/** The kinds of files that a schema is made for. */
export const SCHEMA_KINDS = ['rule-set', 'dimension', 'guarantees', 'examples', 'vignettes', 'case'] as const;

export type SchemaKind = (typeof SCHEMA_KINDS)[number];

const FILES = {
  'rule-set': ruleSetFile,
  dimension: dimensionFile,
  guarantees: guaranteesFile,
  examples: examplesFile,
  vignettes: vignettesFile,
  case: caseFile,
} as const satisfies Record<SchemaKind, (ids: SchemaIds) => JsonSchema>;

/**
 * A JSON Schema (draft 7, the newest that every editor with the YAML language server reads) for one kind of file. With
 * a rule set, it knows the ids of its questions, answers, levels, sources and rules; without, only how an id looks.
 */
export function jsonSchema(kind: SchemaKind, ruleSet: RuleSet | undefined): JsonSchema {
  const ids = schemaIds(ruleSet);
  const of = ruleSet === undefined ? 'any rule set' : `${ruleSet.id} ${ruleSet.version}`;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `carestep, ${kind} file of ${of}`,
    ...FILES[kind](ids),
    definitions: definitions(ids),
  };
}
