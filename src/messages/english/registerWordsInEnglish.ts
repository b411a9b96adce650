import type { Translated } from '../language.ts';
import type { registerWords } from '../registerWords.ts';

const number = (count: number): string => count.toLocaleString('en-GB');

/** The words of the register's list; an entry itself is shown in Japanese, as it is recorded. */
export type RegisterListWords = Translated<
  Pick<
    typeof registerWords,
    | 'title'
    | 'lead'
    | 'searchLabel'
    | 'searchHint'
    | 'searchButton'
    | 'filters'
    | 'solicited'
    | 'sensitive'
    | 'created'
    | 'tooLong'
    | 'found'
    | 'range'
    | 'results'
    | 'all'
    | 'noEntries'
    | 'noEntriesNext'
    | 'noMatch'
    | 'noMatchNext'
    | 'reset'
    | 'xlsx'
    | 'csv'
    | 'json'
    | 'pages'
    | 'previous'
    | 'next'
    | 'pageLabel'
    | 'organization'
    | 'purpose'
    | 'entryDate'
  >
>;

/** Words of the public register, in English. */
export const registerWordsInEnglish: RegisterListWords = {
  title: 'Register of personal information files',
  lead: 'The personal information files that this organ holds. Every field is searched: names, purposes of use, recorded items. The entries are in Japanese.',
  searchLabel: 'Search for',
  searchHint: 'Write in Japanese, as the entries are. With a space between words, files with all of them are found.',
  searchButton: 'Search',
  filters: 'Filters',
  solicited: 'Proposals are invited',
  sensitive: 'Contains special care-required personal information',
  created: 'Anonymized data has been created',
  tooLong: (most) => `Please search for no more than ${number(most)} characters.`,
  found: (total) => `${number(total)} ${total === 1 ? 'file' : 'files'}`,
  range: (first, last, total) => `Files ${number(first)} to ${number(last)} of ${number(total)}`,
  results: 'Results',
  all: 'All files',
  noEntries: 'No personal information file is published yet.',
  noEntriesNext: 'When a file is registered and published, it is shown here.',
  noMatch: 'No file matches.',
  noMatchNext: 'Try a shorter word, or remove a filter.',
  reset: 'Clear the search and show all',
  xlsx: 'Save as Excel (XLSX)',
  csv: 'Save as CSV',
  json: 'Save as JSON',
  pages: 'Pages',
  previous: 'Previous',
  next: 'Next',
  pageLabel: (page) => `Page ${page}`,
  organization: 'Responsible unit',
  purpose: 'Purpose of use',
  entryDate: 'Made or corrected on',
};
