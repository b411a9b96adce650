/** A piece of a line. Most text is a plain string. */
export type Inline =
  | string
  /** 振り仮名 above its word. */
  | { readonly type: 'ruby'; readonly base: string; readonly reading: string }
  /**
   * Room for a person to write in, a content control in Word. `name` says what belongs there and is never printed;
   * `width` is in characters; `ruled` draws a line under it.
   */
  | { readonly type: 'blank'; readonly name: string; readonly width: number; readonly ruled?: boolean }
  /** A picture that stands for a character that no font has: PNG in base64, as high as the line. */
  | { readonly type: 'glyph'; readonly character: string; readonly png: string };

/** What stands in a line; a newline in a string ends it. */
export type Text = string | readonly Inline[];

/** An item of a list with its printed label (`１`, `(2)`, `ア`); its own items stand one step further in. */
export interface ListItem {
  readonly label: Text;
  readonly text: Text;
  readonly items?: readonly ListItem[];
}

/** A cell that is more than its text. */
export interface Cell {
  readonly text: Text;
  /** Columns and rows that it takes; the cells that it covers are left out of their rows. */
  readonly columns?: number;
  readonly rows?: number;
  /** Least height in millimetres: room to write in. */
  readonly height?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** Names its row or column: shaded, and a heading for a screen reader. */
  readonly heading?: boolean;
}

/** □ or ■ with what it stands for. */
export interface Check {
  readonly checked: boolean;
  readonly text: Text;
}

/** One piece of an official paper. A form is a function from facts to blocks; every output is made of the same blocks. */
export type Block =
  /** Centred title of the paper, once. */
  | { readonly type: 'title'; readonly text: Text }
  /** A section's heading; a bookmark of the PDF. */
  | { readonly type: 'heading'; readonly text: Text }
  /** Form number at the upper left: 第５号様式（第７関係）. */
  | { readonly type: 'formNumber'; readonly text: Text }
  /** Document number and date, to the right. */
  | { readonly type: 'reference'; readonly lines: readonly Text[] }
  /** 宛名, to the left, with 様 / 殿 / 御中 already in its last line. */
  | { readonly type: 'addressee'; readonly lines: readonly Text[] }
  /** 発信者 or 届出者, to the right, with room for the seal. */
  | { readonly type: 'sender'; readonly lines: readonly Text[]; readonly seal: boolean }
  /** `align` other than left has no first-line indent. */
  | { readonly type: 'paragraph'; readonly text: Text; readonly align?: 'left' | 'center' | 'right' }
  | { readonly type: 'list'; readonly items: readonly ListItem[] }
  /** Choices, each with its box. */
  | { readonly type: 'checks'; readonly items: readonly Check[] }
  /** 記 */
  | { readonly type: 'record' }
  /** 以上 */
  | { readonly type: 'end' }
  /**
   * Columns by relative width; rows as wide as the columns. The header is repeated on every page. The first column of a
   * table without header names its row, unless its cells say otherwise by themselves.
   */
  | {
      readonly type: 'table';
      readonly widths: readonly number[];
      readonly header?: readonly Text[];
      readonly rows: readonly (readonly (Text | Cell)[])[];
    }
  /** An empty box for a stamp with its name in it: 収入印紙, 収受印, 証紙. In millimetres, 26 × 30 at the left when absent. */
  | {
      readonly type: 'stampBox';
      readonly label: Text;
      readonly width?: number;
      readonly height?: number;
      readonly align?: 'left' | 'right';
    }
  /** Who signs: 甲, 乙; name lines and room for the seal. */
  | { readonly type: 'signature'; readonly party: Text; readonly lines: readonly Text[] }
  /** 担当 and how to reach it, in a frame at the lower right. */
  | { readonly type: 'contact'; readonly lines: readonly Text[] }
  /** 備考 at the foot of a form, in small print. */
  | { readonly type: 'remarks'; readonly items: readonly ListItem[] }
  /** 朱書き: red, in a red frame. */
  | { readonly type: 'redNote'; readonly text: Text }
  | { readonly type: 'pageBreak' };

/**
 * What a paper is printed on. `discLabel` is a card of 120 mm for the case of a CD or DVD; `kaku2` (240 × 332 mm) and
 * `naga3` (235 × 120 mm) are envelopes, printed upright and lengthwise.
 */
export type PageSize = 'a4' | 'a4Landscape' | 'discLabel' | 'kaku2' | 'naga3';

/** A paper: its blocks and what the file says of itself. */
export interface OfficialDocument {
  /** `resultNotice`, `callGuideline`, `useContract` … */
  readonly kind: string;
  readonly title: string;
  /** Who issues it: the author of the PDF. */
  readonly issuer: string;
  /** Day of the paper, `YYYY-MM-DD`: the date of the PDF, so that the same facts give the same bytes. */
  readonly date: string;
  /** A4 upright when absent. */
  readonly page?: PageSize;
  readonly blocks: readonly Block[];
}
