import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copiedHeader } from '../../src/rule-set/copied-header.ts';

const parent = { id: 'adult', version: "1.0's", fingerprint: '0a'.repeat(32) };
const BEGINNING = `# A comment stays.
rule_set: adult # this one goes
version: '1.0.0'
parent:
  rule_set: older
  version: '0.9.0'
title: A title
`;

describe('the header of a copy', () => {
  test('has its own id and version, and names its parent in the place of the old one', () => {
    expect(copiedHeader(BEGINNING, { id: 'mine', version: '0.1.0', parent })).toBe(`# A comment stays.
rule_set: mine
version: '0.1.0'
parent:
  rule_set: adult
  version: '1.0''s'
  fingerprint: '${'0a'.repeat(32)}'
title: A title
`);
  });

  test('names no parent where the copy is a beginning', () => {
    expect(copiedHeader(BEGINNING, { id: 'mine', version: '0.1.0' })).toBe(`# A comment stays.
rule_set: mine
version: '0.1.0'
title: A title
`);
  });

  test('leaves keys of the same name further in alone', () => {
    const text = "version: '2'\nrule_set: a\nlevels:\n  - version: x\n    parent: y\n";
    expect(copiedHeader(text, { id: 'b', version: '3' })).toBe(
      "rule_set: b\nversion: '3'\nlevels:\n  - version: x\n    parent: y\n",
    );
  });

  test('keeps every other line of the shipped set', () => {
    const shipped = readFileSync(resolve(import.meta.dirname, '../../rules/adult/rule-set.yaml'), 'utf8');
    const copy = copiedHeader(shipped, { id: 'mine', version: '0.1.0', parent });
    const rest = (text: string) => text.slice(text.indexOf('\ntitle:'));
    expect(rest(copy)).toBe(rest(shipped));
  });
});
