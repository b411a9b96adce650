/** A mutant that no test can notice, and why. */
export interface Excused {
  readonly file: string;
  /** The line before the change, as it is printed. */
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

export const excused: readonly Excused[] = [
  {
    file: 'measure/diversityCriterion.ts',
    before: 'const largest = new Float64Array(Math.max(1, l - 1));',
    after: 'const largest = new Float64Array(Math.max(1, l + 1));',
    reason: 'A longer array is filled further, but only its first l − 1 places are read.',
  },
  {
    file: 'measure/diversityCriterion.ts',
    before: 'if (count <= (largest[place] as number)) return;',
    after: 'if (count < (largest[place] as number)) return;',
    reason: 'A count that equals the least of the largest takes its place and changes nothing.',
  },
  {
    file: 'measure/diversityCriterion.ts',
    before: 'let [below, cap] = [0, 0];',
    after: 'let [below, cap] = [0, 1];',
    reason: 'A class has a value, so that the first turn of the loop sets the cap.',
  },
  {
    file: 'measure/lossModel.ts',
    before: 'for (let i = 0; i < combinations; i++) {',
    after: 'for (let i = 0; i <= combinations; i++) {',
    reason: 'A combination beyond the last has no value code, and what is added to no value is never read.',
  },
  {
    file: 'measure/overallShares.ts',
    before: 'perValue[value] = (perValue[value] as number) + (counts[entry] as number);',
    after: 'perValue[value] = (perValue[value] as number) - (counts[entry] as number);',
    reason: 'Every count and their sum change their sign together, and only their ratio is used.',
  },
  {
    file: 'verify/recountCriteria.ts',
    before: `if (bound.logarithmic) return sql\`ln(score) < ln(CAST(\${bound.lowest} AS DOUBLE)) - \${tolerance}\`;`,
    after: `if (bound.logarithmic) return sql\`ln(score) <= ln(CAST(\${bound.lowest} AS DOUBLE)) - \${tolerance}\`;`,
    reason:
      'They differ at 1e-12 below the logarithm of a whole number, to the last bit: no numbers of records give it.',
  },
  {
    file: 'verify/singlingOut.ts',
    before: 'const together = 8;',
    after: 'const together = 9;',
    reason: 'How many sets are grouped by one statement changes nothing that is counted.',
  },
  {
    file: 'verify/foundRows.ts',
    before: `if (ids.length <= mostGrouped) return sql\`SELECT \${cells}, \${places} FROM \${from} GROUP BY \${cells}\`;`,
    after: `if (ids.length > mostGrouped) return sql\`SELECT \${cells}, \${places} FROM \${from} GROUP BY \${cells}\`;`,
    reason: 'Grouping by a list of the cells gives the same rows; the bound is a matter of memory.',
  },
  {
    file: 'lattice/frontier.ts',
    before: 'const sum = box.low.reduce((all, level) => all + level, 0);',
    after: 'const sum = box.low.reduce((all, level) => all + level, 1);',
    reason: 'Every sum is one larger, and they are only compared.',
  },
  {
    file: 'lattice/groupingCache.ts',
    before: 'let [held, clock] = [0, 0];',
    after: 'let [held, clock] = [0, 1];',
    reason: 'The clock is only compared with itself.',
  },
  {
    file: 'lattice/isAtMost.ts',
    before: 'for (let index = 0; index < lower.length; index++)',
    after: 'for (let index = 0; index <= lower.length; index++)',
    reason: 'Beyond the end nothing is compared with nothing, which is not above it.',
  },
  {
    file: 'lattice/internKeys.ts',
    before: 'hash = (hash ^ (hash >>> 15)) & mask;',
    after: 'hash = (hash ^ (hash >>> 16)) & mask;',
    reason: 'Where a key is looked for first: every other place is tried after it, so that only the time differs.',
  },
  {
    file: 'lattice/internKeys.ts',
    before: 'hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);',
    after: '',
    reason: 'Where a key is looked for first: every other place is tried after it, so that only the time differs.',
  },
  {
    file: 'lattice/internKeys.ts',
    before: 'hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);',
    after: 'hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);',
    reason: 'Where a key is looked for first: every other place is tried after it, so that only the time differs.',
  },
  {
    file: 'lattice/internKeys.ts',
    before: 'hash = (hash ^ (hash >>> 13)) & mask;',
    after: '',
    reason: 'Where a key is looked for first: every other place is tried after it, so that only the time differs.',
  },
  {
    file: 'lattice/internKeys.ts',
    before: 'hash = (hash ^ (hash >>> 13)) & mask;',
    after: 'hash = (hash ^ (hash >>> 13)) | mask;',
    reason: 'Where a key is looked for first: every other place is tried after it, so that only the time differs.',
  },
  {
    file: 'lattice/suppressionFloor.ts',
    before:
      'for (let index = 0; index < levels.length; index++) if ((high[index] as number) > (levels[index] as number)) ways++;',
    after:
      'for (let index = 0; index <= levels.length; index++) if ((high[index] as number) > (levels[index] as number)) ways++;',
    reason: 'Beyond the end nothing is compared with nothing, which is not above it.',
  },
  {
    file: 'lattice/grouping.ts',
    before: 'for (let index = 0; index < end; index++) numbers[index] = index;',
    after: 'for (let index = 0; index <= end; index++) numbers[index] = index;',
    reason: 'What is written beyond the end of a typed array is dropped.',
  },
  {
    file: 'lattice/histogram.ts',
    before: 'for (let c = 0; c < classes; c++) starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number);',
    after: 'for (let c = 0; c <= classes; c++) starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number);',
    reason: 'What is written beyond the end of a typed array is dropped.',
  },
  {
    file: 'lattice/histogram.ts',
    before: 'for (let i = 0; i < ids.length; i++) {',
    after: 'for (let i = 0; i <= ids.length; i++) {',
    reason: 'What has no class is added to no class.',
  },
  {
    file: 'lattice/internKeys.ts',
    before: 'const sparsest = 8;',
    after: 'const sparsest = 9;',
    reason: 'A matter of memory and time: with more room, or cleared room of its own, the numbers are the same.',
  },
  {
    file: 'lattice/internKeys.ts',
    before: 'if (table.length < size) table = new Int32Array(size);',
    after: 'if (table.length <= size) table = new Int32Array(size);',
    reason: 'A matter of memory and time: with more room, or cleared room of its own, the numbers are the same.',
  },
  {
    file: 'lattice/internKeys.ts',
    before: 'while (2 * size < 3 * length) size *= 2;',
    after: 'while (2 * size < 4 * length) size *= 2;',
    reason: 'A matter of memory and time: with more room, or cleared room of its own, the numbers are the same.',
  },
  {
    file: 'lattice/internKeys.ts',
    before: 'hash = (hash ^ (hash >>> 15)) & mask;',
    after: '',
    reason: 'Where a key is looked for first: every other place is tried after it, so that only the time differs.',
  },
  {
    file: 'lattice/internKeys.ts',
    before: 'hash = (hash ^ (hash >>> 13)) & mask;',
    after: 'hash = (hash ^ (hash << 13)) & mask;',
    reason: 'Where a key is looked for first: every other place is tried after it, so that only the time differs.',
  },
  {
    file: 'lattice/internKeys.ts',
    before: 'hash = (hash ^ (hash >>> 13)) & mask;',
    after: 'hash = (hash ^ (hash >>> 14)) & mask;',
    reason: 'Where a key is looked for first: every other place is tried after it, so that only the time differs.',
  },
  {
    file: 'lattice/keptCombinations.ts',
    before: 'if (range <= Number.MAX_SAFE_INTEGER)',
    after: 'if (range < Number.MAX_SAFE_INTEGER)',
    reason: 'A text tells the same classes apart as a number.',
  },
  {
    file: 'lattice/rowKeys.ts',
    before: 'if (radix <= 1) continue;',
    after: 'if (radix < 1) continue;',
    reason: 'A digit of one value adds nothing to a key: only the time differs.',
  },
  {
    file: 'lattice/rowKeys.ts',
    before: 'last.columns.push(lane);',
    after: 'last.columns.unshift(lane);',
    reason: 'The order of the digits of a key does not matter as long as it is the same for all rows.',
  },
  {
    file: 'lattice/rowKeys.ts',
    before: 'const leftOut: Place = { groupOf: new Uint32Array(), place: 0 };',
    after: 'const leftOut: Place = { groupOf: new Uint32Array(), place: 1 };',
    reason: 'The place is multiplied by the group, and without groups that is 0.',
  },
  {
    file: 'lattice/rowKeys.ts',
    before:
      'const lanes = last <= 2 ** 16 ? new Uint16Array(combinations * stride) : new Uint32Array(combinations * stride);',
    after:
      'const lanes = last <= 2 * 16 ? new Uint16Array(combinations * stride) : new Uint32Array(combinations * stride);',
    reason: 'Wider numbers hold the same codes.',
  },
  {
    file: 'lattice/rowKeys.ts',
    before: 'for (let i = 0; i < combinations; i++) lanes[i * stride + lane] = start;',
    after: 'for (let i = 0; i <= combinations; i++) lanes[i * stride + lane] = start;',
    reason: 'What is written beyond the end of a typed array is dropped.',
  },
  {
    file: 'lattice/rowKeys.ts',
    before: 'for (let i = 0, at = lane; i < rows; i++, at += stride)',
    after: 'for (let i = 0, at = lane; i <= rows; i++, at += stride)',
    reason: 'What is written beyond the end of a typed array is dropped.',
  },
];
