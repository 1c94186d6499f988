import stringWidth from 'string-width';
import type { ListedRecord } from '../core/record-listing.ts';
import type { RuleSet } from '../core/rule-set.ts';
import { counted } from './reason-text.ts';
import { recordedNeed, recordedPlacement } from './recorded-words.ts';
import { aligned, cut, wrapped } from './text-lines.ts';
import type { Theme } from './theme.ts';

const HEADINGS = ['Record', 'Day', 'Need', 'Placement', 'Review by'];
const GAP = '  ';

/** Records for a person to read down, one a line; in a window too narrow for that, one below the other. */
export function renderRecordList(
  ruleSet: RuleSet,
  listed: readonly ListedRecord[],
  { width, theme }: { readonly width: number; readonly theme: Theme },
): string {
  const rows = listed.flatMap((each) => (each.kind === 'record' ? [cellsOf(ruleSet, each)] : []));
  const unreadable = listed.filter(({ kind }) => kind === 'unreadable');
  const cases = new Set(listed.flatMap((each) => (each.kind === 'record' ? [each.record.case] : [])));
  const count = `${counted(rows.length, 'record')} of ${counted(cases.size, 'case')}`;
  const lines = [
    ...(rows.length === 0 ? [] : table(rows, width, theme)),
    ...unreadable.flatMap(({ path }) =>
      wrapped(`${baseName(path)} is no record that can be read`, width).map(theme.caution),
    ),
    ...wrapped(count, width).map(theme.quiet),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The same for other programs; `null` means that there is none. */
export function recordListJson(listed: readonly ListedRecord[]) {
  return listed.map((each) => {
    if (each.kind === 'unreadable') return { file: baseName(each.path), unreadable: true };
    const { record, path, reviewDue } = each;
    return {
      file: baseName(path),
      case: record.case,
      day: record.day,
      level: record.outcome.level,
      lowest: record.outcome.lowest,
      highest: record.outcome.highest,
      alerts: record.outcome.alerts,
      ...record.agreement,
      review_due: reviewDue ?? null,
    };
  });
}

function cellsOf(ruleSet: RuleSet, listed: Extract<ListedRecord, { kind: 'record' }>): string[] {
  const { record, path, reviewDue } = listed;
  const alert = record.outcome.alerts.length > 0 ? ', ALERT' : '';
  return [
    baseName(path),
    record.day,
    `${recordedNeed(ruleSet, record.outcome)}${alert}`,
    recordedPlacement(ruleSet, record.agreement),
    reviewDue ?? '',
  ];
}

function table(rows: readonly (readonly string[])[], width: number, theme: Theme): string[] {
  const columns = HEADINGS.map((heading, column) =>
    aligned([heading, ...rows.map((cells) => cells[column] ?? '')]),
  );
  const [headings = '', ...lines] = [undefined, ...rows].map((_, row) =>
    columns
      .map((column) => column[row] ?? '')
      .join(GAP)
      .trimEnd(),
  );
  const isWide = [headings, ...lines].every((line) => stringWidth(line) <= width);
  if (isWide) return [theme.heading(headings), ...lines, ''];
  return rows.flatMap(([file = '', ...cells]) => [
    theme.heading(cut(file, width)),
    ...cells.flatMap((cell, column) =>
      cell === '' ? [] : wrapped(cell, width, `  ${HEADINGS[column + 1] ?? ''}: `),
    ),
    '',
  ]);
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
