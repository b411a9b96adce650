import { expect, test } from 'vitest';
import type { Grouping } from './grouping.ts';
import { bytesOf, groupingCache } from './groupingCache.ts';

/** A grouping without values: 12 bytes for each class. */
const groupingOf = (levels: readonly number[], classes: number): Grouping => ({
  ...{ levels, classes, histograms: [] },
  representatives: new Uint32Array(classes),
  counts: new Float64Array(classes),
});

/** A cache over nodes with these numbers of classes; answers from which node each asked node was made. */
function cacheOf(base: number, classes: Readonly<Record<string, number>>, bytes: number) {
  const starts: string[] = [];
  const cache = groupingCache(
    groupingOf([0, 0], base),
    (levels, finer) => {
      starts.push(finer.levels.join(''));
      return groupingOf(levels, classes[levels.join('')] ?? 0);
    },
    bytes,
  );
  return (...asked: readonly (readonly number[])[]) => {
    for (const levels of asked) expect(cache.group(levels).levels).toEqual(levels);
    return starts.splice(0);
  };
}

test('a grouping starts from the smallest kept one that is finer, else from all combinations', () => {
  const startsOf = cacheOf(100, { '10': 50, '01': 40, '11': 20, '20': 30, '21': 10 }, 1e6);
  expect(startsOf([1, 0], [0, 1], [1, 1], [2, 0], [2, 1], [0, 2])).toEqual(['00', '00', '01', '10', '11', '01']);
});

test('what is hardly smaller than its start is not worth keeping, nor what fills more than a quarter', () => {
  const startsOf = cacheOf(100, { '10': 80, '11': 1, '01': 79, '02': 1 }, 4 * 12 * 79);
  expect(startsOf([1, 0], [1, 1], [0, 1], [0, 2])).toEqual(['00', '00', '00', '01']);
  const small = cacheOf(100, { '01': 79, '02': 1 }, 4 * 12 * 79 - 1);
  expect(small([0, 1], [0, 2])).toEqual(['00', '00']);
});

test('when the memory is full, the one unused for longest goes', () => {
  const [one, two] = [1, 2].map((level) => Array.from({ length: 5 }, (_, at) => [0, 0, 0, 0, 0].with(at, level)));
  const names = Object.fromEntries([...(one ?? []).map((node) => [node.join(''), 10])]);
  // room for four of 10 classes; what is coarser is made larger here, so that it is not kept itself
  const coarser = Object.fromEntries([...(two ?? []).map((node) => [node.join(''), 90])]);
  const startsOf = cacheOf(100, { ...names, ...coarser }, 4 * 12 * 10);
  const [ones, twos] = [one as number[][], two as number[][]];
  expect(startsOf(...ones.slice(0, 4), ...twos.slice(0, 1))).toEqual(['00', '00', '00', '00', '10000']);
  expect(startsOf(...ones.slice(4), ...twos)).toEqual(['00', '10000', '00', '00100', '00010', '00001']);
});

test('at most 400 are kept, whatever the memory', () => {
  // none of them is finer than another, and the coarser of each is of no other
  const ones = Array.from({ length: 401 }, (_, index) => [index, 400 - index]);
  const classes = Object.fromEntries(ones.map((levels) => [levels.join(''), 1]));
  for (const [kept, start] of [
    [400, '0400'],
    [401, '00'],
  ] as const) {
    const startsOf = cacheOf(1000, classes, 1e9);
    startsOf(...ones.slice(0, kept));
    expect(startsOf([0, 401])).toEqual([start]);
  }
});

test('memory: 12 bytes for a class, and for a column of values 4 for each class and 12 for each entry', () => {
  const histogram = { offsets: new Uint32Array(4), valueCodes: new Uint32Array(5), counts: new Float64Array(5) };
  expect(bytesOf(groupingOf([], 3))).toBe(36);
  expect(bytesOf({ ...groupingOf([], 3), histograms: [histogram, histogram] })).toBe(36 + 2 * (12 + 60));
});

test('what is just finer than two nodes that start alike is made first, where there are many classes', () => {
  const startsOf = cacheOf(5000, { '12': 50, '11': 400, '21': 40, '13': 4500, '31': 30 }, 1e6);
  expect(startsOf([1, 2], [2, 1], [1, 3])).toEqual(['00', '00', '11', '12']);
  const few = cacheOf(4095, { '12': 50, '11': 400, '21': 40 }, 1e6);
  expect(few([1, 2], [2, 1])).toEqual(['00', '00']);
  const useless = cacheOf(5000, { '12': 50, '11': 4000, '21': 40 }, 1e6);
  expect(useless([1, 2], [2, 1])).toEqual(['00', '00', '00']);
});
