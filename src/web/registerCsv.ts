import type { ListedEntry } from '../app/register/searchRegister.ts';
import type { RuleSet } from '../core/organ/ruleSet.ts';
import { registerWords } from '../messages/registerWords.ts';
import { registerSheet } from './registerSheet.ts';

/**
 * Entries as CSV that Japanese Excel opens: UTF-8 with BOM, CRLF, a column for each field of the organ's form. A cell
 * that Excel would take for a formula gets an apostrophe before it.
 */
export function registerCsv(entries: readonly ListedEntry[], rules: RuleSet): string {
  const header = [registerWords.number, ...rules.registerFields.map(({ label }) => label)];
  const rows = entries.map((entry) => [
    entry.id,
    ...registerSheet(entry, rules).map(({ value, omitted }) =>
      omitted ? registerWords.omitted : (value ?? []).join('\n'),
    ),
  ]);
  return `\u{FEFF}${[header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
