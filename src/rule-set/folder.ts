import { diagnostic, type Place, type Report } from './diagnostic.ts';
import { baseName, HEADER_FILE } from './file-names.ts';
import { type Node, nodeAt, scalarsAt } from './node.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { Shape } from './schema.ts';
import { type Items, readItems, readShape } from './shape.ts';
import { nearest } from './suggestion.ts';
import { reportRepeated, type Token } from './vocabulary.ts';

export interface Header {
  readonly root: Node;
  readonly shape: Shape<'header'> | undefined;
  readonly levels: Items<'level'>;
  readonly sources: Items<'source'>;
  readonly decisions: Items<'decision'>;
  readonly overrides: Items<'override'>;
}

export interface DimensionFile {
  readonly id: string;
  readonly root: Node;
  readonly shape: Shape<'dimension'> | undefined;
  readonly rulePrefix: Token;
  readonly questions: Items<'question'>;
  readonly rules: Items<'rule'>;
}

/** The files of a rule set, each part checked for itself but nothing linked yet. */
export interface Folder {
  readonly header: Header | undefined;
  /** In the order of the header. */
  readonly dimensions: readonly DimensionFile[];
  /** Files that the header does not list: their ids are known, so that one mistake does not look like many. */
  readonly unlisted: readonly DimensionFile[];
  /** No file is missing or unreadable. */
  readonly complete: boolean;
}

/** Finds the header and the files it lists, and checks the shape of each. */
export function readFolder(files: readonly ParsedFile[], report: Report): Folder {
  const headerFile = files.find(({ path }) => baseName(path) === HEADER_FILE);
  const others = files.filter((file) => file !== headerFile);
  if (headerFile === undefined) {
    const place = { path: HEADER_FILE, line: 1, column: 1, length: 1 };
    const help = `add ${HEADER_FILE} with the levels, dimensions and sources`;
    report(diagnostic('missing-header', place, 'the rule set has no header file', help));
  }
  const header = headerFile?.root && readHeader(headerFile.root, report);
  const isListed = header && nodeAt(header.root, ['dimensions'])?.kind === 'list';
  const listed = header && isListed ? scalarsAt(header.root, 'dimensions') : [];
  if (listed.length === 0) {
    const dimensions = others.flatMap((file) => readDimension(file, idOfFile(file.path), report));
    return { header, dimensions, unlisted: [], complete: false };
  }
  reportRepeated(listed, report);
  return { header, ...matchFiles(listed, others, report) };
}

function matchFiles(listed: readonly Token[], files: readonly ParsedFile[], report: Report) {
  const names = new Map<string, Place>();
  for (const { text, place } of listed) if (!names.has(text)) names.set(text, place);
  const byId = new Map(files.map((file) => [idOfFile(file.path), file]));
  const spare = new Map(
    files.filter(({ path }) => !names.has(idOfFile(path))).map((f) => [idOfFile(f.path), f]),
  );
  const dimensions: DimensionFile[] = [];
  let complete = files.every(({ root }) => root !== undefined);
  for (const [name, place] of names) {
    const meant = nearest(name, spare.keys());
    let file = byId.get(name);
    if (file === undefined) {
      reportMissing(name, meant, place, report);
      file = meant === undefined ? undefined : spare.get(meant);
      if (meant !== undefined) spare.delete(meant);
    }
    if (file === undefined) complete = false;
    else dimensions.push(...readDimension(file, idOfFile(file.path), report));
  }
  const unlisted = [...spare.values()].flatMap((file) => {
    const message = 'the header does not list this file';
    const help = `add \`${idOfFile(file.path)}\` to \`dimensions\` in ${HEADER_FILE}, or move the file away`;
    report(diagnostic('unlisted-file', { path: file.path, line: 1, column: 1, length: 1 }, message, help));
    return readDimension(file, idOfFile(file.path), () => {});
  });
  return { dimensions, unlisted, complete };
}

function reportMissing(id: string, meant: string | undefined, place: Place, report: Report): void {
  const name = `${id.replaceAll('_', '-')}.yaml`;
  const help = meant === undefined ? `add ${name}, or delete \`${id}\` here` : `did you mean \`${meant}\`?`;
  report(diagnostic('missing-file', place, `the dimension \`${id}\` has no file ${name}`, help));
}

function readHeader(root: Node, report: Report): Header {
  const version = nodeAt(root, ['version']);
  if (version?.kind === 'scalar' && version.plain) {
    const message = `the version \`${version.text}\` is not in quotes and could be read as a number`;
    report(diagnostic('unquoted-version', version.place, message, `write '${version.text}'`));
  }
  return {
    root,
    shape: readShape('header', root, report),
    levels: readItems('level', root, 'levels', report),
    sources: readItems('source', root, 'sources', report),
    decisions: readItems('decision', root, 'decisions', report),
    overrides: readItems('override', root, 'overrides', report),
  };
}

function readDimension({ root }: ParsedFile, id: string, report: Report): DimensionFile[] {
  if (root === undefined) return [];
  const shape = readShape('dimension', root, report);
  const stated = nodeAt(root, ['dimension']);
  if (stated?.kind === 'scalar' && stated.text !== id) {
    const message = `the file is named for the dimension \`${id}\` but holds \`${stated.text}\``;
    report(
      diagnostic(
        'wrong-dimension',
        stated.place,
        message,
        'let the two agree; hyphens stand for underscores',
      ),
    );
  }
  const given = nodeAt(root, ['rule_prefix']);
  const rulePrefix =
    given?.kind === 'scalar' ? given : { text: id.replaceAll('_', '-'), place: (stated ?? root).place };
  const questions = readItems('question', root, 'questions', report);
  const rules = readItems('rule', root, 'rules', report);
  return [{ id, root, shape, rulePrefix, questions, rules }];
}

/** `step-down.yaml` holds the dimension `step_down`. */
function idOfFile(path: string): string {
  return baseName(path)
    .replace(/\.ya?ml$/, '')
    .replaceAll('-', '_');
}
