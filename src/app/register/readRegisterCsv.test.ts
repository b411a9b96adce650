import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { rulesOf } from '../../../test/support/shippedRules.ts';
import { organs } from '../../../test/twin/shippedRules.ts';
import type { EntryContents } from '../../core/register/entry.ts';
import { registerCsv } from '../../web/registerCsv.ts';
import { readRegisterCsv } from './readRegisterCsv.ts';

const contents: EntryContents = {
  fileName: '架空の名簿, "甲"',
  organName: '架空市長',
  responsibleOrganization: '架空課',
  purpose: '架空の事務',
  recordItems: [
    { name: '氏名', mayBeAbsent: false },
    { name: '電話番号', mayBeAbsent: true },
  ],
  recordScope: '架空の市民',
  collectionMethod: '本人',
  sensitiveInformation: true,
  ordinanceSensitiveInformation: false,
  regularRecipients: ['架空の協議会', '架空の機関'],
  disclosureDesk: { name: '架空窓口', address: '架空町1番' },
  specialProcedure: null,
  fileKind: 'electronic',
  manualCopy: false,
  thirdPartyProcedure: null,
  remarks: '備考',
};
const listed = {
  id: 'a',
  ...contents,
  entryDate: '2025-04-01',
  solicited: false,
  solicitationDesk: null,
  createdData: [],
  omitted: [],
};

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

describe('a register that comes in as CSV', () => {
  test.each(organs)('%s: what the register writes is read back, field by field of the organ’s form', (organ) => {
    const rules = rulesOf(organ);
    const read = readRegisterCsv(bytesOf(registerCsv([listed], rules)), rules);
    if ('fault' in read || !read.rows[0] || !('command' in read.rows[0].read)) throw new Error(JSON.stringify(read));
    const { command } = read.rows[0].read;
    const own = rules.registerFields.map(({ id }) => id).filter((id) => id in contents) as (keyof EntryContents)[];
    expect(own.length).toBeGreaterThan(6);
    for (const field of own.filter((one) => contents[one] !== null))
      expect([field, command.contents[field]]).toEqual([field, contents[field]]);
    expect(command.entryDate.on).toBe('2025-04-01');
  });

  test('Shift_JIS is read as well; other bytes, open quotes and missing columns are named', () => {
    const rules = rulesOf('kumamoto');
    const csv = registerCsv([listed], rules).slice(1);
    expect(readRegisterCsv(iconv.encode(csv, 'cp932'), rules)).toMatchObject({ rows: [{ line: 2 }] });
    expect(readRegisterCsv(new Uint8Array([0x82, 0xff, 0x80, 0x0a]), rules)).toEqual({ fault: 'undecodable' });
    expect(readRegisterCsv(bytesOf(`${csv}"開いたまま`), rules)).toEqual({ fault: 'quotes', line: 6 });
    expect(readRegisterCsv(bytesOf('個人情報ファイルの名称\n名簿\n'), rules)).toEqual({
      fault: 'columnsMissing',
      columns: ['作成・修正年月日', '記録項目'],
    });
  });

  test('a row with mistakes names each field; the others are read', () => {
    const rules = rulesOf('kumamoto');
    const csv = [
      '個人情報ファイルの名称,作成・修正年月日,記録項目,要配慮個人情報,余り',
      ',令和7年13月1日,氏名,たぶん,x',
      '名簿,令和7年4月1日,"1. 氏名\n2. 住所（記録がない場合あり）",有,x',
    ].join('\n');
    const read = readRegisterCsv(bytesOf(csv), rules);
    if ('fault' in read) throw new Error(read.fault);
    const [first, second] = read.rows.map((row) => row.read);
    expect(first && 'errors' in first && first.errors.map(({ field }) => field)).toEqual([
      'contents.fileName',
      'contents.sensitiveInformation',
      'entryDate',
    ]);
    expect(second).toMatchObject({
      command: { contents: { recordItems: [{ mayBeAbsent: false }, { name: '住所', mayBeAbsent: true }] } },
    });
    expect(read.unknownColumns).toEqual(['余り']);
  });
});
