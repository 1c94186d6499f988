import type { ParentRuleSet } from '../core/rule-set.ts';

/** What is different in the header of a copy. */
export interface CopiedHeader {
  readonly id: string;
  readonly version: string;
  /** Absent where the copy is a beginning and not a version of something. */
  readonly parent?: ParentRuleSet;
}

/** The top-level keys that are written anew, each with the indented lines that belong to it. */
const REPLACED = /^(?:rule_set|version|parent):.*\n(?:[ \t]+.*\n)*/gm;

/**
 * The header file of a copy: its own id and version, and where it comes from, in the place of the first line that
 * said so. Every other line, comments included, stays as it is.
 */
export function copiedHeader(text: string, { id, version, parent }: CopiedHeader): string {
  const lines = [`rule_set: ${id}`, `version: '${version}'`];
  if (parent !== undefined) {
    lines.push(
      'parent:',
      `  rule_set: ${parent.id}`,
      `  version: '${parent.version.replaceAll("'", "''")}'`,
      `  fingerprint: '${parent.fingerprint}'`,
    );
  }
  let isWritten = false;
  return text.replaceAll('\r\n', '\n').replace(REPLACED, () => {
    if (isWritten) return '';
    isWritten = true;
    return `${lines.join('\n')}\n`;
  });
}
