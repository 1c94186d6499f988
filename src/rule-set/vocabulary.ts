import { type DiagnosticCode, diagnostic, type Place, type Report } from './diagnostic.ts';
import { suggestion } from './suggestion.ts';

/** The names that one kind of reference may use. */
export interface Vocabulary<T> {
  readonly noun: 'answer' | 'question' | 'level' | 'source' | 'rule' | 'finding';
  readonly entries: ReadonlyMap<string, T>;
  /** False if a name may be missing because of a mistake elsewhere: then no name is called unknown. */
  readonly complete: boolean;
}

const UNKNOWN_CODES = {
  answer: 'unknown-answer',
  question: 'unknown-question',
  level: 'unknown-level',
  source: 'unknown-source',
  rule: 'unknown-rule',
  finding: 'unknown-finding',
} as const satisfies Record<Vocabulary<unknown>['noun'], DiagnosticCode>;

/** A name where it stands in a file. */
export interface Token {
  readonly text: string;
  readonly place: Place;
}

/** What a name stands for; an unknown name is reported. `where` ends the message, as in " for `question`". */
export function lookUp<T>(
  vocabulary: Vocabulary<T>,
  token: Token,
  report: Report,
  where = '',
): T | undefined {
  const found = vocabulary.entries.get(token.text);
  if (found === undefined && vocabulary.complete) {
    const { noun, entries } = vocabulary;
    const message = `unknown ${noun} \`${token.text}\`${where}`;
    const help = suggestion(token.text, [...entries.keys()], `${noun}s`);
    report(diagnostic(UNKNOWN_CODES[noun], token.place, message, help));
  }
  return found;
}

/** Reports each token that repeats an earlier one. */
export function reportRepeated(tokens: readonly Token[], report: Report): void {
  const seen = new Set<string>();
  for (const { text, place } of tokens) {
    if (seen.has(text)) {
      report(diagnostic('repeated-item', place, `\`${text}\` stands in the list twice`, 'delete one'));
    }
    seen.add(text);
  }
}
