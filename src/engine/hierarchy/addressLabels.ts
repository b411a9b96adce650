import { addressLevels, addressReader } from '../../japan/addressReader.ts';
import type { AreaTable } from '../../japan/areaTable.ts';
import { InputError } from '../inputError.ts';
import type { LabelReader } from './labelReader.ts';

/**
 * Addresses → 丁目, 町名, 行政区, 市区町村, 都道府県, 地方.
 *
 * @param within prefecture or municipality of the addresses that don't name one.
 * @throws InputError when `within` is no such place.
 */
export function addressLabels(column: string, areas: AreaTable, within: string | null): LabelReader {
  const alone = addressReader(areas);
  const place = within === null ? null : alone(within);
  if (place && 'unreadable' in place)
    throw new InputError(`列「${column}」の階層 within`, `値「${within}」は使えません。${place.unreadable}。`);
  const read = within === null ? alone : addressReader(areas, within);
  return {
    levels: addressLevels,
    read: (value) => {
      const address = read(value);
      return 'unreadable' in address ? address : addressLevels.map((level) => address[level]);
    },
  };
}
