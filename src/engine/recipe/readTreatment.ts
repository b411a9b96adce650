import { InputError } from '../inputError.ts';
import { readBuiltIn } from './readBuiltIn.ts';
import type {
  Coding,
  Condition,
  HierarchyFile,
  Role,
  StandardItem,
  Test,
  TextEncodingName,
  Treatment,
} from './recipe.ts';
import type { ConditionDocument, TreatmentDocument } from './recipeSchema.ts';

const itemOfRole: Partial<Record<Role, StandardItem>> = { identifying: 1, identificationCode: 2, linkingCode: 3 };

/** The one key of several that is given; anything else is an input error. */
export function onlyOf<Key extends string>(place: string, given: object, keys: readonly Key[]): Key {
  const present = keys.filter((key) => Reflect.get(given, key) !== undefined);
  const [only] = present;
  if (only === undefined) throw new InputError(place, `次のどれか一つが必要です: ${keys.join('、')}。`);
  if (present.length > 1) throw new InputError(place, `一つだけにしてください: ${present.join('、')}。`);
  return only;
}

const kinds = [
  'dropColumn',
  'suppressCell',
  'generalize',
  'topCode',
  'bottomCode',
  'pseudoId',
  'microaggregate',
  'swap',
  'addNoise',
] as const;

/** Techniques that are for odd values in any setting (4); the others are for what is odd in this file (5). */
const ofOddValues: readonly (typeof kinds)[number][] = ['topCode', 'bottomCode', 'suppressCell'];

/** One treatment of a column, with its item of the processing standard: the given one, else that of the role, else by technique. */
export function readTreatment(place: string, column: string, role: Role, document: TreatmentDocument): Treatment {
  const kind = onlyOf(place, document, kinds);
  const item = document.item ?? itemOfRole[role] ?? (ofOddValues.includes(kind) ? 4 : 5);
  return { item, ...readTechnique(`${place} → ${kind}`, column, document) };
}

function readTechnique(place: string, column: string, document: TreatmentDocument): WithoutItem<Treatment> {
  const { suppressCell, generalize, topCode, bottomCode, pseudoId, microaggregate, swap, addNoise } = document;
  if (suppressCell) return { kind: 'suppressCell', condition: readCondition(place, suppressCell, column) };
  if (generalize) return readGeneralize(place, generalize);
  if (topCode) return readCoding(place, 'topCode', topCode);
  if (bottomCode) return readCoding(place, 'bottomCode', bottomCode);
  if (pseudoId) return { kind: 'pseudoId', length: pseudoId.length ?? 16 };
  if (microaggregate) {
    const { k, representative = 'mean', group = null } = microaggregate;
    return { kind: 'microaggregate', k, representative, group };
  }
  if (swap) return { kind: 'swap', rate: swap.rate, within: swap.within ?? [], group: swap.group ?? null };
  if (addNoise) return readNoise(place, addNoise);
  return { kind: 'dropColumn' };
}

type CodingDocument = NonNullable<TreatmentDocument['topCode']>;

function readCoding(place: string, kind: Coding['kind'], { from, atLeast, label }: CodingDocument): Coding {
  if (from === undefined && atLeast === undefined)
    throw new InputError(place, 'しきい値 from か、まとめた値が達する件数 atLeast のどちらかが必要です。');
  const words = kind === 'topCode' ? '{from}以上' : '{from}以下';
  return codingAt({ kind, from: null, label: label ?? words, atLeast: atLeast ?? null }, from ?? null);
}

/** A coding with its threshold; `{from}` in the label is the threshold. */
export const codingAt = (coding: Coding, from: number | null): Coding =>
  from === null ? coding : { ...coding, from, label: coding.label.replaceAll('{from}', String(from)) };

function readNoise(place: string, document: NonNullable<TreatmentDocument['addNoise']>): WithoutItem<Treatment> {
  const { distribution, scale, round = 1, min = null, max = null } = document;
  if (min !== null && max !== null && Math.ceil(min / round) > Math.floor(max / round))
    throw new InputError(`${place} → min`, `min ${min} から max ${max} までに、${round} の倍数がありません。`);
  if (scale / round > finestNoise)
    throw new InputError(
      `${place} → round`,
      `値「${round}」は scale ${scale} に対して細かすぎます。${scale / finestNoise} 以上にしてください。`,
    );
  if (!/^\d+(\.\d{1,9})?$/.test(String(round)))
    throw new InputError(`${place} → round`, `値「${round}」は使えません。小数は 9 桁までにしてください。`);
  return { kind: 'addNoise', distribution, scale, round, min, max };
}

/** Multiples of `round` in `scale`: the table of the distribution grows with them. */
const finestNoise = 5000;

/** Exactly one of the tests; the column is the treated one unless named. */
export function readCondition(place: string, document: ConditionDocument, ownColumn?: string): Condition {
  const column = document.column ?? ownColumn ?? '';
  return { column, test: readTest(place, document) };
}

function readTest(place: string, document: ConditionDocument): Test {
  const is = onlyOf(place, document, ['equals', 'in', 'matches', 'above', 'below'] as const);
  if (is === 'equals') return { is, value: document.equals ?? '' };
  if (is === 'in') return { is, values: document.in ?? [] };
  if (is === 'matches') return { is, pattern: document.matches ?? '' };
  return { is, number: (is === 'above' ? document.above : document.below) ?? 0 };
}

type GeneralizeDocument = NonNullable<TreatmentDocument['generalize']>;
type Generalization = Extract<
  Treatment,
  { kind: 'truncateAfter' | 'datePart' | 'bands' | 'hierarchyLevel' | 'builtInLevel' }
>;
type WithoutItem<T> = T extends unknown ? Omit<T, 'item'> : never;

function readGeneralize(place: string, document: GeneralizeDocument): WithoutItem<Generalization> {
  const by = onlyOf(place, document, ['truncateAfter', 'datePart', 'bands', 'csv', 'builtIn'] as const);
  refuseForeignKeys(place, document, by);
  if (by === 'truncateAfter') return { kind: 'truncateAfter', separator: document.truncateAfter ?? '' };
  if (by === 'datePart') return { kind: 'datePart', part: document.datePart ?? 'year' };
  if (by === 'bands') {
    const [width, ...more] = document.bands?.widths ?? [];
    if (width === undefined || more.length > 0)
      throw new InputError(`${place} → bands → widths`, '処理としての一般化では幅を一つだけ書いてください。');
    return { kind: 'bands', width, from: document.bands?.from ?? 0 };
  }
  if (by === 'builtIn') return readBuiltInLevel(place, document);
  if (typeof document.level !== 'number')
    throw new InputError(`${place} → level`, 'どの段階にするかを 1 以上の整数で書いてください。');
  return { kind: 'hierarchyLevel', level: document.level, file: readHierarchyFile(document) };
}

function readBuiltInLevel(place: string, document: GeneralizeDocument): WithoutItem<Generalization> {
  const { builtIn = 'address', level, unreadable = 'refuse' } = document;
  if (builtIn === 'age')
    throw new InputError(
      `${place} → builtIn`,
      '処理としての年齢の一般化は bands（例: { "widths": [10] }）で書いてください。',
    );
  if (level === undefined)
    throw new InputError(`${place} → level`, 'どの段階にするかを名前で書いてください。例: "town"');
  return { kind: 'builtInLevel', builtIn: readBuiltIn(place, builtIn, { ...document, levels: [level] }), unreadable };
}

/** Keys of one way of generalizing beside another way. */
function refuseForeignKeys(place: string, document: GeneralizeDocument, by: string): void {
  const belongs = {
    level: ['csv', 'builtIn'],
    delimiter: ['csv'],
    encoding: ['csv'],
    within: ['builtIn'],
    unreadable: ['builtIn'],
  };
  for (const [key, ways] of Object.entries(belongs))
    if (Reflect.get(document, key) !== undefined && !ways.includes(by))
      throw new InputError(`${place} → ${key}`, `この項目は ${ways.join(' か ')} と一緒にだけ使えます。`);
}

export function readHierarchyFile(document: {
  csv?: string | undefined;
  delimiter?: string | undefined;
  encoding?: TextEncodingName | undefined;
}): HierarchyFile {
  return { csv: document.csv ?? '', delimiter: document.delimiter ?? ',', encoding: document.encoding ?? 'utf-8' };
}
