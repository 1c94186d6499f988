import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readExamples } from '../../src/rule-set/read-examples.ts';
import { adult } from '../adult-rule-set.ts';

const folder = resolve(import.meta.dirname, '../../rules/adult/examples');

/** The shipped examples, read from their files. */
export const adultExamples = readExamples(
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') })),
  adult,
);
