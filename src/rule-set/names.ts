import { UNKNOWN } from '../core/answers.ts';
import { diagnostic, type Report } from './diagnostic.ts';
import type { DimensionFile, Folder } from './folder.ts';
import { entryOf, type MapNode, nodeAt } from './node.ts';
import type { Token, Vocabulary } from './vocabulary.ts';

/** The words of the condition language; no question may be called so. */
export const CONDITION_WORDS = ['all', 'any', 'none', 'count', 'level', 'rests_on'] as const;

/** What a condition may know of a question. */
export interface KnownQuestion {
  readonly index: number;
  readonly ordered: boolean;
  /** It does not always apply. */
  readonly conditional: boolean;
  readonly answers: Vocabulary<number>;
}

/** All ids that the files of a rule set define; the number is the index of what they name. */
export interface Names {
  readonly questions: Vocabulary<KnownQuestion>;
  readonly levels: Vocabulary<number>;
  readonly sources: Vocabulary<number>;
  /** Whether the rule decides the level. */
  readonly rules: Vocabulary<boolean>;
}

/** Collects the ids and reports those that occur twice or that the format keeps for itself. */
export function collectNames({ header, dimensions, unlisted, complete }: Folder, report: Report): Names {
  const questions = new Map<string, KnownQuestion>();
  const rules = new Map<string, boolean>();
  const files = [...dimensions, ...unlisted];
  for (const file of files) {
    const fileReport = unlisted.includes(file) ? () => {} : report;
    define('question', file.questions.list, questions, fileReport, (node) =>
      knownQuestion(node, questions.size, fileReport),
    );
    define('rule', file.rules.list, rules, fileReport, decidesLevel);
  }
  reportSharedPrefixes(dimensions, report);
  const levels = new Map<string, number>();
  const sources = new Map<string, number>();
  const overrides = new Map<string, number>();
  define('level', header?.levels.list ?? [], levels, report, () => levels.size);
  define('source', header?.sources.list ?? [], sources, report, () => sources.size);
  define('override', header?.overrides.list ?? [], overrides, report, () => overrides.size);
  return {
    questions: {
      noun: 'question',
      entries: questions,
      complete: complete && files.every((file) => file.questions.complete),
    },
    rules: { noun: 'rule', entries: rules, complete: complete && files.every((file) => file.rules.complete) },
    levels: { noun: 'level', entries: levels, complete: header?.levels.complete ?? false },
    sources: { noun: 'source', entries: sources, complete: header?.sources.complete ?? false },
  };
}

/** An entry of a list in the file and the id it gives itself. */
interface Definition {
  readonly node: MapNode;
  readonly id: Token | undefined;
}

function define<T>(
  noun: string,
  definitions: readonly Definition[],
  known: Map<string, T>,
  report: Report,
  make: (node: MapNode) => T,
): void {
  for (const { node, id } of definitions) {
    if (id === undefined) continue;
    if (known.has(id.text)) {
      const message = `another ${noun} has the id \`${id.text}\``;
      report(diagnostic('duplicate-id', id.place, message, 'give each its own id'));
    } else {
      known.set(id.text, make(node));
    }
    if (noun === 'question' && CONDITION_WORDS.some((word) => word === id.text)) {
      const message = `no question can be called \`${id.text}\`, which is a word of conditions`;
      report(diagnostic('reserved-id', id.place, message, 'choose another id'));
    }
    if (noun === 'answer' && id.text === UNKNOWN) {
      const message = `no answer can be called \`${UNKNOWN}\`, which leaves a question open`;
      report(diagnostic('reserved-id', id.place, message, 'choose another id, or delete the answer'));
    }
  }
}

function knownQuestion(node: MapNode, index: number, report: Report): KnownQuestion {
  const listed = nodeAt(node, ['answers']);
  const nodes = listed?.kind === 'list' ? listed.items.filter((item) => item.kind === 'map') : [];
  const definitions = nodes.map((item): Definition => {
    const id = nodeAt(item, ['id']);
    return { node: item, id: id?.kind === 'scalar' ? id : undefined };
  });
  const answers = new Map<string, number>();
  define('answer', definitions, answers, report, () => answers.size);
  const complete =
    listed?.kind === 'list' &&
    definitions.length === listed.items.length &&
    definitions.every(({ id }) => id !== undefined);
  return {
    index,
    ordered: entryOf(node, 'nominal') === undefined,
    conditional: entryOf(node, 'applies_when') !== undefined,
    answers: { noun: 'answer', entries: answers, complete },
  };
}

function decidesLevel(node: MapNode): boolean {
  return entryOf(node, 'at_least') !== undefined || entryOf(node, 'rule_out') !== undefined;
}

function reportSharedPrefixes(dimensions: readonly DimensionFile[], report: Report): void {
  dimensions.forEach(({ rulePrefix }, index) => {
    const earlier = dimensions.slice(0, index).find((other) => other.rulePrefix.text === rulePrefix.text);
    if (earlier === undefined) return;
    const message = `the dimension \`${earlier.id}\` has the rule prefix \`${rulePrefix.text}\` too`;
    report(diagnostic('duplicate-id', rulePrefix.place, message, 'give each dimension its own prefix'));
  });
}
