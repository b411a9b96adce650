import { classViewer } from '../measure/classView.ts';
import { classCriteria, judgeClasses } from '../measure/judgeClasses.ts';
import { classSizes } from '../measure/measureNode.ts';
import type { Attribute, DistinctTable } from './distinctTable.ts';
import { createGrouper } from './grouping.ts';
import { partOfTable } from './partOfTable.ts';
import type { ReleasePart } from './recodeLocally.ts';
import type { Requirements } from './requirements.ts';

/** The classes of an output whose parts have levels of their own. */
export interface ReleasedClasses {
  /** How many classes have each size, the smallest first, in the unit in which classes are counted. */
  readonly sizes: Array<[size: number, classes: number]>;
  /** Records in classes that fail a requirement. */
  readonly failing: number;
}

/**
 * Classes as they are read in the output: those of two parts that have the same labels are one. Two classes that meet a
 * requirement may fail it together, because a person of both counts once.
 */
export function releasedClasses(
  table: DistinctTable,
  parts: readonly ReleasePart[],
  requirements: Requirements,
): ReleasedClasses {
  const codeOf = new Map<string, number>();
  const combinations: number[] = [];
  const codes: number[] = [];
  for (const { levels, kept } of parts)
    for (let index = 0; index < table.combinations; index++) {
      if (kept[index] === 0) continue;
      const key = labelsOf(table, levels, index);
      const code = codeOf.get(key) ?? codeOf.size;
      codeOf.set(key, code);
      combinations.push(index);
      codes.push(code);
    }
  const released: DistinctTable = {
    ...partOfTable(table, Uint32Array.from(combinations)),
    attributes: [classAttribute(codeOf.size)],
    codes: [Uint32Array.from(codes)],
  };
  const grouper = createGrouper(released);
  const grouping = grouper.group([0], grouper.base);
  const view = classViewer(released);
  const verdict = judgeClasses(requirements.k, classCriteria(released, requirements), view)(grouping);
  return { sizes: classSizes(view(grouping), verdict), failing: verdict.suppressedRecords };
}

function labelsOf({ attributes, codes }: DistinctTable, levels: readonly number[], index: number): string {
  const labels = attributes.map((attribute, place) => {
    const level = attribute.levels[levels[place] as number];
    return level?.labels[level.groupOf[codes[place]?.[index] as number] as number] ?? null;
  });
  return JSON.stringify(labels);
}

/** The class of each combination as its only attribute. */
function classAttribute(classes: number): Attribute {
  const groupOf = Uint32Array.from({ length: classes }, (_, code) => code);
  const labels = Array.from(groupOf, String);
  return {
    column: '',
    domain: classes,
    levels: [{ groupOf, groups: classes, labels, share: new Float64Array(classes) }],
  };
}
