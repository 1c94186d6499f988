import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readExamples } from '../src/rule-set/read-examples.ts';
import { readVignettes } from '../src/rule-set/read-vignettes.ts';
import { adult } from './adult-rule-set.ts';

function filesOf(folder: string) {
  const path = resolve(import.meta.dirname, '../rules/adult', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(path, name), 'utf8') }));
}

/** The vignettes of the shipped rule set, what is unlikely in it, and whatever is wrong with their files. */
export const adultVignettes = readVignettes(
  filesOf('vignettes'),
  adult,
  readExamples(filesOf('examples'), adult).examples,
);
