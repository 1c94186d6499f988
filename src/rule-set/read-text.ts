import { diagnostic, type Report } from './diagnostic.ts';
import { describe, entryOf, type MapNode, titlePlace } from './node.ts';

/** The text under a key that must be there; what is wrong is reported. `what` is named where the key is missing. */
export function readText(node: MapNode, key: string, what: string, report: Report): string | undefined {
  const value = entryOf(node, key)?.value;
  if (value?.kind === 'broken') return undefined;
  if (value === undefined) {
    report(diagnostic('missing-key', titlePlace(node), `${what} has no \`${key}\``, `add \`${key}:\``));
    return undefined;
  }
  if (value.kind !== 'scalar') {
    report(diagnostic('wrong-type', value.place, `\`${key}\` must be text, not ${describe(value)}`));
    return undefined;
  }
  if (value.text.trim() === '') {
    report(diagnostic('blank-text', value.place, `\`${key}\` is blank`, 'write the text'));
    return undefined;
  }
  return value.text;
}
