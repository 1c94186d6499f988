import { type Diagnostic, diagnostic, type Place, type Report } from './diagnostic.ts';
import type { Node } from './node.ts';
import { PROSE_KEYS } from './schema.ts';

/** The diagnostic of a ` #` that turned the rest of an unquoted text into a comment. */
export function commentInText(place: Place): Diagnostic {
  const message = 'the text ends here, because ` #` begins a comment';
  return diagnostic(
    'comment-in-text',
    place,
    message,
    'put the text in quotes, or the comment on its own line',
  );
}

/** A line of unquoted text that a comment cuts short. */
const CUT = /^ *(?:- +)?(?:[\w-]+: +)?(?![\s'"[{|>#&*!]).*?\s(?=#)/;

/** A line that begins something of its own and so continues no text. */
const BEGINS = /^\s*(?:#|-\s|[\w'"-]+:(?:\s|$))/;

/**
 * Where a comment begins that cut a text in two, if that is why the YAML reader stumbled at `offset`: unquoted text
 * that goes on below a comment is an error of syntax, but the comment is the mistake.
 */
export function cutText(text: string, offset: number): number | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', lineStart);
  if (lineStart === 0 || BEGINS.test(text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd)))
    return undefined;
  const start = text.lastIndexOf('\n', lineStart - 2) + 1;
  const cut = CUT.exec(text.slice(start, lineStart));
  return cut === null ? undefined : start + cut[0].length;
}

/** Reports every comment right after unquoted prose; after ids, lists and mappings comments are welcome. */
export function reportComments(node: Node, report: Report, key = ''): void {
  switch (node.kind) {
    case 'map':
      for (const entry of node.entries) reportComments(entry.value, report, entry.key);
      break;
    case 'list':
      for (const item of node.items) reportComments(item, report, key);
      break;
    case 'scalar':
      if (node.plain && node.comment && (PROSE_KEYS.has(key) || /\s/.test(node.text))) {
        report(commentInText(node.comment));
      }
      break;
    case 'broken':
      break;
    default:
      node satisfies never;
  }
}
