import { describe, expect, test } from 'vitest';
import { ruleBook, rulesOf } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import { publicEntry } from '../../core/register/publicEntry.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { Actor, OrganId } from '../../core/role.ts';
import { registerCsv } from '../../web/registerCsv.ts';
import { importRegister } from './importRegister.ts';
import { readRegisterCsv } from './readRegisterCsv.ts';
import { searchRegister } from './searchRegister.ts';

const ichikawa = 'ichikawa' as OrganId;
const rules = rulesOf('ichikawa');
const label = (id: string) => rules.registerFields.find((field) => field.id === id)?.label ?? '';
const ids = [
  'entryDate',
  'organName',
  'fileName',
  'responsibleOrganization',
  'purpose',
  'recordItems',
  'recordScope',
  'collectionMethod',
  'regularRecipients',
  'fileKind',
  'manualCopy',
  'solicited',
];
const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
const header = quoted(ids.map(label));

/** The register example of the council papers, cell by cell. */
const example: Record<string, string> = {
  entryDate: '平成31年7月1日',
  organName: '市長',
  fileName: '学童保育システム',
  responsibleOrganization: '生涯学習部青少年育成課',
  purpose: '放課後児童健全育成事業に関する事務を実施するため必要となる情報等を管理するため',
  recordItems: '1. 氏名 2. 性別 3. 生年月日 4. 住所 5. 個人番号 6. 銀行口座 7. 電話番号 (5・6・7は記録がない場合あり)',
  recordScope: '児童および児童の保護者',
  collectionMethod: '本人 住民基本台帳システム',
  regularRecipients: '市川市社会福祉協議会',
  fileKind: '電算処理ファイル',
  manualCopy: '有',
  solicited: '該当',
};
const row = (changed: Record<string, string> = {}) => quoted(ids.map((id) => ({ ...example, ...changed })[id] ?? ''));
const file = (...rows: string[]) => `\uFEFF${[header, ...rows].join('\r\n')}\r\n`;
const desk: Actor = { person: 'centralDesk:1', role: 'centralDesk', organ: ichikawa };

describe('reading a register from CSV', () => {
  test('scenario 91, FRM-01: Ichikawa’s example is read cell by cell, its impossible date with a warning and its text', () => {
    const { entries, errors, warnings } = readRegisterCsv(file(row()), rules);
    expect(errors).toEqual([]);
    expect(entries[0]?.command).toMatchObject({
      entryDate: { on: '2019-07-01', asWritten: '平成31年7月1日' },
      contents: {
        fileName: '学童保育システム',
        recordItems: [
          { name: '氏名', mayBeAbsent: false },
          { name: '性別', mayBeAbsent: false },
          { name: '生年月日', mayBeAbsent: false },
          { name: '住所', mayBeAbsent: false },
          { name: '個人番号', mayBeAbsent: true },
          { name: '銀行口座', mayBeAbsent: true },
          { name: '電話番号', mayBeAbsent: true },
        ],
        sensitiveInformation: null,
        fileKind: 'electronic',
        manualCopy: true,
      },
    });
    expect(warnings).toMatchObject([
      { line: 2, column: label('entryDate'), value: '平成31年7月1日' },
      { line: 2, column: label('solicited'), value: '該当' },
    ]);
  });

  test('every problem names line, column and value', () => {
    const { entries, errors } = readRegisterCsv(
      file(
        row(),
        row({ entryDate: '令和7年2月30日', manualCopy: '多分' }),
        row({ fileKind: '紙', recordItems: '' }),
        row({ fileName: ' ' }),
      ),
      rules,
    );
    expect(entries.map(({ line }) => line)).toEqual([2]);
    expect(errors.map(({ line, column, value }) => [line, column, value])).toEqual([
      [3, label('manualCopy'), '多分'],
      [3, label('entryDate'), '令和7年2月30日'],
      [4, label('fileKind'), '紙'],
      [4, label('recordItems'), ''],
      [5, label('fileName'), ' '],
    ]);
  });

  test('a column that is missing or not of the form is named', () => {
    const without = header.replace(`"${label('recordScope')}"`, '"謎の列"');
    expect(readRegisterCsv(`${without}\r\n${row()}`, rules).errors).toMatchObject([
      { line: 1, column: label('recordScope') },
    ]);
    const extra = readRegisterCsv(`${header},"謎の列"\r\n${row()},"x"`, rules);
    expect([extra.errors, extra.warnings[0]]).toMatchObject([[], { line: 1, column: '謎の列' }]);
  });
});

describe('taking a register over', () => {
  const order = (text: string, commandId = 'import-1') => ({
    organ: ichikawa,
    actor: desk,
    commandId,
    text,
    publishedOn: null,
  });

  test('all rows or none: one bad row stores nothing and is listed', async () => {
    const parts = createMemorySystem(ruleBook);
    await parts.clock.setProcedure('2026-01-20T10:00');
    const outcome = await importRegister(parts, order(file(row(), row({ recordItems: '氏名、氏名' }))));
    expect(outcome).toMatchObject({ outcome: 'rejected', errors: [{ line: 3, value: '学童保育システム' }] });
    expect((await parts.events.states(ichikawa, { kind: 'register' })).total).toBe(0);
  });

  test('the same import given twice is done once; a number that is taken is refused', async () => {
    const parts = createMemorySystem(ruleBook);
    await parts.clock.setProcedure('2026-01-20T10:00');
    const first = await importRegister(parts, order(file(row(), row({ fileName: '別のファイル' }))));
    expect(first).toMatchObject({ outcome: 'imported', entries: ['file-1', 'file-2'] });
    expect(await importRegister(parts, order(file(row())))).toEqual({ outcome: 'repeated' });
    const taken = `"登録番号",${header}\r\n"file-1",${row()}`;
    expect(await importRegister(parts, order(taken, 'import-2'))).toMatchObject({
      outcome: 'rejected',
      errors: [{ line: 2 }],
    });
    expect(
      await importRegister(parts, { ...order(file(row()), 'import-3'), actor: { ...desk, role: 'auditor' } }),
    ).toMatchObject({
      outcome: 'refused',
    });
  });

  test('what goes out as CSV comes in as the same entries', async () => {
    const [one, other] = [createMemorySystem(ruleBook), createMemorySystem(ruleBook)];
    for (const parts of [one, other]) await parts.clock.setProcedure('2026-01-20T10:00');
    const rows = [
      row(),
      row({ fileName: '=式のような名前', regularRecipients: 'なし', manualCopy: '無', remarks: '改行\nあり' }),
    ];
    await importRegister(one, { ...order(file(...rows)), publishedOn: '2026-01-20' });
    const { entries } = await searchRegister(one.events, ichikawa, { text: '', marks: [] });
    expect(entries).toHaveLength(2);
    expect(
      await importRegister(other, { ...order(registerCsv(entries, rules)), publishedOn: '2026-01-20' }),
    ).toMatchObject({ outcome: 'imported' });
    for (const { id, ...entry } of entries) {
      const state = (await other.events.state(ichikawa, { kind: 'register', id }))?.state as RegisterState;
      expect(publicEntry(state)).toEqual(entry);
    }
  });
});
