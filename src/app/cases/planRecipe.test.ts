import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { playGuide } from '../../../test/support/playGuide.ts';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { ReleaseCommand } from '../../core/release/commands.ts';
import type { OrganId, Role } from '../../core/role.ts';
import { parseCsv } from '../../engine/import/parseCsv.ts';
import { generateAfterSchoolCare } from '../demonstration/generateAfterSchoolCare.ts';
import { execute } from '../execute.ts';
import { loadCase } from '../loadCase.ts';
import { createData } from '../release/createData.ts';
import { keepFile } from '../release/keepFile.ts';
import { formPlan } from './formPlan.ts';

const organ = 'kumamoto' as OrganId;
const stream = { kind: 'release', id: 'p-1' } as const;

/** The guide's file as a workbook: a sheet of explanations, then the table below two lines of title. */
async function workbook(persons: number): Promise<Uint8Array> {
  const rows = parseCsv(new TextDecoder('shift_jis').decode(generateAfterSchoolCare(persons)), ',');
  const book = new exceljs.Workbook();
  book.addWorksheet('説明').addRow(['この一覧について']);
  const sheet = book.addWorksheet('名簿');
  sheet.addRows([['学童保育の名簿'], [], ...rows.map(({ fields }) => [...fields])]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

test('STP-18: a workbook is handed in as the source; its sheet and header row are chosen in the form, and the data is made', async () => {
  const parts = createMemorySystem(ruleBook);
  await playGuide('kumamoto-2025.json', parts, (whole) => ({
    ...whole,
    steps: whole.steps.slice(
      0,
      whole.steps.findIndex(({ do: command }) => command === 'handInSource'),
    ),
  }));
  let given = 0;
  const give = async (command: ReleaseCommand, role: Role) => {
    given += 1;
    const actor = { person: `${role}:1`, role, organ };
    const order = { organ, actor, commandId: `given-${given}`, stream, expectedVersion: null, command };
    return execute(parts, order);
  };
  const source = { name: '名簿.xlsx', ...(await keepFile(parts, organ, stream, await workbook(1200))) };
  expect(await give({ do: 'handInSource', source }, 'responsibleDivision')).toMatchObject({ outcome: 'done' });
  const plan = async (asked: Record<string, string>) =>
    formPlan(parts, organ, 'deriveRecipe', await parts.events.state(organ, stream), asked);
  const first = await plan({});
  expect(first.choices.sheet).toEqual(['説明', '名簿'].map((value) => ({ value, label: value })));
  expect(first.hidden).not.toContain('headerRow');
  expect(first.notes).toMatchObject([
    { path: 'sheet', note: 'said', text: expect.stringContaining('名簿.xlsx: シートが複数あります') },
  ]);
  const chosen = await plan({ sheet: '名簿', headerRow: '3' });
  expect(chosen.choices['decisions.column']).toEqual([{ value: '利用区分', label: '利用区分' }]);
  const derive = { do: 'deriveRecipe', k: 3, suppressionPercent: 20, decisions: [] } as const;
  expect(await give(derive, 'creator')).toMatchObject({ outcome: 'refused', refusal: { code: 'recipeUndecided' } });
  const decisions = [{ column: '利用区分', role: 'other' }] as const;
  const whole = { ...derive, decisions, sheet: '名簿', headerRow: 3 };
  expect(await give(whole, 'creator')).toMatchObject({ outcome: 'done' });
  expect(await give({ do: 'startCreation' }, 'creator')).toMatchObject({ outcome: 'done' });
  await createData(parts, organ, 'p-1');
  expect(await loadCase(parts, organ, 'release', 'p-1')).toMatchObject({
    stage: 'created',
    creation: { rows: 1200, check: { passed: true } },
  });
});
