import { delimiterHint } from '../import/delimiterHint.ts';
import { findCycle } from './findCycle.ts';
import { findExchange } from './findExchange.ts';
import { nameValues } from './nameValues.ts';

type Rows = readonly (readonly string[])[];

/** Why the rows of a hierarchy file are no hierarchy. */
export interface HierarchyFault {
  readonly fault: 'empty' | 'ragged' | 'conflicting' | 'unnested' | 'cyclic' | 'missing';
  /** What is wrong, with the values, and what to do. */
  readonly message: string;
  readonly values: readonly string[];
}

/**
 * Everything that is wrong with the rows of a hierarchy file, level 0 first.
 * @param occurring the values that the data have; none where it isn't known.
 */
export function hierarchyFaults(rows: Rows, occurring: readonly string[] = []): HierarchyFault[] {
  const [first] = rows;
  if (!first)
    return [{ fault: 'empty', message: '行がありません。値ごとに 1 行、左から細かい順に書いてください。', values: [] }];
  const ragged = raggedRows(rows, first.length);
  const nested = ragged.length > 0 ? [] : [...unnestedGroups(rows, first.length), ...cycles(rows)];
  return [...ragged, ...conflictingRows(rows), ...nested, ...missingValues(rows, occurring)];
}

function faultOf(fault: HierarchyFault['fault'], values: readonly string[], words: (named: string) => string) {
  return values.length === 0 ? [] : [{ fault, values, message: words(nameValues(values)) }];
}

const raggedRows = (rows: Rows, levels: number) =>
  faultOf(
    'ragged',
    rows.filter((row) => row.length !== levels).map((row) => row[0] ?? ''),
    (named) => `最初の行は ${levels} 列ですが、列の数が異なる行があります: 値が${named}。列の数をそろえてください。`,
  );

const conflictingRows = (rows: Rows) =>
  faultOf(
    'conflicting',
    repeatedValues(rows).different,
    (named) => `同じ値に異なる行があります: ${named}。値ごとに 1 行にしてください。`,
  );

/** Values with more than one row: those whose rows differ, and those whose rows are all equal. */
export function repeatedValues(rows: Rows): { readonly different: string[]; readonly equal: string[] } {
  const firstRow = new Map<string, readonly string[]>();
  const different = new Set<string>();
  const equal = new Set<string>();
  for (const row of rows) {
    const value = row[0] ?? '';
    const known = firstRow.get(value);
    if (!known) firstRow.set(value, row);
    else if (known.every((cell, level) => cell === row[level])) equal.add(value);
    else different.add(value);
  }
  return { different: [...different], equal: [...equal] };
}

function unnestedGroups(rows: Rows, levels: number): HierarchyFault[] {
  const between = Array.from({ length: Math.max(0, levels - 2) }, (_, index) => index + 1);
  return between.flatMap((level) =>
    faultOf(
      'unnested',
      splitGroups(rows, level),
      (named) =>
        `段階 ${level} の区分が、段階 ${level + 1} で 2 つ以上の区分に分かれています: ${named}。` +
        '下の段階で同じ区分になる値は、上の段階でも同じ区分にしてください。',
    ),
  );
}

function splitGroups(rows: Rows, level: number): string[] {
  const parentOf = new Map<string, string>();
  const split = new Set<string>();
  for (const row of rows) {
    const [group, parent] = [row[level] ?? '', row[level + 1] ?? ''];
    if ((parentOf.get(group) ?? parent) !== parent) split.add(group);
    parentOf.set(group, parent);
  }
  return [...split];
}

const cycles = (rows: Rows) => [
  ...faultOf(
    'cyclic',
    findCycle(rows),
    (named) =>
      `区分が循環しています（上の段階をたどると元の区分に戻ります）: ${named}。粗い区分の名前を、細かい区分の名前と別にしてください。`,
  ),
  ...faultOf(
    'cyclic',
    findExchange(rows),
    (named) =>
      `番号が循環しています（まとめずに入れ替わっているだけの番号があります）: ${named}。別の意味の番号なら「区分1」のように名前を変えてください。`,
  ),
];

function missingValues(rows: Rows, occurring: readonly string[]): HierarchyFault[] {
  const known = new Set(rows.map(([value]) => value));
  const missing = occurring.filter((value) => !known.has(value));
  return faultOf(
    'missing',
    missing,
    (named) =>
      `データにある値が階層にありません: ${named}。階層にこれらの値の行を加えてください。${delimiterHint(rows)}`,
  );
}
