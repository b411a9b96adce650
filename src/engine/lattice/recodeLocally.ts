import { type LossModel, lossModel } from '../measure/lossModel.ts';
import type { DistinctTable } from './distinctTable.ts';
import { classKey, keptCombinations } from './keptCombinations.ts';
import { partOfTable } from './partOfTable.ts';
import { type ReleasedClasses, releasedClasses } from './releasedClasses.ts';
import type { Plan, Requirements } from './requirements.ts';
import { type Impossible, type SearchOptions, search } from './search.ts';

/** Records that are released at levels of their own. */
export interface ReleasePart {
  readonly levels: readonly number[];
  /** Per combination of the table: 1 = released at these levels. */
  readonly kept: Uint8Array;
  readonly records: number;
  /** Distinct persons of these records; null where classes are counted in records. */
  readonly persons: number | null;
  /** Records released finer that would stand in the classes of this part at its levels: it is known who they are not. */
  readonly excluded: number;
}

export type LocalResult =
  | { readonly plan: Plan; readonly parts: readonly ReleasePart[] }
  | { readonly impossible: Impossible };

/** Combinations of the whole table that wait for their levels. */
interface Rest {
  readonly table: DistinctTable;
  readonly combinations: Uint32Array;
}

/** One exact search over what the rounds before left. */
interface Round {
  readonly given: Rest;
  readonly plan: Plan;
  readonly kept: Uint32Array;
  readonly left: Rest;
}

/** A way to end: rounds, and the records that none of them holds. */
interface Ending {
  readonly rounds: readonly Round[];
  readonly residue: DistinctTable;
}

/** An ending whose classes, as they are read in the output, meet every requirement. */
interface SoundEnding extends Ending {
  readonly parts: readonly ReleasePart[];
  readonly classes: ReleasedClasses;
}

/**
 * Local recoding: the exact search for the least loss, then again over the records that it left out, until none is left.
 * What is left at last is none or at least k records, or persons where classes are counted in persons: fewer would be
 * picked out by what they do not fit.
 *
 * `levels` of the plan are those of the first part. The whole is not claimed to be optimal.
 */
export async function recodeLocally(
  table: DistinctTable,
  requirements: Requirements,
  options: SearchOptions = {},
): Promise<LocalResult> {
  const recode = roundMaker(requirements, options);
  const everything = { table, combinations: Uint32Array.from({ length: table.combinations }, (_, index) => index) };
  const rounds: Round[] = [];
  let rest: Rest = everything;
  let checks = 0;
  for (let stuck = false; rest.table.records > 0 && !stuck; ) {
    const round = await recode(rest, 1);
    checks += round?.plan.checks ?? 0;
    stuck = round === null || round.kept.length === 0;
    if (round && !stuck) {
      rounds.push(round);
      rest = round.left;
    }
  }
  const endings = await endingsOf(table, rounds, rest.table, requirements, recode);
  const allowed = Math.floor(requirements.suppressionLimit * unitsOf(table));
  const [best] = endings
    .filter(({ residue }) => unitsOf(residue) <= allowed)
    .map((ending) => summaryOf(table, ending, checks))
    .toSorted((one, other) => one.plan.loss - other.plan.loss);
  if (best) return best;
  const leastSuppressed = Math.min(unitsOf(table), ...endings.map(({ residue }) => unitsOf(residue)));
  const reason = options.signal?.aborted ? 'stopped' : 'none';
  return { impossible: { reason, leastSuppressed, levels: [], suppressedBy: {}, allowed } };
}

/** Records of a table, or its distinct persons. */
function unitsOf({ records, persons }: DistinctTable): number {
  return persons ? new Set(persons.valueCodes).size : records;
}

type RoundMaker = (rest: Rest, limit: 0 | 1) => Promise<Round | null>;

function roundMaker(requirements: Requirements, options: SearchOptions): RoundMaker {
  const end = performance.now() + 1000 * (options.seconds ?? Number.POSITIVE_INFINITY);
  return async (given, limit) => {
    const own = { ...requirements, suppressionLimit: limit };
    const seconds = Math.max(0, (end - performance.now()) / 1000);
    const result = await search(given.table, own, Number.isFinite(seconds) ? { ...options, seconds } : options);
    if ('impossible' in result) return null;
    const { kept } = keptCombinations(given.table, own, result.plan.levels);
    const pick = (flag: 0 | 1) => given.combinations.filter((_, index) => kept[index] === flag);
    const rows = Uint32Array.from(kept.keys()).filter((index) => kept[index] === 0);
    return {
      given,
      plan: result.plan,
      kept: pick(1),
      left: { table: partOfTable(given.table, rows), combinations: pick(0) },
    };
  };
}

/**
 * As the rounds ended; the last round that can be made again without leaving a record; or its records left out too.
 * Those that leave out some, but fewer than k, are none.
 */
async function endingsOf(
  table: DistinctTable,
  rounds: readonly Round[],
  rest: DistinctTable,
  requirements: Requirements,
  recode: RoundMaker,
): Promise<SoundEnding[]> {
  const isLarge = (units: number) => units === 0 || units >= requirements.k;
  const sound = (ending: Ending): SoundEnding[] => {
    if (ending.rounds.length === 0 || !isLarge(unitsOf(ending.residue))) return [];
    const parts = partsOf(table, ending.rounds);
    const classes = releasedClasses(table, parts, requirements);
    return classes.failing === 0 ? [{ ...ending, parts, classes }] : [];
  };
  const endings = sound({ rounds, residue: rest });
  if (rest.records === 0 && endings.length > 0) return endings;
  const nothing = partOfTable(table, new Uint32Array());
  for (let last = rounds.length - 1; last >= 0; last--) {
    const before = rounds.slice(0, last);
    const { given } = rounds[last] as Round;
    const whole = await recode(given, 0);
    const ended = whole ? sound({ rounds: [...before, whole], residue: nothing }) : [];
    if (ended.length > 0) return [...endings, ...ended];
    endings.push(...sound({ rounds: before, residue: given.table }));
  }
  return endings;
}

function summaryOf(table: DistinctTable, { rounds, residue, parts, classes }: SoundEnding, checks: number) {
  const model = lossModel(table);
  const lowest = table.attributes.map(() => 0);
  const losses = model.losses(lowest, costAboveLowest(table, model, parts));
  const loss = model.total(losses);
  const plan: Plan = {
    levels: parts[0]?.levels ?? lowest,
    loss,
    losses,
    suppressedRecords: residue.records,
    suppressedPersons: residue.persons ? unitsOf(residue) : null,
    suppressedBy: residue.records === 0 ? {} : (rounds.at(-1)?.plan.suppressedBy ?? {}),
    classes: classes.sizes.reduce((sum, [, number]) => sum + number, 0),
    smallestClass: classes.sizes[0]?.[0] ?? null,
    classSizes: classes.sizes,
    optimal: false,
    gap: loss,
    checks,
  };
  return { plan, parts };
}

/** Rows of its hierarchy that each attribute costs more than at its lowest level; a record left out costs all of them. */
function costAboveLowest({ codes, counts }: DistinctTable, { deficit }: LossModel, parts: readonly ReleasePart[]) {
  return codes.map((values, attribute) => {
    const levels = deficit[attribute] ?? [];
    return counts.reduce((sum, count, index) => {
      const part = parts.find(({ kept }) => kept[index] === 1);
      const value = values[index] as number;
      const own = part ? (levels[part.levels[attribute] as number]?.[value] as number) : 0;
      return sum + count * ((levels[0]?.[value] as number) - own);
    }, 0);
  });
}

function partsOf(table: DistinctTable, rounds: readonly Round[]): ReleasePart[] {
  const released = new Uint8Array(table.combinations);
  return rounds.map(({ plan: { levels }, kept: combinations }) => {
    const kept = new Uint8Array(table.combinations);
    for (const index of combinations) kept[index] = 1;
    const keyOf = classKey(table, levels);
    const classes = new Set(Array.from(combinations, keyOf));
    let excluded = 0;
    for (let index = 0; index < table.combinations; index++)
      if (released[index] === 1 && classes.has(keyOf(index))) excluded += table.counts[index] as number;
    for (const index of combinations) released[index] = 1;
    const part = partOfTable(table, combinations);
    return { levels, kept, records: part.records, persons: part.persons ? unitsOf(part) : null, excluded };
  });
}
