import { type Html, html } from './html.ts';

/** A bar with what stands before and behind it. */
export interface Bar {
  readonly label: string;
  /** 0 to the chart's `most`. */
  readonly value: number;
  readonly text: string;
}

interface Chart {
  readonly id: string;
  readonly title: string;
  /** The chart in words. */
  readonly description: string;
  readonly bars: readonly Bar[];
  /** Value of a bar of full length. */
  readonly most: number;
}

const [width, labelWidth, textWidth, barHeight, gap] = [680, 170, 150, 22, 10];
const fullLength = width - labelWidth - textWidth;
const longestLabel = 11;

/** Horizontal bars as one SVG picture, with title and description for those who don't see it. */
export function barChart({ id, title, description, bars, most }: Chart): Html {
  const height = bars.length * (barHeight + gap) + gap;
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-description"><title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc><line class="axis" x1="${labelWidth}" x2="${labelWidth}" y1="0" y2="${height}"/>${bars.map((bar, index) => drawn(bar, gap + index * (barHeight + gap), most))}</svg>`;
}

function drawn({ label, value, text }: Bar, top: number, most: number): Html {
  const length = most > 0 ? Math.round((value / most) * fullLength * 10) / 10 : 0;
  const middle = top + barHeight / 2;
  return html`<text class="label" x="${labelWidth - 10}" y="${middle}">${shortened(label)}</text><rect class="bar" x="${labelWidth}" y="${top}" width="${length}" height="${barHeight}"/><text class="value" x="${labelWidth + length + 8}" y="${middle}">${text}</text>`;
}

function shortened(label: string): string {
  const characters = [...label];
  const weight = characters.reduce((sum, one) => sum + (one < '\u0100' ? 0.6 : 1), 0);
  return weight <= longestLabel
    ? label
    : `${characters.slice(0, weight === characters.length ? longestLabel : 17).join('')}…`;
}
