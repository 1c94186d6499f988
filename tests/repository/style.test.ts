import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const repository = resolve(import.meta.dirname, '../..');
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git']);

/** A name that wants one of these words belongs to its caller, or holds two jobs. */
const FORBIDDEN_WORDS = new Set(
  ['util', 'helper', 'manager', 'service', 'handler', 'data', 'info', 'common', 'misc'].flatMap((word) => [
    word,
    `${word}s`,
  ]),
);

const files = filesOf(repository);
const sources = files.filter((file) => /^src\/.*\.ts$/.test(file));
const code = files.filter((file) => /^(src|tests|scripts|bin)\/.*\.(ts|mjs|js)$/.test(file));

describe('every file of src', () => {
  test('is found', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  test('has at most 250 lines', () => {
    const long = sources.filter((file) => read(file).trimEnd().split('\n').length > 250);
    expect(long, 'a longer file holds two jobs: split it').toEqual([]);
  });

  test('and all it exports has a name that says what it is', () => {
    const vague = sources.flatMap((file) =>
      [basename(file, '.ts'), ...exportedNames(file)]
        .filter((name) => words(name).some((word) => FORBIDDEN_WORDS.has(word)))
        .map((name) => `${file}: ${name}`),
    );
    expect(vague).toEqual([]);
  });

  test('leaves the compiler its eyes', () => {
    expect(sources.flatMap(silencedChecks), 'no any, no non-null assertion, no cast').toEqual([]);
  });
});

describe('the text of the repository', () => {
  test('switches no check off in a comment', () => {
    const marks = ['@ts-', 'biome-', 'eslint-', 'v8 '].map(
      (tool) => new RegExp(`${tool}(ignore|expect-error|nocheck|disable)`),
    );
    expect(code.filter((file) => marks.some((mark) => mark.test(read(file))))).toEqual([]);
  });

  test('names no path of a machine', () => {
    // Put together here so that this file does not name them either.
    const paths = ['work', 'tmp', 'root'].map((folder) => `/${folder}/`);
    const named = files.flatMap((file) => {
      const text = read(file);
      return paths
        .filter((path) => new RegExp(`(^|[\\s'"\`(=:])${path}`, 'm').test(text))
        .map((path) => `${file}: ${path}`);
    });
    expect(files.length).toBeGreaterThan(50);
    expect(named).toEqual([]);
  });

  test('leaves nothing for later', () => {
    const later = new RegExp(
      `\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['X', 'XX'].join('')})\\b`,
    );
    expect(files.filter((file) => later.test(read(file)))).toEqual([]);
  });
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : filesOf(path);
    return entry.isFile() ? [relative(repository, path).replaceAll('\\', '/')] : [];
  });
}

function read(file: string): string {
  return readFileSync(join(repository, file), 'utf8');
}

function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, read(file), ts.ScriptTarget.ESNext, true);
}

function exportedNames(file: string): string[] {
  return [...read(file).matchAll(/^export (?:async )?(?:abstract )?\w+\*? (\w+)/gm)].flatMap(
    ([, name]) => name ?? [],
  );
}

function silencedChecks(file: string): string[] {
  const source = parsed(file);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isSilenced(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.getText().split('\n')[0] ?? ''}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isSilenced(node: ts.Node): boolean {
  if (node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node)) return true;
  if (ts.isTypeAssertionExpression(node)) return true;
  return ts.isAsExpression(node) && node.type.getText() !== 'const';
}
