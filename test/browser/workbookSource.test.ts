import exceljs from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngineAnonymizer } from '../../src/adapters/anonymizer/engineAnonymizer.ts';
import { generateAfterSchoolCare } from '../../src/app/demonstration/generateAfterSchoolCare.ts';
import { runJob } from '../../src/app/runJob.ts';
import { parseCsv } from '../../src/engine/import/parseCsv.ts';
import { openBrowser } from './browser.ts';
import { createDesk, type Desk } from './desk.ts';
import { serveStage } from './serve.ts';
import { createStage, kumamoto, type Stage } from './stage.ts';

let browser: Browser;
let stage: Stage;
let close: () => Promise<void>;
let desk: Desk;

beforeAll(async () => {
  stage = await createStage({ more: 0, playedUntil: 'handInSource', anonymizer: createEngineAnonymizer() });
  const served = await serveStage(stage);
  close = served.close;
  browser = await openBrowser();
  desk = createDesk(browser, stage, served.origin);
}, 120_000);

afterAll(async () => {
  await desk?.close();
  await browser?.close();
  await close?.();
});

const release = '/staff/releases/p-1';
const textOf = (page: Page): Promise<string> => page.locator('main').innerText();

/** A workbook as an office keeps one: a sheet of explanations, and the list below two lines of title. */
async function workbook(persons: number): Promise<Uint8Array> {
  const rows = parseCsv(new TextDecoder('shift_jis').decode(generateAfterSchoolCare(persons)), ',');
  const book = new exceljs.Workbook();
  book.addWorksheet('説明').addRow(['この一覧について']);
  book.addWorksheet('名簿').addRows([['学童保育の名簿'], [], ...rows.map(({ fields }) => [...fields])]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a workbook as the source of a creation, in the browser', () => {
  test('STP-18: it is handed in, and the page of the creation shows it', async () => {
    const path = `${release}/do/handInSource`;
    const page = await desk.does('responsibleDivision', path, {
      source: { name: '名簿.xlsx', content: await workbook(1200) },
    });
    expect(await textOf(page)).toMatch(/元データ\s+名簿\.xlsx\s+加工の手順\s+まだありません/);
    await desk.isSound(page);
  });

  test('the form of the plan asks for the sheet; another one, and a header that is none, are refused in words', async () => {
    const path = `${release}/do/deriveRecipe`;
    const page = await desk.open('creator', path);
    const text = await textOf(page);
    expect(text).toContain('名簿.xlsx: シートが複数あります。読むシート');
    expect(text).toContain('見出しが何行目にあるかです');
    await desk.isSound(page);
    await desk.refuses('creator', path, { sheet: '説明' }, ['見出しだけで、データの行がありません']);
    const chosen = await desk.refuses('creator', path, { sheet: '名簿' }, [
      '提案にある項目「住所」は元データの見出しにありません。見出しの名前を確かめてください。',
    ]);
    expect(await chosen.locator('[id="in.headerRow-hint"]').innerText()).toContain(
      '「住所」は元データの見出しにありません',
    );
    expect(await chosen.locator('[name="in.sheet"][value="名簿"]').isChecked()).toBe(true);
    await desk.isSound(chosen);
  });

  test('with sheet and header row the plan is made of the columns, and the data of the plan', async () => {
    const path = `${release}/do/deriveRecipe`;
    const table = { sheet: '名簿', headerRow: '3', suppressionPercent: '20' };
    const page = await desk.refuses('creator', path, table, [
      '「利用区分」が何の項目かは、見出しからも値からも判断できません。役割を書いてください。',
    ]);
    await page.locator('button[value="add:decisions"]').click();
    await page.locator('[name="in.decisions.0.column"]').selectOption('利用区分');
    await page.locator('[name="in.decisions.0.role"]').selectOption('other');
    await desk.isSound(page);
    await page.locator('main form .button--main').click();
    await page.waitForURL('**done=deriveRecipe**');
    expect(await textOf(page)).toMatch(/加工の手順\s+recipe\.json/);
    await desk.isSound(page);
    const running = await desk.does('creator', `${release}/do/startCreation`, {});
    expect(await textOf(running)).toContain('加工を実行しています');
    await runJob(stage.parts, kumamoto, { task: 'createData', payload: { release: 'p-1' } });
    const made = await desk.open('creator', release);
    await made.getByText('自動検査に合格しました').waitFor();
    expect(await textOf(made)).toContain('元データ1,200件から');
    expect(stage.reported).toEqual([]);
  });
}, 120_000);
