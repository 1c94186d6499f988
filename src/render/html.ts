import { htmlEscape } from 'escape-goat';
import { printable } from './printable.ts';

/** Text that is HTML already: made by `html`, or by hand where the program's own style or script goes in. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template; `undefined` writes nothing. */
export type HtmlPart = string | number | Html | undefined | readonly HtmlPart[];

/** A template in which every text is escaped, in content and in quoted attributes alike; only `Html` goes in as it is. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(strings.map((string, index) => string + written(parts[index])).join(''));
}

function written(part: HtmlPart): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return htmlEscape(printable(String(part).replace(/\s+/g, ' ')));
}
