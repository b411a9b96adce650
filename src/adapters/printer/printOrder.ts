import type { OfficialDocument } from '../../documents/block.ts';
import type { CaseFile } from '../../documents/caseFile.ts';

/** What is to be printed. */
export type PrintOrder =
  | { readonly what: 'pdf' | 'word'; readonly paper: OfficialDocument }
  | { readonly what: 'caseFile'; readonly file: CaseFile };
