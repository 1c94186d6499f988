/**
 * A text in pieces to be read one after the other, so that nothing unread leaves the window: each fits it with a line of
 * keys below, and the last fits with what is asked below it. Pieces end between paragraphs where they can.
 */
export function storyPages(
  lines: readonly string[],
  { rows, asked }: { readonly rows: number; readonly asked: number },
): string[][] {
  const room = Math.max(1, rows - KEY_ROWS);
  const lastRoom = Math.max(1, rows - asked);
  const pages: string[][] = [];
  let rest = [...lines];
  while (rest.length > lastRoom) {
    // What is left over must not be more than its own page holds.
    const end = Math.min(room, rest.length - 1);
    const gap = rest.lastIndexOf('', end);
    const cut = gap > end / 2 ? gap : end;
    pages.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...pages, rest];
}

/** Lines that the keys under a piece take. */
const KEY_ROWS = 4;
