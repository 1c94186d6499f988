import type { RuleSet } from '../../core/rule-set.ts';
import { type Diagnostic, diagnostic, type Report, sortDiagnostics } from '../../rule-set/diagnostic.ts';
import { readFile } from '../../rule-set/load.ts';
import { namesOf } from '../../rule-set/names-of.ts';
import { describe, type Entry, entryOf, type MapNode, titlePlace } from '../../rule-set/node.ts';
import type { SourceFile } from '../../rule-set/text-guard.ts';
import { reportUnknownKeys } from '../../rule-set/unknown-keys.ts';
import { lookUp, reportRepeated } from '../../rule-set/vocabulary.ts';
import { type ColumnName, columnsOf, type Mapping } from './mapping.ts';
import { readSource } from './read-source.ts';

const KEYS = ['mapping', 'delimiter', 'encoding', 'sheet', 'id', 'keep', 'ignore', 'questions'];

/** A mapping with everything that is wrong with its file. */
export interface ReadMapping {
  /** Present unless something is wrong. */
  readonly mapping: Mapping | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a mapping to the questions of a rule set. Whatever the text holds, it never throws. */
export function readMapping(file: SourceFile, ruleSet: RuleSet): ReadMapping {
  const { root, diagnostics: found } = readFile(file);
  const problems = [...found];
  const report: Report = (problem) => void problems.push(problem);
  let mapping: Mapping | undefined;
  if (root?.kind === 'map') mapping = mappingOf(root, file, ruleSet, report);
  else if (root !== undefined) {
    const message = `a mapping file must be a mapping of keys to values, not ${describe(root)}`;
    report(diagnostic('wrong-type', root.place, message, 'begin it with `mapping:` and the rule set'));
  }
  const diagnostics = sortDiagnostics(problems);
  const isSound = diagnostics.every(({ severity }) => severity === 'warning');
  return { mapping: isSound ? mapping : undefined, diagnostics };
}

function mappingOf(root: MapNode, file: SourceFile, ruleSet: RuleSet, report: Report): Mapping {
  reportUnknownKeys(root.entries, KEYS, 'exact', report);
  checkRuleSet(root, ruleSet, report);
  const delimiter = readDelimiter(entryOf(root, 'delimiter'), report);
  const encoding = readEncoding(entryOf(root, 'encoding'), report);
  const sheet = readWord(entryOf(root, 'sheet'), report)?.text;
  const id = readWord(entryOf(root, 'id'), report);
  const keep = readColumns(entryOf(root, 'keep'), report);
  const mapping: Mapping = {
    file,
    ...(delimiter !== undefined && { delimiter }),
    ...(encoding !== undefined && { encoding }),
    ...(sheet !== undefined && { sheet }),
    ...(id !== undefined && { id }),
    keep,
    ignore: readIgnore(entryOf(root, 'ignore'), report),
    sources: readSources(root, ruleSet, report),
  };
  reportReadAndIgnored(mapping, report);
  return mapping;
}

/** The rule set is named so that nobody uses a mapping for another one unseen. */
function checkRuleSet(root: MapNode, { id }: RuleSet, report: Report): void {
  const entry = entryOf(root, 'mapping');
  if (entry === undefined) {
    const message = 'the file does not say for which rule set it is';
    report(diagnostic('missing-key', titlePlace(root), message, `begin it with \`mapping: ${id}\``));
    return;
  }
  const word = readWord(entry, report);
  if (word === undefined || word.text === id) return;
  const message = `the mapping is for the rule set \`${word.text}\`, not for \`${id}\``;
  report(
    diagnostic('wrong-value', word.place, message, 'choose the rule set with `--rules`, or another mapping'),
  );
}

function readSources(root: MapNode, ruleSet: RuleSet, report: Report): Mapping['sources'] {
  const sources = new Map<number, NonNullable<ReturnType<typeof readSource>>>();
  const listed = entryOf(root, 'questions');
  if (listed?.value.kind !== 'map') {
    if (listed?.value.kind === 'broken') return sources;
    const place = listed?.value.place ?? titlePlace(root);
    const message = 'the mapping has no `questions` with the columns that answer them';
    report(diagnostic('missing-key', place, message, 'add `questions:` with lines like `question: column`'));
    return sources;
  }
  const { questions } = namesOf(ruleSet);
  for (const { key, keyPlace, value } of listed.value.entries) {
    const question = lookUp(questions, { text: key, place: keyPlace }, report);
    const source = question && readSource(value, key, question, report);
    if (question !== undefined && source !== undefined) sources.set(question.index, source);
  }
  return sources;
}

/** One text, also where YAML takes it for a number. */
function readWord(entry: Entry | undefined, report: Report): ColumnName | undefined {
  const value = entry?.value;
  if (entry === undefined || value === undefined || value.kind === 'broken') return undefined;
  if (value.kind === 'scalar' && value.text !== '') return { text: value.text, place: value.place };
  const found = value.kind === 'scalar' ? 'a blank text' : describe(value);
  report(diagnostic('wrong-type', value.place, `\`${entry.key}\` must be one text, not ${found}`));
  return undefined;
}

function readColumns(entry: Entry | undefined, report: Report): readonly ColumnName[] {
  const value = entry?.value;
  if (entry === undefined || value === undefined || value.kind === 'broken') return [];
  const items = value.kind === 'list' ? value.items : [];
  const columns = items.flatMap((item) =>
    item.kind === 'scalar' ? [{ text: item.text, place: item.place }] : [],
  );
  if (value.kind !== 'list' || columns.length < items.length) {
    const message = `\`${entry.key}\` must be a list of columns`;
    report(diagnostic('wrong-type', value.place, message, 'write `[first, second]`'));
  }
  reportRepeated(columns, report);
  return columns;
}

function readIgnore(entry: Entry | undefined, report: Report): Mapping['ignore'] {
  if (entry?.value.kind !== 'scalar') return readColumns(entry, report);
  if (entry.value.text === 'others') return 'others';
  const message = '`ignore` can be a list of columns, or `others`';
  report(
    diagnostic('wrong-value', entry.value.place, message, `write \`[${entry.value.text}]\` for one column`),
  );
  return [];
}

function readDelimiter(entry: Entry | undefined, report: Report): string | undefined {
  const word = readWord(entry, report);
  if (word === undefined) return undefined;
  if (word.text === 'tab') return '\t';
  if (word.text.length === 1 && !/["\r\n\p{L}\d]/u.test(word.text)) return word.text;
  const message = '`delimiter` must be one mark, or `tab`';
  report(diagnostic('wrong-value', word.place, message, "write it in quotes, as in ';'"));
  return undefined;
}

function readEncoding(entry: Entry | undefined, report: Report): string | undefined {
  const word = readWord(entry, report);
  if (word === undefined) return undefined;
  try {
    return new TextDecoder(word.text).encoding;
  } catch {
    const message = `the encoding \`${word.text}\` is not known`;
    report(
      diagnostic(
        'wrong-value',
        word.place,
        message,
        'write utf-8, utf-16le, windows-1252 or another label of the web',
      ),
    );
    return undefined;
  }
}

/** A column that is named to be left out is not read either. */
function reportReadAndIgnored({ id, keep, ignore, sources }: Mapping, report: Report): void {
  if (ignore === 'others') return;
  const read = [...(id === undefined ? [] : [id]), ...keep, ...[...sources.values()].flatMap(columnsOf)];
  const names = new Set(read.map(({ text }) => text));
  for (const { text, place } of ignore.filter((column) => names.has(column.text))) {
    const message = `\`${text}\` is read elsewhere in the mapping`;
    report(diagnostic('repeated-item', place, message, 'take it out of `ignore`'));
  }
}
