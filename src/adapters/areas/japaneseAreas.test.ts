import { expect, test } from 'vitest';
import { municipalityCheckDigit } from '../../japan/municipalityCheckDigit.ts';
import { prefectures } from '../../japan/regions.ts';
import { japaneseAreas } from './japaneseAreas.ts';

const { areas, towns, source } = japaneseAreas();
const named = (code: string) => {
  const area = areas.find((one) => one.code === code);
  return area && `${area.prefecture}${area.county ?? ''}${area.municipality}${area.ward ?? ''}`;
};

test('the country of the tables: 47 prefectures, 1,747 municipalities, 20 designated cities, codes of five digits, each once', () => {
  const municipalities = areas.filter(({ ward }) => ward === null);
  expect(municipalities).toHaveLength(1747);
  expect(new Set(areas.map(({ prefecture }) => prefecture))).toEqual(new Set(prefectures));
  expect(new Set(areas.filter(({ ward }) => ward !== null).map(({ municipality }) => municipality)).size).toBe(20);
  expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length);
  expect(areas.filter(({ code, prefecture }) => prefectures[Number(code.slice(0, 2)) - 1] !== prefecture)).toEqual([]);
  expect([named('12203'), named('01408'), named('14104')]).toEqual([
    '千葉県市川市',
    '北海道余市郡余市町',
    '神奈川県横浜市中区',
  ]);
  expect(['12203', '13101', '14104', '01408'].map(municipalityCheckDigit)).toEqual(['3', '6', '6', '7']);
});

test('the state that the source names: after 丹波篠山市 (2019-05-01), and with the wards of 浜松市 before and since 2024-01-01', () => {
  expect([named('28221'), named('22131'), named('22138')]).toEqual([
    '兵庫県丹波篠山市',
    '静岡県浜松市中区',
    '静岡県浜松市中央区',
  ]);
  expect(source).toContain('2019 年 5 月から 2023 年 12 月');
  expect(source).toContain('2024 年 1 月以後');
});

test('every city and ward has its towns by its code; without any are small towns and villages, and those without residents', () => {
  const withoutTowns = areas.filter(({ code }) => !towns.has(code)).map(({ code }) => code);
  const designated = new Set(areas.flatMap(({ municipality, ward }) => (ward === null ? [] : [municipality])));
  const unexplained = withoutTowns.filter((code) => {
    const area = areas.find((one) => one.code === code);
    return !designated.has(area?.municipality ?? '') && !/[町村]$/.test(area?.municipality ?? '');
  });
  expect(unexplained.map(named)).toEqual([]);
  expect(withoutTowns.length).toBeLessThan(60);
  expect(towns.get('12203')).toContain('八幡');
});
