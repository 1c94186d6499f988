import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readStatements, traceabilityPage, traceabilityProblems } from '../../scripts/traceability.mjs';
import { adult } from '../adult-rule-set.ts';

const folder = resolve(import.meta.dirname, '../../docs/clinical-basis');
const documents = readStatements(readFileSync(join(folder, 'traceability.yaml'), 'utf8'));

describe('what the documents say', () => {
  test('is listed for each of the five documents', () => {
    const counts = documents.map(({ document, sections }) => [
      document,
      sections.flatMap(({ statements }) => statements).length,
    ]);
    expect(counts.map(([document]) => document)).toEqual([
      'bright-horizons',
      'friendly-recovery',
      'mood-anxiety-iop',
      'iop-primer',
      'thrive',
    ]);
    for (const [, count] of counts) expect(count).toBeGreaterThan(15);
  });

  test('is carried by things that exist, and every rule is named where it cites', () => {
    expect(traceabilityProblems(documents, adult)).toEqual([]);
  });

  test('stands on the page as it is now', async () => {
    await expect(traceabilityPage(documents, adult)).toMatchFileSnapshot(join(folder, 'traceability.md'));
  });
});

describe('the check of the list', () => {
  const section = 'opening';
  const changed = (statement: Readonly<Record<string, unknown>>) =>
    traceabilityProblems(
      readStatements(
        JSON.stringify([{ document: 'thrive', sections: [{ section, statements: [statement] }] }]),
      ),
      adult,
    );

  test('names a rule, level, question or decision that does not exist', () => {
    const problems = changed({
      says: 'a',
      rules: ['safety.no-such-rule'],
      levels: ['no-such-level'],
      questions: ['no_such_question'],
      decisions: ['No such decision'],
    });
    for (const name of ['safety.no-such-rule', 'no-such-level', 'no_such_question', 'No such decision']) {
      expect(problems.join('\n')).toContain(`\`${name}\``);
    }
  });

  test('names a statement that nothing carries', () => {
    expect(changed({ says: 'a' })[0]).toContain('names nothing that carries it');
  });

  test('names a rule that cites a passage where no statement names it', () => {
    expect(changed({ says: 'a', levels: ['iop'] }).join('\n')).toContain(
      '`functioning.severe-symptoms` cites thrive',
    );
  });
});
