import { expect, test } from 'vitest';
import { holidaysByLaw } from '../../../test/twin/holidayLaw.ts';
import { japaneseHolidays } from './japaneseHolidays.ts';

const years = Array.from({ length: 12 }, (_, index) => 2019 + index);

test.each(years)('the holidays of %i are those of the law, 振替休日 and 国民の休日 included', (year) => {
  const given = [...japaneseHolidays().named.keys()].filter((day) => day.startsWith(`${year}-`));
  expect(given.sort()).toEqual([...holidaysByLaw(year)].sort());
});

test('the data says which whole years it covers and of which day it is', () => {
  const { from, through, version, releasedOn } = japaneseHolidays();
  expect({ from, through, version, releasedOn }).toEqual({
    from: '1970-01-01',
    through: '2050-12-31',
    version: '2.5.1',
    releasedOn: '2025-10-04',
  });
});
