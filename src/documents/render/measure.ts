import type { PageForm } from './pageForms.ts';

/** What a page of a form takes. */
export interface Measure {
  /** Half-width characters of a line. */
  readonly room: number;
  /** Half-width characters of a millimetre. */
  readonly perMillimetre: number;
  /** Millimetres between the upper and the lower margin. */
  readonly height: number;
  /** Least and most millimetres from one line to the next. */
  readonly leastPitch: number;
  readonly mostPitch: number;
}

/** A point in millimetres. */
const point = 25.4 / 72;

export function measureOf({ width, height, top, bottom, left, right, size }: PageForm): Measure {
  const em = size * point;
  return {
    room: Math.floor(((width - left - right) * 2) / em),
    perMillimetre: 2 / em,
    height: height - top - bottom,
    leastPitch: 1.55 * em,
    mostPitch: 1.85 * em,
  };
}
