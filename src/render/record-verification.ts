import type { RecordVerification } from '../core/record-verification.ts';
import { printable } from './printable.ts';
import { counted } from './reason-text.ts';
import type { Theme } from './theme.ts';

/** What the check of records found, file by file; records in order are only counted. */
export function renderRecordVerification(verified: readonly RecordVerification[], theme: Theme): string {
  const lines = verified.flatMap(({ path, findings, notes }) => [
    ...findings.flatMap(({ message, help }) => [
      `${printable(path)}: ${theme.caution(message)}`,
      ...(help === undefined ? [] : [`  help: ${help}`]),
    ]),
    ...notes.map(({ message }) => `${printable(path)}: note: ${message}`),
  ]);
  const wrong = verified.filter(({ findings }) => findings.length > 0).length;
  const summary = `${counted(verified.length, 'record')} checked, ${verified.length - wrong} in order`;
  return [...lines, summary].map((line) => `${line}\n`).join('');
}

/** The same for other programs. */
export function recordVerificationJson(verified: readonly RecordVerification[]) {
  return verified.map(({ path, findings, notes }) => ({
    file: path,
    in_order: findings.length === 0,
    findings,
    notes,
  }));
}
