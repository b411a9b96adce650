import { encode } from 'iconv-lite';

/**
 * A fictitious 学童保育システム in the shape of Ichikawa's register example, as CSV in CP932 with CRLF: children and their
 * guardians, four to a household. The same number of persons gives the same bytes. Names are made of parts that no one
 * bears, places are districts of a town that does not exist, numbers start with digits that are given to nobody. Exactly
 * two ages are held by one person each, and exactly one name has a 外字 (F040, a character that only one town's machines know).
 * @param persons at least 1,000, for the rare ones to be among them
 */
export function generateAfterSchoolCare(persons: number): Uint8Array {
  const rows = Array.from({ length: persons }, (_, index) => rowOf(index).join(','));
  const [before = '', after = ''] = `${[header.join(','), ...rows].join('\r\n')}\r\n`.split(foreignCharacter);
  return Buffer.concat([encode(before, 'cp932'), foreignCharacterBytes, encode(after, 'cp932')]);
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
const districts = ['北町', '南町', '東町', '西町', '中町', '本町', '新町', '元町'];
const uses = ['通常利用', '長期休業のみ', '延長利用'];
const incomes = ['300万円未満', '300万円以上500万円未満', '500万円以上800万円未満', '800万円以上'];
const householdSize = 4;

/** The persons who stand out: the only ones of their age, and the one whose name no other machine can show. */
const rareAges: ReadonlyMap<number, number> = new Map([
  [400, 116],
  [801, 103],
]);
const withForeignCharacter = 642;
const foreignCharacter = '\uE000';
const foreignCharacterBytes = Buffer.from([0xf0, 0x40]);

/** A number below `bound` that depends on the number and the field alone (a 32-bit mix of both). */
function draw(of: number, field: number, bound: number): number {
  let mixed = Math.imul(of + 1, 0x9e3779b1) ^ Math.imul(field + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % bound;
}

const pick = <Value>(values: readonly Value[], of: number, field: number): Value =>
  values[draw(of, field, values.length)] as Value;

const digits = (value: number, length: number) => String(value).padStart(length, '0');

/** Of four in a household two are guardians: parents of 28 to 55, in one household of ten a grandparent of 76 to 85. */
function ageOf(person: number, household: number): number {
  const rare = rareAges.get(person);
  if (rare !== undefined) return rare;
  if (person % householdSize > 1) return 6 + draw(person, 1, 7);
  if (person % householdSize === 1 && household % 10 === 3) return 76 + draw(person, 2, 10);
  return 28 + draw(person, 1, 28);
}

function rowOf(person: number): string[] {
  const household = Math.floor(person / householdSize);
  const block = `${1 + draw(household, 4, 9)}-${1 + draw(household, 5, 30)}-${1 + draw(household, 6, 20)}`;
  const given = `${pick(givenNames, person, 9)}${digits(person + 1, 5)}`;
  return [
    digits(person + 1, 9),
    `${pick(familyNames, household, 8)}${given}${person === withForeignCharacter ? foreignCharacter : ''}`,
    `見本市${pick(districts, household, 10)}${block}`,
    String(ageOf(person, household)),
    pick(['女', '男'], person, 11),
    `${pick(['090', '080', '047'], household, 7)}-0000-${digits(household % 10_000, 4)}`,
    `0000${digits(person, 8)}`,
    `見本銀行 0000${digits(draw(household, 12, 1000), 3)}`,
    pick(uses, household, 13),
    pick(incomes, household, 14),
  ];
}
