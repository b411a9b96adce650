import { describe, expect, test } from 'vitest';
import { ruleBook, rulesOf } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import { publicEntry } from '../../core/register/publicEntry.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { Actor, OrganId } from '../../core/role.ts';
import { registerCsv, registerTable } from '../../web/registerCsv.ts';
import { execute } from '../execute.ts';
import { importRegister } from './importRegister.ts';
import { readRegister } from './readRegister.ts';
import { csvRows, registerRows } from './registerRows.ts';
import { registerWorkbook } from './registerWorkbook.ts';
import { searchRegister } from './searchRegister.ts';
import { undoableImports, undoImport } from './undoImport.ts';

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
const readRegisterCsv = (text: string, organRules: typeof rules) =>
  readRegister({ rows: csvRows(text), notes: [] }, organRules);
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
    file: { rows: csvRows(text), notes: [] },
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

  test('a workbook comes in as the CSV of the same cells does, and what goes out as a workbook comes in again', async () => {
    const [one, other] = [createMemorySystem(ruleBook), createMemorySystem(ruleBook)];
    for (const parts of [one, other]) await parts.clock.setProcedure('2026-01-20T10:00');
    const text = file(row(), row({ fileName: '=式のような名前', remarks: '改行\nあり' }));
    const table = csvRows(text).map(({ fields }) => fields);
    const book = await registerRows(await registerWorkbook('個人情報ファイル簿', table), '');
    if ('problem' in book) throw new Error(book.problem);
    expect(readRegister(book, rules)).toEqual(readRegisterCsv(text, rules));
    await importRegister(one, { ...order(''), file: book, publishedOn: '2026-01-20' });
    const { entries } = await searchRegister(one.events, ichikawa, { text: '', marks: [] });
    const again = await registerRows(await registerWorkbook('表', registerTable(entries, rules)), '');
    if ('problem' in again) throw new Error(again.problem);
    await importRegister(other, { ...order(''), file: again, publishedOn: '2026-01-20' });
    expect((await searchRegister(other.events, ichikawa, { text: '', marks: [] })).entries).toEqual(entries);
  });

  test('a workbook that can’t be read is refused in words', async () => {
    expect(await registerRows(Buffer.from('PK\u0003\u0004'), '')).toEqual({
      problem: expect.stringContaining('Excel（.xlsx）として読めません'),
    });
    expect(await registerRows(Buffer.from([0x81]), '読めない')).toEqual({ problem: '読めない' });
  });
});

describe('taking an import back', () => {
  const at = async () => {
    const parts = createMemorySystem(ruleBook);
    await parts.clock.setProcedure('2026-01-20T10:00');
    const rows = csvRows(`"登録番号",${header}\r\n"A-1",${row()}\r\n"A-2",${row({ fileName: '別のファイル' })}`);
    const given = { organ: ichikawa, actor: desk, commandId: 'import-1', file: { rows, notes: [] }, publishedOn: null };
    expect(await importRegister(parts, given)).toMatchObject({ outcome: 'imported', entries: ['A-1', 'A-2'] });
    return { parts, given };
  };
  const undo = {
    organ: ichikawa,
    actor: desk,
    commandId: 'undo-1',
    import: 'import-1',
    reason: '別の年度のファイルだった',
  };
  const stages = async ({ events }: Awaited<ReturnType<typeof at>>['parts']) =>
    (await events.states(ichikawa, { kind: 'register' })).records.map(({ state }) => (state as RegisterState).stage);

  test('while nothing touched it: as events with the reason, once, and its numbers are free again', async () => {
    const { parts, given } = await at();
    expect(await undoableImports(parts, ichikawa)).toMatchObject([
      {
        id: 'import-1',
        entries: [
          { id: 'A-1', fileName: '学童保育システム' },
          { id: 'A-2', fileName: '別のファイル' },
        ],
      },
    ]);
    expect(await undoImport(parts, undo)).toEqual({ outcome: 'undone', entries: 2 });
    expect(await undoImport(parts, undo)).toEqual({ outcome: 'repeated' });
    expect(await stages(parts)).toEqual(['undone', 'undone']);
    expect(await undoableImports(parts, ichikawa)).toEqual([]);
    expect(await importRegister(parts, { ...given, commandId: 'import-2' })).toMatchObject({ outcome: 'imported' });
    expect(await stages(parts)).toEqual(['registered', 'registered']);
    const history = await parts.events.read(ichikawa, { kind: 'register', id: 'A-1' });
    expect(history.map(({ type, version }) => [type, version])).toEqual([
      ['fileRegistered', 1],
      ['registrationUndone', 2],
      ['fileRegistered', 3],
    ]);
    expect(history[1]?.data).toEqual({ import: 'import-1', reason: '別の年度のファイルだった' });
  });

  test('once anything touched one entry: nothing is undone, and what touched it is named', async () => {
    const { parts } = await at();
    const stream = { kind: 'register', id: 'A-2' } as const;
    const command = { do: 'publishEntry', publishedOn: '2026-01-20' } as const;
    const order = { organ: ichikawa, actor: desk, commandId: 'c-1', stream, expectedVersion: null, command };
    expect(await execute(parts, order)).toMatchObject({ outcome: 'done' });
    expect(await undoImport(parts, undo)).toEqual({
      outcome: 'touched',
      touched: [{ entry: 'A-2', events: ['entryPublished'] }],
    });
    expect(await stages(parts)).toEqual(['registered', 'published']);
    expect(await undoableImports(parts, ichikawa)).toEqual([]);
  });

  test('not without a reason, by nobody who may not register, and of no import that never was', async () => {
    const { parts } = await at();
    expect(await undoImport(parts, { ...undo, reason: ' ' })).toMatchObject({ refusal: { code: 'reasonMissing' } });
    const auditor = { ...desk, role: 'auditor' } as const;
    expect(await undoImport(parts, { ...undo, actor: auditor })).toMatchObject({ outcome: 'refused' });
    expect(await undoImport(parts, { ...undo, import: 'import-9' })).toEqual({ outcome: 'unknown' });
    expect(await stages(parts)).toEqual(['registered', 'registered']);
  });
});
