import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eras } from './eras.ts';
import { readDate } from './readDate.ts';

const seen = (text: string) => {
  const date = readDate(text);
  return 'unreadable' in date ? date.unreadable : `${date.year} ${date.month} ${date.day}`;
};
const no = '日付として読めないか、暦にない日です';

test.each([
  ['2019-07-01', '2019 2019-07 2019-07-01'],
  ['20190701', '2019 2019-07 2019-07-01'],
  ['2019/7/1 10:30', '2019 2019-07 2019-07-01'],
  ['2019-07-01T00:00:00', '2019 2019-07 2019-07-01'],
  ['2019-07-01T10:30:05+09:00', '2019 2019-07 2019-07-01'],
  ['２０１９年７月１日　１０時３０分', '2019 2019-07 2019-07-01'],
  ['2019-07-01T24:00', '2019 2019-07 2019-07-01'],
  ['2016-12-31T23:59:60Z', '2016 2016-12 2016-12-31'],
  ['2020-01-01T25:00', '時刻「25:00」はありません'],
  ['2020-01-01 24:01', '時刻「24:01」はありません'],
  ['2020-01-01T10:60', '時刻「10:60」はありません'],
  ['2020-01-01T10:30:61', '時刻「10:30:61」はありません'],
  ['2020年1月1日25時', '時刻「25時」はありません'],
  ['2020年1月1日10時61分', '時刻「10時61分」はありません'],
  ['2020-01-01T10:30+25:00', '時刻「10:30+25:00」はありません'],
  ['令和元年７月１日', '2019 2019-07 2019-07-01'],
  ['昭和50年4月1日生', '1975 1975-04 1975-04-01'],
  ['S50.4.1', '1975 1975-04 1975-04-01'],
  ['3500401', '1975 1975-04 1975-04-01'],
  ['4310401', '2019 2019-04 2019-04-01'],
  ['H310401', '2019 2019-04 2019-04-01'],
  ['昭500401', '1975 1975-04 1975-04-01'],
  ['昭和50年4月', '1975 1975-04 null'],
  ['1975-04', '1975 1975-04 null'],
  ['1975年', '1975 null null'],
  ['昭和64年', '1989 null null'],
  ['平成31年', '2019 null null'],
  ['令和元年5月', '2019 2019-05 null'],
  ['大正元年7月', '1912 1912-07 null'],
  ['平成31年7月1日', '平成は 1989-01-08 から 2019-04-30 までです'],
  ['4310701', '平成は 1989-01-08 から 2019-04-30 までです'],
  ['平成31年7月', '平成は 1989-01-08 から 2019-04-30 までです'],
  ['平成32年', '平成は 1989-01-08 から 2019-04-30 までです'],
  ['令和元年4月30日', '令和は 2019-05-01 からです'],
  ['2026-02-29', no],
  ['3500229', no],
  ['5000101', no],
  ['6010101', no],
  ['50', no],
  ['12/3', no],
  ['不詳', no],
  ['', no],
])('%s → %s', (text, expected) => {
  expect(seen(text)).toBe(expected);
});

test.each([
  ['平成31年7月1日', { year: '2019', month: '2019-07', day: '2019-07-01' }],
  ['平成31年7月', { year: '2019', month: '2019-07', day: null }],
  ['4320401', { year: '2020', month: '2020-04', day: '2020-04-01' }],
  ['平成32年', { year: '2020', month: null, day: null }],
  ['2026-02-29', undefined],
])('what %s means, though its era ended before', (text, meant) => {
  expect(readDate(text)).toEqual({ unreadable: expect.any(String), ...(meant ? { meant } : {}) });
});

test('the code of an era with six digits is the day that the era writes, and a day outside of it is named', () => {
  const day = fc
    .date({ min: new Date('1873-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.constantFrom(...eras), (one, era) => {
      const inEra = Number(one.slice(0, 4)) - era.firstYear + 1;
      fc.pre(inEra >= 1 && inEra <= 99);
      const coded = `${5 - eras.indexOf(era)}${String(inEra).padStart(2, '0')}${one.slice(5, 7)}${one.slice(8)}`;
      const within = one >= era.first && (era.last === undefined || one <= era.last);
      expect(readDate(coded)).toMatchObject(
        within
          ? { day: one, month: one.slice(0, 7), year: one.slice(0, 4) }
          : { unreadable: expect.stringContaining(`${era.name}は ${era.first} から`) },
      );
    }),
    { seed: 4310701, numRuns: 2000 },
  );
});
