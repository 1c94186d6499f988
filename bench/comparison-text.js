/** Puts measured figures into tables, for a terminal and for a page. */
import { availableParallelism, loadavg } from 'node:os';

/**
 * @typedef {object} Table
 * @property {string} title
 * @property {readonly string[]} columns
 * @property {readonly (readonly string[])[]} rows the first cell is a name, the others are figures
 */

/** @param {Table} table */
export function tableText({ title, columns, rows }) {
  const lines = [columns, ...rows];
  const widths = columns.map((_, at) => Math.max(...lines.map((cells) => cells[at]?.length ?? 0)));
  const written = lines.map((cells) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return `\n${title}\n\n${written.map((line) => `  ${line}\n`).join('')}`;
}

/** @param {Table} table */
export function tableMarkdown({ title, columns, rows }) {
  /** @param {readonly string[]} cells */
  const line = (cells) => `| ${cells.join(' | ')} |\n`;
  const rule = columns.map((_, at) => (at === 0 ? '---' : '---:'));
  return `\n${title}:\n\n${[columns, rule, ...rows].map(line).join('')}`;
}

/** The kind of this machine, as far as it matters for a ratio, and how busy it was in the last minute. */
export function machineKind() {
  const node = process.versions.node.split('.', 2).join('.');
  const load = loadavg()[0]?.toFixed(1);
  return `${availableParallelism()} cores, ${process.platform} ${process.arch}, Node ${node}, load ${load} before`;
}

/**
 * @param {string} page
 * @param {string} figures
 * @returns {string} the page with the figures between its two marks
 */
export function withFigures(page, figures) {
  const marked = /(<!-- figures begin -->\n)[\s\S]*(<!-- figures end -->)/;
  if (!marked.test(page)) throw new Error('the page has no marks between which figures go');
  return page.replace(marked, (_, begin, end) => `${begin}${figures}\n${end}`);
}

/** @param {number} number with three digits, or all before the point */
export function figure(number) {
  if (number >= 1000) return Math.round(number).toLocaleString('en-US');
  return number.toFixed(number >= 100 ? 0 : number >= 10 ? 1 : 2);
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
