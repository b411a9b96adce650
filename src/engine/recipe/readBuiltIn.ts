import { addressLevels } from '../../japan/addressReader.ts';
import { dateLevels } from '../hierarchy/dateReader.ts';
import { municipalityLevels } from '../hierarchy/municipalityReader.ts';
import { phoneLevels } from '../hierarchy/phoneReader.ts';
import { postalCodeLevels } from '../hierarchy/postalCodeReader.ts';
import { InputError } from '../inputError.ts';
import type { BuiltIn, BuiltInName } from './recipe.ts';

/** Every level that a built-in hierarchy has, from fine to coarse, and those that it has when none are named. */
export const builtInLevels = {
  date: { all: dateLevels, usual: ['month', 'year', 'decade'] },
  address: { all: addressLevels, usual: ['town', 'municipality', 'prefecture', 'region'] },
  postalCode: { all: postalCodeLevels, usual: ['3', '2', '1'] },
  municipality: { all: municipalityLevels, usual: ['municipality', 'prefecture', 'region'] },
  phone: { all: phoneLevels, usual: phoneLevels },
} as const satisfies Record<
  Exclude<BuiltInName, 'age'>,
  { readonly all: readonly string[]; readonly usual: readonly string[] }
>;

interface BuiltInDocument {
  readonly widths?: readonly number[] | undefined;
  readonly levels?: readonly (string | number)[] | undefined;
  readonly within?: string | undefined;
}

/** A built-in hierarchy with its levels. @throws InputError for a key or a level that it does not have. */
export function readBuiltIn(place: string, name: BuiltInName, { widths, levels, within }: BuiltInDocument): BuiltIn {
  if (within !== undefined && name !== 'address')
    throw new InputError(`${place} → within`, 'この項目は builtIn が address のときだけ使えます。');
  if (name === 'age') {
    if (levels) throw new InputError(`${place} → levels`, 'builtIn が age のときは widths に幅を書いてください。');
    return { name, widths: widths ?? [5, 10, 20] };
  }
  if (widths) throw new InputError(`${place} → widths`, 'この項目は builtIn が age のときだけ使えます。');
  const wanted = readLevels(`${place} → levels`, name, levels);
  return name === 'address' ? { name, levels: wanted, within: within ?? null } : { name, levels: wanted };
}

function readLevels(
  place: string,
  name: keyof typeof builtInLevels,
  levels: readonly (string | number)[] | undefined,
): readonly string[] {
  const { all, usual } = builtInLevels[name] as { all: readonly string[]; usual: readonly string[] };
  const wanted = levels?.map(String) ?? usual;
  const unknown = wanted.find((level) => !all.includes(level));
  if (unknown !== undefined)
    throw new InputError(place, `段階「${unknown}」は builtIn ${name} にありません。使える段階: ${all.join('、')}。`);
  const places = wanted.map((level) => all.indexOf(level));
  if (places.some((one, index) => index > 0 && one <= (places[index - 1] ?? 0)))
    throw new InputError(place, `段階は細かい順に、一度ずつ書いてください: ${all.join('、')}。`);
  return wanted;
}
