import type { ListedEntry } from '../app/register/searchRegister.ts';
import type { RuleSet } from '../core/organ/ruleSet.ts';
import { registerWords } from '../messages/registerWords.ts';
import { csvOf } from './csv.ts';
import { registerSheet } from './registerSheet.ts';

/** Entries as CSV with a column for each field of the organ's form. */
export const registerCsv = (entries: readonly ListedEntry[], rules: RuleSet): string =>
  csvOf(registerTable(entries, rules));

/** Entries as rows, the labels of the organ's form first. */
export function registerTable(entries: readonly ListedEntry[], rules: RuleSet): string[][] {
  const header = [registerWords.number, ...rules.registerFields.map(({ label }) => label)];
  const rows = entries.map((entry) => [
    entry.id,
    ...registerSheet(entry, rules).map(({ value, omitted }) =>
      omitted ? registerWords.omitted : (value ?? []).join('\n'),
    ),
  ]);
  return [header, ...rows];
}
