import type { OfficialDocument, Text } from './block.ts';

/** 一件書類: a cover, the list of the papers with their pages, and the papers. */
export interface CaseFile {
  /** What the file says of itself. */
  readonly title: string;
  readonly issuer: string;
  /** Day on which it was put together, `YYYY-MM-DD`. */
  readonly date: string;
  /** 表紙. */
  readonly cover: OfficialDocument;
  readonly papers: readonly FiledPaper[];
  /** What stands beside the papers, unprinted: the files of the case. */
  readonly beside: readonly Omit<FiledPaper, 'paper'>[];
}

/** A line of the 書類目録 with its paper. */
interface FiledPaper {
  /** As it is printed: 令和８年２月10日. */
  readonly day: string;
  readonly title: Text;
  /** Empty = it has none. */
  readonly documentNumber: Text;
  /** SHA-256 in hexadecimal digits of the file as it was kept. */
  readonly digest: string;
  readonly paper: OfficialDocument;
}
