import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAtMost } from './isAtMost.ts';
import { suppressionFloor } from './suppressionFloor.ts';

const node = fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 3 })));

test('a witness is a counted node above that suppresses enough, with the fewest ways out of the box; below is any with fewer', () => {
  const counted = fc.array(fc.tuple(node, fc.integer({ min: 0, max: 9 })), { maxLength: 20 });
  let [several, found] = [0, 0];
  const run = (nodes: [number[], number][], low: number[], reach: number[], suppressed: number) => {
    const known = suppressionFloor();
    for (const [levels, records] of nodes) known.add(levels, records);
    const high = low.map((level, index) => Math.min(3, level + (reach[index] ?? 0)));
    const waysOut = (levels: readonly number[]) => high.filter((level, index) => level > (levels[index] ?? 0)).length;
    const above = nodes.filter(([levels, records]) => records >= suppressed && isAtMost(low, levels));
    const witness = known.witness(low, high, suppressed);
    expect(witness === null).toBe(above.length === 0);
    if (witness) {
      expect(above.map(([levels]) => levels)).toContain(witness);
      // one way out can't be divided: the first that has no more is taken
      expect(waysOut(witness)).toBeLessThanOrEqual(Math.max(1, Math.min(...above.map(([levels]) => waysOut(levels)))));
      found++;
      if (new Set(above.map(([levels]) => waysOut(levels))).size > 1) several++;
    }
    const below = nodes.some(([levels, records]) => records < suppressed && isAtMost(levels, low));
    expect(known.isBelow(low, suppressed)).toBe(below);
  };
  fc.assert(fc.property(counted, node, node, fc.integer({ min: 0, max: 10 }), run), { seed: 83, numRuns: 1000 });
  expect([found > 200, several > 50]).toEqual([true, true]);
});
