/** Runs every example of the pages and writes what it prints into the page. Read the difference before you commit it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesOf, FreshClone, pages, readPage } from './shell-examples.mjs';

for (const page of pages) {
  // Each page is followed from its beginning by somebody who has read no other.
  const clone = new FreshClone();
  const lines = readPage(page).split('\n');
  const results = examplesOf(readPage(page)).map((example) => ({
    ...example,
    printed: clone.run(example).output.trimEnd(),
  }));
  // Written from the end, so that the lines of the examples above stay where they are.
  for (const { last, output, printed } of results.reverse()) {
    lines.splice(last, output.split('\n').length - 1, ...(printed === '' ? [] : printed.split('\n')));
  }
  const text = lines.join('\n');
  if (text !== readPage(page)) {
    writeFileSync(join(import.meta.dirname, '..', page), text);
    process.stdout.write(`${page} has new outputs\n`);
  }
  clone.remove();
}
