import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OfficialDocument } from '../../src/documents/block.ts';
import { pageForms } from '../../src/documents/render/pageForms.ts';
import { solid } from './wordsOf.ts';

interface Box {
  readonly page: number;
  readonly text: string;
  /** Points from the left and the lower edge of the page. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The boxes of all words of a PDF. */
export async function boxesOf(pdf: Uint8Array): Promise<readonly Box[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await task.promise;
  const boxes: Box[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [, , , , left, bottom] = item.transform as readonly number[] as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      boxes.push({ page, text: item.str, left, right: left + item.width, bottom, top: bottom + item.height });
    }
  }
  await task.destroy();
  return boxes;
}

export async function pagesOf(pdf: Uint8Array): Promise<number> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const { numPages } = await task.promise;
  await task.destroy();
  return numPages;
}

/** The bookmarks of a PDF on their first level. */
export async function bookmarksOf(pdf: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const outline = await (await task.promise).getOutline();
  await task.destroy();
  return outline.map(({ title }) => title);
}

const perMillimetre = 72 / 25.4;
/** Shares of its height by which a box may pass a margin: the em box is higher than its ink. */
const along = 0.35;
/** A mark of punctuation is drawn on one half of its box; the other half may stand beyond the end of the line. */
const hanging = 0.5;
const opening = /^[（「『〔［【〈《]/;
const closing = /[、。，．）」』〕］】〉》・：；]$/;

const isFooter = (box: Box, bottom: number) => box.bottom < bottom;

interface Tag {
  readonly id?: string;
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Tag[];
}

const contentsOf = ({ id, children = [] }: Tag): readonly string[] => (id ? [id] : children.flatMap(contentsOf));

/** The words of a PDF as its tags give them to a reader, in their order, without spaces; numbers of pages are no tags. */
export async function bodyText(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await task.promise;
  const words: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marked = new Map<string, string>();
    let current = '';
    for (const item of items) {
      if ('str' in item) marked.set(current, (marked.get(current) ?? '') + item.str);
      else if (item.type === 'beginMarkedContentProps') current = item.id;
      else if (item.type === 'beginMarkedContent') current = '';
    }
    words.push(...contentsOf(await page.getStructTree()).map((id) => marked.get(id) ?? ''));
  }
  await task.destroy();
  return solid(words.join(''));
}

/** The roles of the tags of a PDF, with the alternative text of its figures: `H1`, `L > LI > Lbl`, `Figure: 外字`. */
export async function tagsOf(pdf: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await task.promise;
  const tags: string[] = [];
  const note = (tag: Tag, above: string): void => {
    if (tag.role === undefined) return;
    const role = ['LI', 'Lbl', 'LBody', 'THead', 'TBody', 'TR', 'TH', 'TD'].includes(tag.role)
      ? `${above} > ${tag.role}`
      : tag.role;
    tags.push(tag.alt === undefined ? role : `${role}: ${tag.alt}`);
    for (const child of tag.children ?? []) note(child, role);
  };
  for (let number = 1; number <= document.numPages; number += 1)
    for (const child of (await (await document.getPage(number)).getStructTree())?.children ?? [])
      note(child as Tag, '');
  await task.destroy();
  return tags;
}

/** The first character of every line of print, in its page. */
export async function lineStarts(pdf: Uint8Array): Promise<readonly string[]> {
  const boxes = await boxesOf(pdf);
  return boxes
    .filter(
      (box) =>
        !boxes.some(
          (other) =>
            other !== box &&
            other.page === box.page &&
            Math.abs(other.bottom - box.bottom) < 3 &&
            Math.abs(other.right - box.left) < 6 &&
            other.left < box.left,
        ),
    )
    .map(({ text }) => [...text][0] ?? '');
}

/** Words that pass the margins of their paper. */
export async function boxesOutside(pdf: Uint8Array, { page = 'a4' }: OfficialDocument): Promise<readonly Box[]> {
  const form = pageForms[page];
  const edge = (millimetres: number) => millimetres * perMillimetre;
  return (await boxesOf(pdf)).filter((box) => {
    const height = box.top - box.bottom;
    if (form.numbered && isFooter(box, edge(form.bottom) - along * height)) return !/^[\d/ ]+$/.test(box.text);
    return (
      box.left < edge(form.left) - 1 - (opening.test(box.text) ? hanging * height : 0) ||
      box.right > edge(form.width - form.right) + 1 + (closing.test(box.text) ? hanging * height : 0) ||
      box.top > edge(form.height - form.top) + along * height ||
      box.bottom < edge(form.bottom) - along * height
    );
  });
}
