/** Column → level. */
export type Levels = Readonly<Record<string, number>>;

/** Records that local recoding released at levels of their own. */
export interface LevelsPart {
  readonly records: number;
  readonly levels: Levels;
  /** Records released at finer levels that would stand in the classes of this part: it is known that they are not its. */
  readonly excluded: number;
}

/** One set of levels, or with local recoding one per part, in the order in which they were found. */
export type ReportedLevels = Levels | readonly LevelsPart[];

const isParts = (levels: ReportedLevels): levels is readonly LevelsPart[] => Array.isArray(levels);

/** The parts of local recoding; none without it. */
export const localParts = (levels: ReportedLevels): readonly LevelsPart[] => (isParts(levels) ? levels : []);

/** Column → level; with local recoding the highest of its levels. */
export function highestLevels(levels: ReportedLevels): Levels {
  if (!isParts(levels)) return levels;
  const names = Object.keys(levels[0]?.levels ?? {});
  return Object.fromEntries(names.map((name) => [name, Math.max(...levels.map((part) => part.levels[name] ?? 0))]));
}
