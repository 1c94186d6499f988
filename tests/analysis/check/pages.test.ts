import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FINDING_CODES } from '../../../src/rule-set/finding.ts';
import { findingsOf } from './base-rule-set.ts';

const folder = resolve(import.meta.dirname, '../../../docs/findings');

const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => ({ code: name.replace(/\.md$/, ''), text: readFileSync(join(folder, name), 'utf8') }));

/** The YAML under a heading of a page. */
function example(text: string, heading: string): string {
  const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(section) ?? [];
  if (yaml === undefined) throw new Error(`there is no example under ${heading}`);
  return yaml;
}

function codesOf(snippet: string): string[] {
  return findingsOf(snippet)
    .filter(({ accepted }) => accepted === undefined)
    .map(({ code }) => code);
}

describe('the pages of the findings', () => {
  test('are one for each code', () => {
    expect(FINDING_CODES.length).toBeGreaterThan(10);
    expect(pages.map(({ code }) => code).sort()).toEqual([...FINDING_CODES].sort());
  });

  test('are all named on the page that lists them', () => {
    const list = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(FINDING_CODES.filter((code) => !list.includes(`[${code}](${code}.md)`))).toEqual([]);
  });

  test.each(pages)('$code: title, what it is, and why', ({ code, text }) => {
    expect(text.startsWith(`# ${code}\n\n`)).toBe(true);
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
      'Avoid',
      'Prefer',
      'Why',
    ]);
  });

  test.each(pages)('$code: what to avoid is found, and nothing else', ({ code, text }) => {
    expect(codesOf(example(text, 'Avoid'))).toEqual([code]);
  });

  test.each(pages)('$code: in what to prefer nothing is found', ({ text }) => {
    expect(codesOf(example(text, 'Prefer'))).toEqual([]);
  });

  test('stand on a rule set without findings', () => {
    expect(findingsOf('')).toEqual([]);
  });
});
