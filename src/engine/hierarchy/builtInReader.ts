import type { AreaTable } from '../../japan/areaTable.ts';
import { InputError } from '../inputError.ts';
import type { BuiltIn, BuiltInName } from '../recipe/recipe.ts';
import { unreachable } from '../unreachable.ts';
import { addressLabels } from './addressLabels.ts';
import { ageOf } from './ageOf.ts';
import { bandReader } from './bandReader.ts';
import { dateReader } from './dateReader.ts';
import type { LabelReader } from './labelReader.ts';
import { municipalityReader } from './municipalityReader.ts';
import { phoneReader } from './phoneReader.ts';
import { postalCodeReader } from './postalCodeReader.ts';

/** Whether a hierarchy needs the tables of municipalities and towns. */
export const needsAreas = (name: BuiltInName) => name === 'address' || name === 'municipality';

/**
 * The reader of a built-in hierarchy, with the levels that the recipe wants.
 * @throws InputError when its tables were not handed in, and for widths or a place that can't be used.
 */
export function builtInReader(column: string, builtIn: BuiltIn, areas: AreaTable | null): LabelReader {
  const { levels, read } = wholeReader(column, builtIn, areas);
  const wanted = builtIn.name === 'age' ? levels : builtIn.levels;
  const places = wanted.map((level) => levels.indexOf(level));
  return {
    levels: wanted,
    read: (value) => {
      const labels = read(value);
      return 'unreadable' in labels ? labels : places.map((place) => labels[place] ?? value);
    },
  };
}

function wholeReader(column: string, builtIn: BuiltIn, areas: AreaTable | null): LabelReader {
  switch (builtIn.name) {
    case 'age':
      return bandReader(column, builtIn, ageOf);
    case 'date':
      return dateReader;
    case 'postalCode':
      return postalCodeReader;
    case 'phone':
      return phoneReader;
    case 'address':
      return addressLabels(column, tablesOf(column, areas), builtIn.within);
    case 'municipality':
      return municipalityReader(tablesOf(column, areas));
    default:
      return unreachable(builtIn);
  }
}

function tablesOf(column: string, areas: AreaTable | null): AreaTable {
  if (areas) return areas;
  throw new InputError(
    `列「${column}」の階層`,
    '市区町村の表がありません。プログラムから使うときは areas を渡してください。',
  );
}
