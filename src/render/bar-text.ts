const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** A bar of block characters, to an eighth of a column; `most` fills `width`. What is not nothing shows a sliver. */
export function barText(part: number, most: number, width: number): string {
  if (part <= 0 || most <= 0) return '';
  const eighths = Math.max(1, Math.round((8 * width * part) / most));
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}
