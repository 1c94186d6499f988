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
