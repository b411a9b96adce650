import type { OfficialDocument, Text } from './block.ts';

/** 一件書類: the papers of a case behind a page with their list. */
export interface CaseFile {
  /** What the file says of itself. */
  readonly title: string;
  /** Heads the list of contents. */
  readonly heading: Text;
  readonly issuer: string;
  /** Day on which it was put together, `YYYY-MM-DD`. */
  readonly date: string;
  readonly papers: readonly {
    /** As it stands in the list of contents: 令和８年２月10日　法制発第１号　審査結果通知書. */
    readonly name: Text;
    readonly paper: OfficialDocument;
  }[];
}
