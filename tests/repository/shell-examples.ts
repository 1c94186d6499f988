/** A command of a documentation page and what the page says it prints. */
export interface ShellExample {
  readonly file: string;
  /** Line of the command, from 1. */
  readonly line: number;
  readonly command: string;
  readonly output: string;
}

/** A fenced block of a page: the word after the fence, the line of the fence, and what stands inside. */
export interface Block {
  readonly language: string;
  readonly line: number;
  readonly text: string;
}

/** The fenced blocks of a Markdown text, in order. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { language: string; line: number; text: string[] } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = /^```(\S*)/.exec(line);
    if (fence === null) open?.text.push(line);
    else if (open === undefined) open = { language: fence[1] ?? '', line: index + 1, text: [] };
    else {
      blocks.push({ language: open.language, line: open.line, text: open.text.join('\n') });
      open = undefined;
    }
  }
  return blocks;
}

/**
 * The examples of one page: in `console` blocks, a line that starts with `$ ` is a command and the lines up to the
 * next one are its output.
 */
export function shellExamples(file: string, markdown: string): ShellExample[] {
  return blocksOf(markdown)
    .filter((block) => block.language === 'console')
    .flatMap((block) => commandsOf(file, block));
}

function commandsOf(file: string, block: Block): ShellExample[] {
  const examples: { file: string; line: number; command: string; output: string[] }[] = [];
  for (const [index, line] of block.text.split('\n').entries()) {
    if (line.startsWith('$ ')) {
      examples.push({ file, line: block.line + index + 1, command: line.slice(2), output: [] });
    } else {
      const last = examples.at(-1);
      if (last === undefined) throw new Error(`${file}:${block.line}: a console block starts with a command`);
      last.output.push(line);
    }
  }
  return examples.map((example) => ({ ...example, output: example.output.join('\n') }));
}
