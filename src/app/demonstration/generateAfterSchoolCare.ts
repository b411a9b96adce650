/**
 * A fictitious 学童保育システム in the shape of Ichikawa's register example, as CSV (UTF-8, CRLF): the same number of persons
 * gives the same bytes. Names are made of parts that no one bears, places are districts of a town that does not exist,
 * numbers start with digits that are given to nobody.
 */
export function generateAfterSchoolCare(persons: number): string {
  const rows = Array.from({ length: persons }, (_, index) => rowOf(index).join(','));
  return `${[header.join(','), ...rows].join('\r\n')}\r\n`;
}

const header = [
  '個人コード',
  '氏名',
  '住所',
  '年齢',
  '性別',
  '電話番号',
  '個人番号',
  '銀行口座',
  '利用区分',
  '世帯年収',
];

const familyNames = ['架空', '見本', '例示', '仮名', '試験', '模擬'];
const givenNames = ['一号', '二号', '三号', '四号', '五号', '六号', '七号', '八号', '九号', '十号'];
const districts = ['北町', '南町', '東町', '西町', '中町'];
const schools = ['通常利用', '長期休業のみ', '延長利用'];
const incomes = ['300万円未満', '300万円以上500万円未満', '500万円以上800万円未満', '800万円以上'];

/** A number below `bound` that depends on the person and the field alone (a 32-bit mix of both). */
function draw(person: number, field: number, bound: number): number {
  let mixed = Math.imul(person + 1, 0x9e3779b1) ^ Math.imul(field + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % bound;
}

const pick = <Value>(values: readonly Value[], person: number, field: number): Value =>
  values[draw(person, field, values.length)] as Value;

const digits = (value: number, length: number) => String(value).padStart(length, '0');

/** Two of five are guardians of 25 to 59, and one guardian in a thousand is a great-grandparent of 116. */
function ageOf(person: number): number {
  if (person % 1000 === 7) return 116;
  if (person % 50 === 3) return 80 + draw(person, 2, 10);
  return person % 5 < 2 ? 25 + draw(person, 1, 35) : 6 + draw(person, 1, 7);
}

function rowOf(person: number): string[] {
  const block = `${1 + draw(person, 4, 9)}-${1 + draw(person, 5, 30)}-${1 + draw(person, 6, 20)}`;
  const area = pick(['090', '080', '047'], person, 7);
  return [
    digits(120_000_001 + person, 9),
    `${pick(familyNames, person, 8)}${pick(givenNames, person, 9)}${digits(person + 1, 4)}`,
    `見本市${pick(districts, person, 10)}${block}`,
    String(ageOf(person)),
    pick(['女', '男'], person, 11),
    `${area}-0000-${digits(person % 10_000, 4)}`,
    `0000${digits(person, 8)}`,
    `見本銀行 0000${digits(draw(person, 12, 1000), 3)}`,
    pick(schools, person, 13),
    pick(incomes, person, 14),
  ];
}
