import type { OfficialDocument } from '../../documents/block.ts';
import type { CaseFile } from '../../documents/caseFile.ts';

/**
 * Prints papers off the thread that answers requests. The same paper gives the same bytes. Whoever prints has asked
 * `missingCharacters` first.
 */
export interface Printer {
  /** PDF/A-2a. */
  pdf(paper: OfficialDocument): Promise<Uint8Array>;
  /** .docx */
  word(paper: OfficialDocument): Promise<Uint8Array>;
  /** All papers of a case as one PDF with a list of contents. */
  caseFile(file: CaseFile): Promise<Uint8Array>;
}
