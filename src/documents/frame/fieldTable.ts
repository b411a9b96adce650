import type { Block, Cell, Text } from '../block.ts';

/** Room to write in; `name` says what belongs there. @param width in characters */
export const blank = (name: string, width = 20): Text => [{ type: 'blank', name, width }];

/** A day to be written in. */
export const dayToWrite: Text = [
  '令和',
  { type: 'blank', name: '年', width: 2 },
  '年',
  { type: 'blank', name: '月', width: 2 },
  '月',
  { type: 'blank', name: '日', width: 2 },
  '日',
];

/** A labelled box; null = to be filled in. `height` = least height in millimetres while it is empty. */
export type Field = readonly [label: string, value: Text | null, height?: number];

/** Boxes in two columns, label and content, filled or to be filled in. */
export const fieldTable = (fields: readonly Field[], widths: readonly [number, number] = [2, 5]): Block => ({
  type: 'table',
  widths,
  rows: fields.map(([label, value, height = 9]): readonly (Text | Cell)[] => [
    label,
    value === null || value === '' ? { text: blank(label), height } : value,
  ]),
});
