import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../src/render/diagnostic.ts';
import { createTheme } from '../../src/render/theme.ts';
import { diagnostic } from '../../src/rule-set/diagnostic.ts';
import { loadRuleSet } from '../../src/rule-set/load.ts';

const plain = createTheme({ color: false });
const colored = createTheme({ color: true });

const files = [
  { path: 'rules/rule-set.yaml', text: 'rule_set: small\nversion: 1.0\n' },
  { path: 'rules/safety.yaml', text: 'dimension: safety\ntitle: Safety # first\n' },
];

describe('diagnostics as text', () => {
  test('show what is wrong, where, and what to do', () => {
    const problems = [
      diagnostic(
        'unquoted-version',
        { path: 'rules/rule-set.yaml', line: 2, column: 10, length: 3 },
        'the version `1.0` is not in quotes and could be read as a number',
        "write '1.0'",
      ),
      diagnostic(
        'unused-source',
        { path: 'rules/safety.yaml', line: 2, column: 1, length: 5 },
        'nothing cites the source `guide`',
      ),
    ];
    expect(renderDiagnostics(problems, files, plain)).toMatchInlineSnapshot(`
      "error: the version \`1.0\` is not in quotes and could be read as a number (unquoted-version)
        --> rules/rule-set.yaml:2:10
      2 | version: 1.0
        |          ^^^
        = help: write '1.0'

      warning: nothing cites the source \`guide\` (unused-source)
        --> rules/safety.yaml:2:1
      2 | title: Safety # first
        | ^^^^^

      1 error, 1 warning"
    `);
  });

  test('show the file without a line where there is none', () => {
    const { diagnostics } = loadRuleSet([]);
    expect(renderDiagnostics(diagnostics, [], plain)).toMatchInlineSnapshot(`
      "error: the rule set has no header file (missing-header)
        --> rule-set.yaml:1:1
        = help: add rule-set.yaml with the levels, dimensions and sources

      1 error"
    `);
  });

  test('count what they show', () => {
    const place = { path: 'rules/rule-set.yaml', line: 1, column: 1, length: 8 };
    const two = [diagnostic('bad-id', place, 'first'), diagnostic('bad-id', { ...place, line: 2 }, 'second')];
    expect(renderDiagnostics(two, files, plain).split('\n').at(-1)).toBe('2 errors');
    expect(renderDiagnostics([], files, plain)).toBe('');
  });

  test('mark the place below wide characters and tabs', () => {
    const text = 'title: 安全\t x\n';
    const place = { path: 'a.yaml', line: 1, column: 12, length: 1 };
    const [, , line, mark] = renderDiagnostics(
      [diagnostic('bad-id', place, 'here')],
      [{ path: 'a.yaml', text }],
      plain,
    ).split('\n');
    expect(line).toBe('1 | title: 安全  x');
    expect(mark).toBe('  |              ^');
  });

  test('cut a long line to the part around the place', () => {
    const text = `help: ${'word '.repeat(200)}actve ${'word '.repeat(200)}`;
    const place = { path: 'a.yaml', line: 1, column: text.indexOf('actve') + 1, length: 5 };
    const shown = renderDiagnostics(
      [diagnostic('bad-id', place, 'here')],
      [{ path: 'a.yaml', text }],
      plain,
    ).split('\n');
    const [, , line = '', mark = ''] = shown;
    expect(line.length).toBeLessThan(110);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('actve');
  });

  test('let no control character of a file through', () => {
    const text = 'title: \u001b[31mred\u202e\n';
    const { diagnostics } = loadRuleSet([{ path: 'rule-set.yaml', text }]);
    const shown = renderDiagnostics(diagnostics, [{ path: 'rule-set.yaml', text }], plain);
    expect(shown).toContain('title: \\u{1b}[31mred\\u{202e}');
    expect(shown).not.toMatch(/[\u001b\u202e]/);
  });

  test('say the same in color', () => {
    const { diagnostics } = loadRuleSet(files);
    const inColor = renderDiagnostics(diagnostics, files, colored);
    expect(inColor).not.toBe(renderDiagnostics(diagnostics, files, plain));
    expect(inColor.replace(/\u001b\[\d+m/g, '')).toBe(renderDiagnostics(diagnostics, files, plain));
  });
});
