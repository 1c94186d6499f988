import type { Example } from '../core/example.ts';
import type { RuleSet } from '../core/rule-set.ts';
import type { AssignedLevel, FiledVignette, VignettePoint } from '../core/vignette.ts';
import { diagnostic, type Report } from './diagnostic.ts';
import type { ExampleNames } from './example-names.ts';
import { entryOf, type MapNode, titlePlace } from './node.ts';
import { joinAnswers, readAnswers } from './read-answers.ts';
import { readText } from './read-text.ts';
import { suggestion } from './suggestion.ts';
import { reportUnknownKeys } from './unknown-keys.ts';
import { lookUp } from './vocabulary.ts';

/** What reading a vignette needs. */
export interface VignetteReading {
  readonly ruleSet: RuleSet;
  readonly names: ExampleNames;
  readonly examples: readonly Example[];
  /** Answers that the vignettes of the file share. */
  readonly given: ReadonlyMap<number, number>;
  readonly report: Report;
}

const WRITTEN_KEYS = ['id', 'level', 'rule', 'teaches', 'text', 'answers'];
const PUBLISHED_KEYS = ['example', 'text', 'assigned', 'citation', 'note'];

/** Reads one vignette: with `example` a published one, else one written for a point; `undefined` if anything is wrong. */
export function readVignette(node: MapNode, reading: VignetteReading): FiledVignette | undefined {
  const published = entryOf(node, 'example') !== undefined;
  let sound = true;
  const report: Report = (problem) => {
    sound = false;
    reading.report(problem);
  };
  reportUnknownKeys(node.entries, published ? PUBLISHED_KEYS : WRITTEN_KEYS, 'exact', report);
  const own = { ...reading, report };
  const vignette = published ? readPublished(node, own) : readWritten(node, own);
  return sound ? vignette : undefined;
}

function readWritten(node: MapNode, { ruleSet, names, given, report }: VignetteReading) {
  const id = textOf(node, 'id', report);
  const teaches = textOf(node, 'teaches', report);
  const text = paragraphsOf(node, report);
  const point = readPoint(node, names, report);
  const answers = entryOf(node, 'answers')?.value;
  if (answers === undefined) {
    report(diagnostic('missing-key', titlePlace(node), 'the vignette has no `answers`', 'add `answers:`'));
    return undefined;
  }
  const own = readAnswers(answers, names, report);
  if (id === undefined || teaches === undefined || text === undefined || point === undefined)
    return undefined;
  const joined = joinAnswers(given, own, ruleSet);
  const { path, line } = titlePlace(node);
  return { id, source: 'written', text, answers: joined, teaches, point, path, line } as const;
}

function readPoint(node: MapNode, names: ExampleNames, report: Report): VignettePoint | undefined {
  const level = textOf(node, 'level', report);
  const rule = textOf(node, 'rule', report);
  const levelNode = entryOf(node, 'level')?.value;
  const ruleNode = entryOf(node, 'rule')?.value;
  if (level === undefined || rule === undefined) return undefined;
  if (levelNode?.kind !== 'scalar' || ruleNode?.kind !== 'scalar') return undefined;
  const index = lookUp(names.levels, levelNode, report);
  if (names.rules.entries.has(rule) && !names.lists.reasons.entries.has(rule)) {
    const message = `the rule \`${rule}\` decides no level`;
    report(diagnostic('not-a-level-rule', ruleNode.place, message, 'name the rule that decides'));
    return undefined;
  }
  const known = lookUp(names.rules, ruleNode, report);
  return index === undefined || known === undefined ? undefined : { level: index, rule };
}

function readPublished(node: MapNode, { examples, report }: VignetteReading) {
  const id = textOf(node, 'example', report);
  const text = paragraphsOf(node, report);
  const level = textOf(node, 'assigned', report);
  const citation = textOf(node, 'citation', report);
  const note = entryOf(node, 'note') === undefined ? undefined : textOf(node, 'note', report);
  const named = entryOf(node, 'example')?.value;
  if (id === undefined || named === undefined) return undefined;
  const example = examples.find((each) => each.id === id);
  if (example === undefined) {
    const known = examples.map((each) => each.id);
    const message = `no example has the id \`${id}\``;
    report(diagnostic('wrong-value', named.place, message, suggestion(id, known, 'examples')));
    return undefined;
  }
  if (text === undefined || level === undefined || citation === undefined) return undefined;
  const assigned: AssignedLevel = { level, citation, ...(note !== undefined && { note }) };
  const { path, line } = named.place;
  return { id, source: 'published', text, answers: example.answers, assigned, path, line } as const;
}

function textOf(node: MapNode, key: string, report: Report): string | undefined {
  return readText(node, key, 'the vignette', report)?.trim();
}

/** A folded text (`>-`) has one line a paragraph. */
function paragraphsOf(node: MapNode, report: Report): readonly string[] | undefined {
  return textOf(node, 'text', report)
    ?.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
