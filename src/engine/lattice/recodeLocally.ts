import { type LossModel, lossModel } from '../measure/lossModel.ts';
import type { DistinctTable } from './distinctTable.ts';
import { classKey, keptCombinations } from './keptCombinations.ts';
import { partOfTable } from './partOfTable.ts';
import type { Plan, Requirements } from './requirements.ts';
import { type Impossible, type SearchOptions, search } from './search.ts';

/** Records that are released at levels of their own. */
export interface ReleasePart {
  readonly levels: readonly number[];
  /** Per combination of the table: 1 = released at these levels. */
  readonly kept: Uint8Array;
  readonly records: number;
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
  readonly residue: number;
}

/**
 * Local recoding: the exact search for the least loss, then again over the records that it left out, until none is left.
 * What is left at last is none or at least k records: fewer would be picked out by what they do not fit.
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
  const allowed = Math.floor(requirements.suppressionLimit * table.records);
  const endings = await endingsOf(rounds, rest, requirements.k, allowed, recode);
  const [best] = endings
    .map((ending) => summaryOf(table, ending, checks))
    .toSorted((one, other) => one.plan.loss - other.plan.loss);
  if (best) return best;
  const leastSuppressed = rest.table.records;
  const reason = options.signal?.aborted ? 'stopped' : 'none';
  return { impossible: { reason, leastSuppressed, levels: [], suppressedBy: {}, allowed } };
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

/** As the rounds ended; the last round that can be made again without leaving a record; or its records left out too. */
async function endingsOf(
  rounds: readonly Round[],
  rest: Rest,
  k: number,
  allowed: number,
  recode: RoundMaker,
): Promise<Ending[]> {
  const residue = rest.table.records;
  const mayStay = (records: number) => records === 0 || (records >= k && records <= allowed);
  const endings = rounds.length > 0 && mayStay(residue) ? [{ rounds, residue }] : [];
  if (residue === 0) return endings;
  for (let last = rounds.length - 1; last >= 0; last--) {
    const before = rounds.slice(0, last);
    const { given } = rounds[last] as Round;
    const whole = await recode(given, 0);
    if (whole) return [...endings, { rounds: [...before, whole], residue: 0 }];
    if (last > 0 && mayStay(given.table.records)) endings.push({ rounds: before, residue: given.table.records });
  }
  return endings;
}

function summaryOf(table: DistinctTable, { rounds, residue }: Ending, checks: number) {
  const parts = partsOf(table, rounds);
  const model = lossModel(table);
  const lowest = table.attributes.map(() => 0);
  const losses = model.losses(lowest, costAboveLowest(table, model, parts));
  const loss = model.total(losses);
  const sizes = classSizesByLabel(table, parts);
  const plan: Plan = {
    levels: parts[0]?.levels ?? lowest,
    loss,
    losses,
    suppressedRecords: residue,
    suppressedPersons: null,
    suppressedBy: residue === 0 ? {} : (rounds.at(-1)?.plan.suppressedBy ?? {}),
    classes: sizes.reduce((sum, [, classes]) => sum + classes, 0),
    smallestClass: sizes[0]?.[0] ?? null,
    classSizes: sizes,
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
  return rounds.map(({ plan: { levels }, kept: combinations, given, left }) => {
    const kept = new Uint8Array(table.combinations);
    for (const index of combinations) kept[index] = 1;
    const keyOf = classKey(table, levels);
    const classes = new Set(Array.from(combinations, keyOf));
    let excluded = 0;
    for (let index = 0; index < table.combinations; index++)
      if (released[index] === 1 && classes.has(keyOf(index))) excluded += table.counts[index] as number;
    for (const index of combinations) released[index] = 1;
    return { levels, kept, records: given.table.records - left.table.records, excluded };
  });
}

/** Classes as they are read in the output: those of two parts that have the same labels are one. */
function classSizesByLabel(table: DistinctTable, parts: readonly ReleasePart[]): [size: number, classes: number][] {
  const classes = new Map<string, number>();
  for (const { levels, kept } of parts)
    for (let index = 0; index < table.combinations; index++) {
      if (kept[index] === 0) continue;
      const labels = table.attributes.map((attribute, place) => {
        const level = attribute.levels[levels[place] as number];
        return level?.labels[level.groupOf[table.codes[place]?.[index] as number] as number] ?? null;
      });
      const key = JSON.stringify(labels);
      classes.set(key, (classes.get(key) ?? 0) + (table.counts[index] as number));
    }
  const sizes = new Map<number, number>();
  for (const size of classes.values()) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  return [...sizes].sort(([a], [b]) => a - b);
}
