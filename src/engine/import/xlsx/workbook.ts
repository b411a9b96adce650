import { posix } from 'node:path';
import { InputError } from '../../inputError.ts';
import { readEscapes } from './spreadsheetText.ts';
import type { WorkbookArchive, WorkbookBounds } from './workbookArchive.ts';
import { attribute, type XmlListener } from './xmlScanner.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  /** Days are counted from 1904-01-01 and not from 1900. */
  readonly from1904: boolean;
  readonly strings: readonly string[];
  /** Number format of each cell style. */
  readonly formats: readonly string[];
}

/** @throws {InputError} when a part is missing or can't be read */
export async function readWorkbook(path: string, archive: WorkbookArchive, bounds: WorkbookBounds): Promise<Workbook> {
  const targets = new Map<string, { readonly type: string; readonly part: string }>();
  const read = (part: string, listener: XmlListener) => archive.read(part, listener, bounds.partBytes);
  await read('xl/_rels/workbook.xml.rels', {
    ...ignoring,
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      const part = target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
      targets.set(attribute(attributes, 'Id') ?? '', { type: attribute(attributes, 'Type') ?? '', part });
    },
  });
  const partOf = (type: string) => [...targets.values()].find((target) => target.type.endsWith(`/${type}`))?.part;
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  await read('xl/workbook.xml', {
    ...ignoring,
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '');
      const target = name === 'sheet' ? targets.get(attribute(attributes, 'id') ?? '') : undefined;
      if (!target?.type.endsWith('/worksheet')) return;
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute(attributes, 'name') ?? '', part: target.part, hidden });
    },
  });
  if (sheets.length === 0) throw new InputError(path, 'シートがありません。');
  const stringsPart = partOf('sharedStrings');
  const stylesPart = partOf('styles');
  const strings: string[] = [];
  if (stringsPart) await read(stringsPart, sharedStrings(strings));
  const styles = cellStyles();
  if (stylesPart) await read(stylesPart, styles.listener);
  return { sheets, from1904, strings, formats: styles.formats() };
}

const ignoring: XmlListener = { open: () => undefined, close: () => undefined, text: () => undefined };

/** Texts of one string, in runs; the reading aid over kanji (ふりがな) is no part of it. */
export function textRuns() {
  let [text, inText, aids] = ['', false, 0];
  return {
    open(name: string): void {
      if (name === 'rPh') aids += 1;
      if (name === 't') inText = aids === 0;
    },
    close(name: string): void {
      if (name === 'rPh') aids -= 1;
      if (name === 't') inText = false;
    },
    text(piece: string): void {
      if (inText) text += piece;
    },
    take(): string {
      const taken = readEscapes(text);
      text = '';
      return taken;
    },
  };
}

function sharedStrings(strings: string[]): XmlListener {
  const runs = textRuns();
  return {
    open: runs.open,
    text: runs.text,
    close: (name) => {
      runs.close(name);
      if (name === 'si') strings.push(runs.take());
    },
  };
}

/** Formats that every workbook has, as Excel shows them in Japan (ECMA-376 18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'ge.m.d',
  28: 'ggge"年"m"月"d"日"',
  29: 'ggge"年"m"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"',
  35: 'm"月"d"日"',
  36: 'ge.m.d',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'ge.m.d',
  51: 'ggge"年"m"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'ggge"年"m"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: 'ge.m.d',
  58: 'ggge"年"m"月"d"日"',
};

function cellStyles() {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  const listener: XmlListener = {
    ...ignoring,
    open: (name, attributes) => {
      if (name === 'numFmt')
        own.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) ids.push(Number(attribute(attributes, 'numFmtId') ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  };
  return { listener, formats: () => ids.map((id) => own.get(id) ?? builtIn[id] ?? '') };
}
