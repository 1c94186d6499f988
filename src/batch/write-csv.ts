import type { CaseWriter, Writing } from './case-writer.ts';
import { csvText, isFormula } from './csv-text.ts';
import { OUTPUT_COLUMNS, outcomeFields } from './outcome-fields.ts';
import type { ScoredCase } from './score.ts';

/**
 * Writes cases as CSV: lists joined by `;`, the rules of which one must hold by `|`, `level` empty unless one is
 * left. Copied text (ids, kept columns) that a spreadsheet would run as a formula gets an apostrophe in front and
 * is counted in `neutralized`.
 */
export class CsvWriter implements CaseWriter {
  readonly #writing: Writing;
  neutralized = 0;

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  start(): string {
    return csvText([[...OUTPUT_COLUMNS, ...this.#writing.keep.map((name) => this.#copied(name))]]);
  }

  cases(scored: readonly ScoredCase[]): string {
    return csvText(scored.map((one) => this.#cells(one)));
  }

  end(): string {
    return '';
  }

  #cells({ id, outcome, kept }: ScoredCase): string[] {
    const fields = outcomeFields(this.#writing.ruleSet, outcome);
    return [
      this.#copied(id),
      fields.level ?? '',
      fields.lowest,
      fields.highest,
      fields.alerts.join(';'),
      fields.reasons.map((rules) => rules.join('|')).join(';'),
      fields.advice.join(';'),
      fields.rechecks.join(';'),
      fields.open.join(';'),
      this.#writing.identity,
      ...kept.map((text) => this.#copied(text)),
    ];
  }

  #copied(text: string): string {
    if (!isFormula(text)) return text;
    this.neutralized++;
    return `'${text}`;
  }
}
