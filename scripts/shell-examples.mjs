/**
 * The examples of the pages: what a page says a command prints, and a place to run it in.
 *
 * In a `console` block, a line that starts with `$ ` is a command, lines that start with `> ` go on with it, and the
 * lines up to the next command are its output. In a page about the library, a `js` block is a program and the `text` block after it what it prints.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '..');

/** Every page with examples or links in it. */
export const pages = ['README.md', 'CONTRIBUTING.md', 'rules/adult/README.md', ...pagesBelow('docs')];

/** @typedef {{ language: string, line: number, text: string }} Block a fenced block, and the line of its fence */
/** @typedef {{ line: number, last: number, command: string, output: string, isProgram: boolean }} Example its first line and the last one before its output */

/** @param {string} page */
export function readPage(page) {
  return readFileSync(join(repository, page), 'utf8');
}

/**
 * @param {string} markdown
 * @returns {Block[]} the fenced blocks, in order
 */
export function blocksOf(markdown) {
  return [...markdown.matchAll(/^```(\S*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    language: match[1] ?? '',
    line: markdown.slice(0, match.index).split('\n').length,
    text: match[2] ?? '',
  }));
}

/**
 * @param {string} markdown
 * @returns {Example[]} the commands and programs of one page, with what they are said to print
 */
export function examplesOf(markdown) {
  return blocksOf(markdown).flatMap((block, index, blocks) => {
    if (block.language === 'console') return commandsOf(block);
    if (block.language !== 'js') return [];
    const output = blocks[index + 1];
    if (output?.language !== 'text')
      throw new Error(`line ${block.line}: a text block says what the program prints`);
    return [
      { line: block.line, last: output.line, command: block.text, output: output.text, isProgram: true },
    ];
  });
}

/** @param {Block} block */
function commandsOf(block) {
  /** @type {Example[]} */
  const examples = [];
  for (const [index, line] of block.text.trimEnd().split('\n').entries()) {
    const last = examples.at(-1);
    if (line.startsWith('$ ')) {
      const place = block.line + index + 1;
      examples.push({ line: place, last: place, command: line.slice(2), output: '', isProgram: false });
    } else if (last !== undefined && last.output === '' && line.startsWith('> ')) {
      last.command += `\n${line.slice(2)}`;
      last.last += 1;
    } else if (last !== undefined) last.output += `${line}\n`;
    else throw new Error(`line ${block.line}: a console block starts with a command`);
  }
  return examples;
}

/** A folder as after a fresh clone and `npm ci`, with `carestep` on the path; commands may write into it. */
export class FreshClone {
  #folder = mkdtempSync(join(tmpdir(), 'carestep-docs-'));

  constructor() {
    cpSync(join(repository, 'rules'), join(this.#folder, 'rules'), { recursive: true });
    for (const linked of ['bin', 'dist', 'docs', 'package.json']) {
      symlinkSync(join(repository, linked), join(this.#folder, linked));
    }
    // A program that uses the library imports the package by its name.
    mkdirSync(join(this.#folder, 'node_modules'));
    symlinkSync(repository, join(this.#folder, 'node_modules/carestep'));
    mkdirSync(join(this.#folder, 'path'));
    symlinkSync(join(repository, 'bin/carestep.js'), join(this.#folder, 'path/carestep'));
  }

  /**
   * @param {Pick<Example, 'command' | 'isProgram'>} example
   * @returns {{ output: string, status: number | null }} what it prints on both streams, and its exit code
   */
  run({ command, isProgram }) {
    const program = join(this.#folder, 'example.mjs');
    if (isProgram) writeFileSync(program, command);
    const { stdout, status } = spawnSync(
      'sh',
      ['-c', `exec 2>&1; ${isProgram ? `node ${program}` : command}`],
      {
        cwd: this.#folder,
        encoding: 'utf8',
        input: '',
        env: { PATH: `${join(this.#folder, 'path')}:${process.env['PATH'] ?? ''}`, HOME: this.#folder },
      },
    );
    return { output: stdout, status };
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
function pagesBelow(folder) {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .sort();
}
