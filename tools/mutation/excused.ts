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
];
