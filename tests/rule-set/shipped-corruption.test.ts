import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/rule-set/content-hash.ts';
import { type LoadedRuleSet, linkFiles, readFile } from '../../src/rule-set/load.ts';
import { apart, SHIPPED_FILES, type Token, tokensOfFile, withX } from './shipped-tokens.ts';

const files = SHIPPED_FILES.map(readFile);
const shipped = linkFiles(files);

/** The shipped rule set with an `x` more in each of the tokens of one file. */
function loadWith(path: string, text: string, tokens: readonly Token[]): LoadedRuleSet {
  const corrupted = readFile({ path, text: withX(text, tokens) });
  return linkFiles(files.map((file) => (file.path === path ? corrupted : file)));
}

function hashOf({ ruleSet }: LoadedRuleSet): string | undefined {
  return ruleSet && contentHash(ruleSet, (text) => createHash('sha256').update(text).digest('hex'));
}

function isLocated({ diagnostics }: LoadedRuleSet, { place }: Token): boolean {
  const { path, line, column } = place;
  return diagnostics.some((found) => found.path === path && found.line === line && found.column === column);
}

/** The tokens of which no diagnostic gives the place, when those of a group are corrupted together. */
function lostIn(path: string, text: string, groups: readonly (readonly Token[])[]): readonly string[] {
  return groups.flatMap((group) => {
    const loaded = loadWith(path, text, group);
    const lost = group.filter((token) => !isLocated(loaded, token));
    return lost.map(({ place, text: word }) => `${place.line}:${place.column} ${word}`);
  });
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test('the shipped files have no finding', () => {
  expect(shipped.diagnostics).toEqual([]);
});

describe('one letter more in any id of the shipped files', () => {
  const unchanged = hashOf(shipped);
  const outcomes = { located: 0, offered: 0, changed: 0 };

  test.each(SHIPPED_FILES)(
    '$path',
    ({ path, text }) => {
      const missed: string[] = [];
      for (const token of tokensOfFile(path, text).filter(({ kind }) => kind === 'id')) {
        const loaded = loadWith(path, text, [token]);
        const hash = hashOf(loaded);
        // The old name is found where it is used, and the new one is offered there.
        const offered = loaded.diagnostics.every(({ help }) => help?.includes(`${token.text}x`));
        if (isLocated(loaded, token)) outcomes.located++;
        else if (loaded.diagnostics.length > 0 && offered) outcomes.offered++;
        else if (hash !== undefined && hash !== unchanged) outcomes.changed++;
        else missed.push(`${token.place.line}:${token.place.column} ${token.text}`);
      }
      expect(missed).toEqual([]);
    },
    60_000,
  );

  test('were many, of each outcome some', () => {
    expect(outcomes.located + outcomes.offered + outcomes.changed).toBeGreaterThan(250);
    expect(outcomes.offered).toBeGreaterThan(50);
    expect(outcomes.changed).toBeGreaterThan(50);
  });
});

describe('one letter more in any reference or word of a condition of the shipped files', () => {
  let tried = 0;

  test.each(SHIPPED_FILES)(
    '$path',
    ({ path, text }) => {
      const words = tokensOfFile(path, text).filter(({ kind }) => kind === 'word');
      tried += words.length;
      // One in each question, rule or level at a time, since each of these is checked by itself.
      expect(
        lostIn(
          path,
          text,
          apart(words, ({ part }) => part),
        ),
      ).toEqual([]);
    },
    60_000,
  );

  test('were many', () => {
    expect(tried).toBeGreaterThan(800);
  });
});

describe('one letter more in any fixed key of the shipped files', () => {
  let tried = 0;

  test.each(SHIPPED_FILES)(
    '$path',
    ({ path, text }) => {
      const keys = tokensOfFile(path, text).filter(({ kind }) => kind === 'key');
      tried += keys.length;
      const names = [...new Set(keys.map((token) => token.text))];
      // All keys of one name at a time, but one in a line.
      const groups = names.flatMap((name) =>
        apart(
          keys.filter((token) => token.text === name),
          ({ place }) => String(place.line),
        ),
      );
      expect(lostIn(path, text, groups)).toEqual([]);
    },
    60_000,
  );

  test('were many', () => {
    expect(tried).toBeGreaterThan(1000);
  });
});

describe('one letter more in any text of the shipped files', () => {
  let tried = 0;

  test.each(SHIPPED_FILES)('$path', ({ path, text }) => {
    const prose = tokensOfFile(path, text).filter(({ kind }) => kind === 'text');
    tried += prose.length;
    const changed = tokensOfFile(path, withX(text, prose)).filter(({ kind }) => kind === 'text');
    expect(changed).toHaveLength(prose.length);
    // All at once: each text stands in the rule set by itself, and the hash is taken over all of them.
    const left = textsIn(loadWith(path, text, prose).ruleSet).map((found) => found.trim());
    for (const [index, token] of changed.entries()) {
      expect(token.text).not.toBe(prose[index]?.text);
      const at = left.indexOf(token.text.trim());
      expect(at, token.text).toBeGreaterThanOrEqual(0);
      left.splice(at, 1);
    }
  });

  test('were many', () => {
    expect(tried).toBeGreaterThan(700);
  });
});
