import type { PageSize } from '../block.ts';

/** A page's size and margins in millimetres, its type in points, and whether its pages are numbered. */
export interface PageForm {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly numbered: boolean;
}

export const pageForms = {
  a4: { width: 210, height: 297, top: 28, bottom: 25, left: 25, right: 22, size: 10.5, numbered: true },
  a4Landscape: { width: 297, height: 210, top: 22, bottom: 20, left: 20, right: 20, size: 10.5, numbered: true },
  discLabel: { width: 120, height: 120, top: 7, bottom: 7, left: 8, right: 8, size: 8.5, numbered: false },
  kaku2: { width: 240, height: 332, top: 30, bottom: 25, left: 25, right: 25, size: 15, numbered: false },
  naga3: { width: 235, height: 120, top: 14, bottom: 12, left: 18, right: 18, size: 11, numbered: false },
} as const satisfies Record<PageSize, PageForm>;
