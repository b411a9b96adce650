/** An item of a list with its printed label (`１`, `(2)`, `ア`); its own items stand one step further in. */
export interface ListItem {
  readonly label: string;
  readonly text: string;
  readonly items?: readonly ListItem[];
}

/** One piece of an official paper. A form is a function from facts to blocks; every output is made of the same blocks. */
export type Block =
  /** Centred title of the paper; once, and the title of the PDF. */
  | { readonly type: 'title'; readonly text: string }
  /** A section's heading; a bookmark of the PDF. */
  | { readonly type: 'heading'; readonly text: string }
  /** Form number at the upper left: 第５号様式（第７関係）. */
  | { readonly type: 'formNumber'; readonly text: string }
  /** Document number and date, to the right. */
  | { readonly type: 'reference'; readonly lines: readonly string[] }
  /** 宛名, to the left, with 様 / 殿 / 御中 already in its last line. */
  | { readonly type: 'addressee'; readonly lines: readonly string[] }
  /** 発信者, to the right, with room for the seal. */
  | { readonly type: 'sender'; readonly lines: readonly string[]; readonly seal: boolean }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly ListItem[] }
  /** 記 */
  | { readonly type: 'record' }
  /** 以上 */
  | { readonly type: 'end' }
  /** Columns by relative width; rows as wide as the columns. The first column of a table without header names its row. */
  | {
      readonly type: 'table';
      readonly widths: readonly number[];
      readonly header?: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** An empty box for a stamp, with its name in it: 収入印紙, 収受印. */
  | { readonly type: 'stampBox'; readonly label: string }
  /** Who signs: 甲, 乙; name lines and room for the seal. */
  | { readonly type: 'signature'; readonly party: string; readonly lines: readonly string[] };

/** A paper: its blocks and what the file says of itself. */
export interface OfficialDocument {
  /** `resultNotice`, `callGuideline`, `useContract` … */
  readonly kind: string;
  readonly title: string;
  /** Who issues it: the author of the PDF. */
  readonly issuer: string;
  /** Day of the paper, `YYYY-MM-DD`: the date of the PDF, so that the same facts give the same bytes. */
  readonly date: string;
  readonly blocks: readonly Block[];
}
