import type { Node } from './node.ts';

/** A file after the YAML reader; without a `root` nothing of it can be used. */
export interface ParsedFile {
  readonly path: string;
  readonly root: Node | undefined;
}
