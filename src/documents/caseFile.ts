import type { OfficialDocument } from './block.ts';

/** 一件書類: the papers of a case behind a page with their list. */
export interface CaseFile {
  readonly title: string;
  readonly issuer: string;
  /** Day on which it was put together, `YYYY-MM-DD`. */
  readonly date: string;
  readonly papers: readonly {
    /** As it stands in the list of contents: 令和８年２月10日　法制発第１号　審査結果通知書. */
    readonly name: string;
    readonly paper: OfficialDocument;
  }[];
}
