import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import type { ListItem } from '../../block.ts';

const katakana = [...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'];
const iroha = [...'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス'];
const fullWidth = (value: number) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Numberings that Word writes by itself: what stands around the number, and the label of each place from 1 on. */
const formats = [
  { name: 'decimal', format: LevelFormat.DECIMAL, text: '%1', label: String },
  { name: 'decimalInBrackets', format: LevelFormat.DECIMAL, text: '(%1)', label: (place: number) => `(${place})` },
  { name: 'fullWidth', format: LevelFormat.DECIMAL_FULL_WIDTH, text: '%1', label: fullWidth },
  {
    name: 'fullWidthInBrackets',
    format: LevelFormat.DECIMAL_FULL_WIDTH,
    text: '（%1）',
    label: (place: number) => `（${fullWidth(place)}）`,
  },
  {
    name: 'circle',
    format: LevelFormat.DECIMAL_ENCLOSED_CIRCLE,
    text: '%1',
    label: (place: number) => (place <= 20 ? String.fromCharCode(0x245f + place) : ''),
  },
  {
    name: 'katakana',
    format: LevelFormat.AIUEO_FULL_WIDTH,
    text: '%1',
    label: (place: number) => katakana[place - 1] ?? '',
  },
  { name: 'iroha', format: LevelFormat.IROHA_FULL_WIDTH, text: '%1', label: (place: number) => iroha[place - 1] ?? '' },
] as const;

const deepest = 4;
/** Twentieths of a point. */
const step = 480;

/** Every numbering at every depth; a list takes one, and begins it anew. */
export const wordNumbering: INumberingOptions = {
  config: formats.flatMap(({ name, format, text }) =>
    Array.from({ length: deepest }, (_, depth) => ({
      reference: `${name}${depth}`,
      levels: [
        {
          level: 0,
          format,
          text,
          alignment: AlignmentType.LEFT,
          suffix: LevelSuffix.TAB,
          style: { paragraph: { indent: { left: step * (depth + 1), hanging: step } } },
        },
      ],
    })),
  ),
};

/** The numbering whose labels are just those of the items; null where Word would number them otherwise. */
export function numberingOf(items: readonly ListItem[], depth: number): string | null {
  const found = formats.find(({ label }) => items.every((item, index) => item.label === label(index + 1)));
  return found && depth < deepest ? `${found.name}${depth}` : null;
}

/** Where an item stands whose label is written as text. */
export const writtenIndent = (depth: number) => ({ left: step * (depth + 1), hanging: step });
