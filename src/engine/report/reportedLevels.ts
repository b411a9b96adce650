/** Column → level. */
export type Levels = Readonly<Record<string, number>>;

/** Records that local recoding released at levels of their own. */
export interface LevelsPart {
  readonly records: number;
  /** Distinct persons of these records; null, or absent in older reports, where classes are counted in records. */
  readonly persons?: number | null;
  readonly levels: Levels;
  /** Records released at finer levels that would stand in the classes of this part: it is known that they are not its. */
  readonly excluded: number;
}

/** One set of levels, or with local recoding one per part, in the order in which they were found. */
export type ReportedLevels = Levels | readonly LevelsPart[];

const isParts = (levels: ReportedLevels): levels is readonly LevelsPart[] => Array.isArray(levels);

/** The parts of local recoding; none without it. */
export const localParts = (levels: ReportedLevels): readonly LevelsPart[] => (isParts(levels) ? levels : []);

/** The levels of all records, or those of each part, in the order in which they were found. */
export const levelsInOrder = (levels: ReportedLevels): readonly Levels[] =>
  isParts(levels) ? levels.map((part) => part.levels) : [levels];

/** Column → level; with local recoding the highest of its levels. */
export const highestLevels = (levels: ReportedLevels): Levels => highestOf(levelsInOrder(levels));

/** Column → the highest of its levels in several sets. */
export function highestOf(sets: readonly Levels[]): Levels {
  const names = Object.keys(sets[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, Math.max(...sets.map((levels) => levels[name] ?? 0))]));
}
