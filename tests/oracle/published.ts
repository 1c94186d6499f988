import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type CaseCodes, codesOfIds } from './case-codes.ts';

const file = resolve(import.meta.dirname, '../../rules/adult/examples/published.yaml');

const shape = z.array(
  z.object({ id: z.string(), maps_to: z.string(), answers: z.record(z.string(), z.string()) }),
);

/** A published case and the level that its source assigned. */
export interface PublishedCase {
  readonly id: string;
  readonly codes: CaseCodes;
  /** A level, or a word such as `below_inpatient` where the source named none of ours. */
  readonly assigned: string;
}

/** The published cases that ship as examples; residential care counts as inpatient. */
export const PUBLISHED: readonly PublishedCase[] = shape
  .parse(parse(readFileSync(file, 'utf8')))
  .map(({ id, maps_to, answers }) => ({
    id,
    codes: codesOfIds(answers),
    assigned: maps_to === 'residential' ? 'inpatient' : maps_to,
  }));
