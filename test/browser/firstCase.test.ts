import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BlobReader, TextWriter, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngineAnonymizer } from '../../src/adapters/anonymizer/engineAnonymizer.ts';
import { generateAfterSchoolCare } from '../../src/app/demonstration/generateAfterSchoolCare.ts';
import { loadCase } from '../../src/app/loadCase.ts';
import { runJob } from '../../src/app/runJob.ts';
import type { ReleaseState } from '../../src/core/release/state.ts';
import type { Role } from '../../src/core/role.ts';
import { openBrowser } from './browser.ts';
import { createDesk, type Desk, type Entry } from './desk.ts';
import { serveStage } from './serve.ts';
import { createStage, kumamoto, password, root, type Stage } from './stage.ts';

let browser: Browser;
let stage: Stage;
let origin: string;
let close: () => Promise<void>;
let desk: Desk;

beforeAll(async () => {
  stage = await createStage({
    more: 0,
    now: '2025-12-01T09:00',
    isRunning: true,
    anonymizer: createEngineAnonymizer(),
  });
  ({ origin, close } = await serveStage(stage));
  await stage.parts.identity.create({
    organ: kumamoto,
    login: 'both',
    name: '架空 兼務',
    roles: ['creator', 'verifier'] satisfies Role[],
    division: null,
    password,
  });
  browser = await openBrowser();
  desk = createDesk(browser, stage, origin);
});

afterAll(async () => {
  await desk?.close();
  await browser?.close();
  await close?.();
});

interface Step {
  readonly do: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
const guide = JSON.parse(readFileSync(join(root, 'docs/guide/kumamoto-first-case.json'), 'utf8')) as { steps: Step[] };
const recipe = guide.steps.find((step) => step.do === 'setRecipe')?.with?.recipe as { json: unknown };

const idOf = (page: Page): string => /staff\/\w+\/(\w+)\?done=/.exec(page.url())?.[1] ?? '';
const textOf = (page: Page): Promise<string> => page.locator('main').innerText();

async function downloaded(page: Page, path: string): Promise<Buffer> {
  const answer = await page.context().request.get(origin + path);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-disposition']).toMatch(/^attachment/);
  return answer.body();
}

async function pdfText(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1)));
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  const text = contents.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join('');
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

const items = [
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
const wanted = ['住所', '年齢', '性別', '電話番号', '利用区分', '世帯年収'];
const rows = (path: string, names: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    names.flatMap((name, at) => [
      [`${path}.${at}.name`, name],
      ...Object.entries(more).map(([key, value]) => [`${path}.${at}.${key}`, value]),
    ]),
  ) as Record<string, Entry>;

const registration: Record<string, Entry> = {
  'contents.fileName': '学童保育システム（架空）',
  'contents.responsibleOrganization': '架空局学童保育課',
  'contents.purpose': '放課後児童健全育成事業に関する事務を実施するため',
  ...rows('contents.recordItems', items),
  'contents.recordScope': '児童及び児童の保護者',
  'contents.collectionMethod': '本人、住民基本台帳システム',
  'contents.sensitiveInformation': 'no',
  entryDate: '令和7年11月28日',
  'persons.uniquePersons': '１２，０００人',
  'persons.cumulativePersons': '12000',
  'persons.countedOn': '2025-11-28',
};

const proposal: Record<string, Entry> = {
  channel: 'post',
  copies: '2',
  receivedOn: '2026-01-13',
  envelopeNoted: 'yes',
  'proposers.0.kind': 'corporation',
  'proposers.0.name': '架空データ利用株式会社',
  'proposers.0.address': '架空県見本市例示町1丁目1番1号',
  'proposers.0.representative': '代表取締役 見本 例子',
  'form.persons': '999',
  ...rows('form.items', wanted, { detail: 'まとめる。' }),
  ...Object.fromEntries(
    ['town', 'topCoded80', 'asIs', 'areaCode', 'asIs', 'asIs'].map((one, at) => [`form.items.${at}.granularity`, one]),
  ),
  'form.purpose': '放課後の居場所の需要を町ごとに見積もる。',
  'form.method': '集計及び統計モデルの作成に用いる。',
  'form.business': '空き状況を見通すサービスを開発し、子育て世帯の就労を支える。',
  'form.period.from': '2026-04-01',
  'form.period.to': '2027-03-31',
  'form.handlers.0.name': '見本 次郎',
  'form.handlers.0.affiliation': '企画部分析課',
  'form.handlers.0.post': '主任',
  'form.placeOfUse': '分析室',
  'form.environment': '外部と接続しない計算機',
  'form.placeOfStorage': '施錠した保管庫',
  'form.management': '入退室及び持出しを記録する。',
  'form.measures': '取扱規程を定め、年1回点検する。',
  'form.medium': 'CD-R',
  'form.delivery': 'counter',
  'attachments.1.kind': 'usefulness',
};

const findings = (criterion2: string): Record<string, Entry> =>
  Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7].flatMap((at) => [
      [`CRI-${at}.met`, 'yes'],
      [`CRI-${at}.reason`, at === 2 ? criterion2 : `基準${at}に適合する。`],
    ]),
  );

let entry = '';
let call = '';
let file = '';

async function releaseState(): Promise<ReleaseState> {
  const state = await loadCase(stage.parts, kumamoto, 'release', file);
  if (!state) throw new Error('there is no release');
  return state;
}

/** The same page in a tab that does not load itself anew, so that it can be looked at for as long as it takes. */
async function standingStill(page: Page): Promise<Page> {
  const still = await page.context().newPage();
  await still.route(page.url(), async (route) => {
    const response = await route.fetch();
    const { refresh: _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await still.goto(page.url());
  return still;
}

/** One case from the flag to the public register; each test goes on where the one before it ended. */
describe('the first case of Kumamoto, in the browser', () => {
  test('STP-01, STP-02: a file is registered row by row, published, judged by three tests and flagged', async () => {
    await desk.refuses('responsibleDivision', '/staff/register/new/do/registerFile', { entryDate: '13月40日' }, [
      '「個人情報ファイルの名称」を入力してください。',
      '「作成年月日」に日付を入力してください',
    ]);
    const page = await desk.does('responsibleDivision', '/staff/register/new/do/registerFile', registration);
    entry = idOf(page);
    expect(await textOf(page)).toContain('名寄せ後12,000人');
    const blocked = await desk.open('responsibleDivision', `/staff/register/${entry}/do/flagForSolicitation`);
    expect(await textOf(blocked)).toContain('今の状態「登録済み (公表前)」では行えません');
    await desk.does('responsibleDivision', `/staff/register/${entry}/do/publishEntry`, {});
  });

  test('a call for a file that is not flagged is refused, and says which file', async () => {
    const { page } = desk;
    const shown = await desk.open('centralDesk', '/staff/calls/new/do/draftCall');
    expect(await shown.getByText('学童保育システム（架空）').count()).toBe(1);
    const form = await shown.evaluate<[string, string][]>(
      `[...new FormData(document.querySelector('main form.form'))]`,
    );
    const forged = new URLSearchParams([...form, ['in.entries.1', entry]]);
    forged.set('in.entries.rows', '2');
    const answer = await (await page('centralDesk')).context().request.post(shown.url(), {
      data: forged.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    });
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain('提案の募集をする個人情報ファイルである旨がファイル簿に記載されていません');
  });

  test('法60条3項: the three tests and the flag', async () => {
    const tests = Object.fromEntries(
      ['published', 'disclosure', 'noHindrance'].flatMap((name) => [
        [`tests.${name}.passed`, 'yes'],
        [`tests.${name}.reason`, '確認した。'],
      ]),
    );
    const path = `/staff/register/${entry}/do/testForSolicitation`;
    await desk.refuses('responsibleDivision', path, { ...tests, 'tests.disclosure.reason': '' }, ['理由がありません']);
    await desk.does('responsibleDivision', path, tests);
    const page = await desk.does('responsibleDivision', `/staff/register/${entry}/do/flagForSolicitation`, {});
    expect(await textOf(page)).toContain('熊本市総務局行政管理部法制課（情報公開窓口）');
  });

  test('DDL-01: a window one day short is not published; the form names the earliest close', async () => {
    await desk.at('2025-12-15T09:00');
    const shown = await desk.open('centralDesk', '/staff/calls/new/do/draftCall');
    expect(await textOf(shown)).toContain('最も早い終了日は令和8年（2026年）1月14日（水）');
    const page = await desk.does('centralDesk', '/staff/calls/new/do/draftCall', {
      opensOn: '2025-12-19',
      closesOn: '2026-01-17',
      'entries.0': '',
    });
    call = idOf(page);
    await desk.refuses('centralDesk', `/staff/calls/${call}/do/setGuideline`, { version: '' }, ['募集要綱の版']);
    await desk.refuses(
      'centralDesk',
      `/staff/calls/${call}/do/setGuideline`,
      { version: '令和7年12月19日公示', file: { name: '要綱.pdf', content: '' } },
      ['「要綱.pdf」は中身が空です'],
    );
    await desk.does('centralDesk', `/staff/calls/${call}/do/setGuideline`, {
      version: '令和7年12月19日公示',
      file: { name: '../‮要綱.pdf', content: '%PDF-1.7 見本' },
    });
    await desk.at('2025-12-19T08:30');
    await desk.refuses('centralDesk', `/staff/calls/${call}/do/publishCall`, {}, [
      '30 日以上必要です',
      '令和8年1月18日',
    ]);
    await desk.does('centralDesk', `/staff/calls/${call}/do/reviseCall`, { closesOn: '2026-01-20' });
    const published = await desk.does('centralDesk', `/staff/calls/${call}/do/publishCall`, {});
    expect(await textOf(published)).toContain('募集要綱：要綱.pdf');
    await desk.does('centralDesk', `/staff/calls/${call}/do/openCall`, {});
  });

  test('STP-06, DDL-03: a paper proposal is refused out of hours and taken in as it came', async () => {
    await desk.at('2026-01-14T09:30');
    const path = `/staff/cases/new/do/receiveProposal?call=${call}`;
    await desk.refuses(
      'centralDesk',
      path,
      { ...proposal, channel: 'inPerson', receivedOn: '2025-12-30', receivedTime: '10:00' },
      ['窓口の受付時間外です', '令和7年12月30日'],
    );
    const refused = await desk.page('centralDesk');
    expect(await refused.locator('[name="in.form.business"]').inputValue()).toContain('子育て世帯');
    await desk.isSound(refused);
    const page = await desk.does('centralDesk', path, proposal);
    file = idOf(page);
    await desk.isSound(page);
    expect(await textOf(page)).toContain('架空データ利用株式会社');
  });

  test('CHK-DOC, DDL-07: a missing pledge and an old certificate are named', async () => {
    const blocked = await desk.open('centralDesk', `/staff/cases/${file}`);
    await blocked.getByText('今はできないことと、その理由').click();
    expect(await textOf(blocked)).toContain('足りないものがあります: 誓約書 (提案者 1)、本人確認書類 (提案者 1)');
    const identity = { document: 'registryCertificate', matches: 'yes', documentNumber: '架空-0001' };
    const path = `/staff/cases/${file}/do/checkIdentity`;
    await desk.refuses('centralDesk', path, { ...identity, madeOn: '2025-07-12' }, [
      '令和7年7月13日以後に作成されたものを求めてください',
    ]);
    await desk.does('centralDesk', path, { ...identity, madeOn: '2025-12-01' });
    const request = await desk.open('responsibleDivision', `/staff/cases/${file}/do/requestCorrection`);
    expect(await request.locator('[name="in.points.0.field"]').inputValue()).toBe('pledge');
    await desk.does('responsibleDivision', `/staff/cases/${file}/do/requestCorrection`, {
      'points.0.text': '誓約書が添えられていません。提出してください。',
      deadline: '2026-01-28',
    });
    await desk.at('2026-01-22T11:00');
    const inbox = await desk.open('centralDesk', '/staff');
    expect(await textOf(inbox)).toContain('令和8年（2026年）1月28日（水）　あと6日');
    const correction = await desk.open('centralDesk', `/staff/cases/${file}/do/receiveCorrection`);
    expect(await correction.locator('[name="in.form.purpose"]').count()).toBe(0);
    await desk.does('centralDesk', `/staff/cases/${file}/do/receiveCorrection`, { 'attachments.0.kind': 'pledge' });
    await desk.does('centralDesk', `/staff/cases/${file}/do/confirmCompleteness`, {});
  });

  test('CRI-2: 999 persons: the other six findings are kept, this one says why not', async () => {
    const page = await desk.refuses('responsibleDivision', `/staff/cases/${file}/findings`, findings('近い。'), [
      '6件は保存し、次の基準は保存していません',
      '本人の数 999 人は、1,000 人以上かつファイルの 12,000 人以下ではありません',
    ]);
    await desk.isSound(page);
    expect(await page.locator('[name="CRI-2.reason"]').inputValue()).toBe('近い。');
    await desk.does('responsibleDivision', `/staff/cases/${file}/do/requestCorrection`, {
      'points.0.field': 'persons',
      'points.0.text': '1,000人以上としてください。',
      deadline: '2026-01-30',
    });
    await desk.at('2026-01-26T10:00');
    await desk.does('centralDesk', `/staff/cases/${file}/do/receiveCorrection`, { 'form.persons': '12000' });
    await desk.does('centralDesk', `/staff/cases/${file}/do/confirmCompleteness`, {});
  });

  test('a stale tab is told what was done meanwhile, and loses nothing', async () => {
    const stale = await desk.open('responsibleDivision', `/staff/cases/${file}/findings`);
    const other = await desk.send('head', `/staff/cases/${file}/findings`, {
      'CRI-1.met': 'yes',
      'CRI-1.reason': '長の判断。',
    });
    expect(other.url()).toContain('done=recordFinding');
    for (const [name, value] of Object.entries(findings('12,000人である。')))
      await (String(name).endsWith('met')
        ? stale.locator(`[name="${name}"][value="${value}"]`).check()
        : stale.locator(`[name="${name}"]`).fill(String(value)));
    await stale.locator('main form .button--main').click();
    const text = await textOf(stale);
    expect(text).toContain('先に別の操作が行われました');
    expect(text).toContain('架空 head　審査の所見を記録しました');
    expect(await stale.locator('[name="CRI-2.reason"]').inputValue()).toBe('12,000人である。');
    await desk.isSound(stale);
    await stale.locator('main form .button--main').click();
    expect(stale.url()).toContain('done=recordFinding');
  });

  test('FEE, FRM-13: the fee is typed with its reason; the notice is seen before it is issued', async () => {
    await desk.at('2026-01-30T09:00');
    const fee = `/staff/cases/${file}/do/determineFee`;
    const amount = { 'minutes.0': '180', 'minutes.1': '240', 'minutes.2': '312', yen: '72,350' };
    await desk.refuses('responsibleDivision', fee, { ...amount, reason: '' }, ['額と、その理由を書いてください']);
    await desk.does('responsibleDivision', fee, { ...amount, reason: '手数料条例による（架空）。' });
    const typed = (value: string, reason: string, item: string) => ({
      [`${item}.value`]: value,
      [`${item}.reason`]: reason,
    });
    const notice = {
      noticeDate: '2026-01-30',
      documentNumber: '架空発第1号',
      ...typed('熊本市長', '公示をした者とする。', 'contractParty'),
      ...typed('納入通知書による納付', '定めがないため。', 'feePayment'),
      ...typed('2026-03-02', '通知の日の翌日から1月を目安とする。', 'applicationDeadline'),
      ...typed('2026-03-02', '申込みと同じ日とする。', 'feeDeadline'),
    };
    const path = `/staff/cases/${file}/do/issueConformingNotice`;
    await desk.refuses('head', path, { noticeDate: '2026-01-30', documentNumber: '架空発第1号' }, [
      '通知に必要な事項が決まっていません',
    ]);
    const page = await desk.does('head', path, notice);
    const paper = await page
      .getByRole('link', { name: /審査結果通知書/ })
      .first()
      .getAttribute('href');
    const text = await pdfText(await downloaded(page, `${paper}.pdf`));
    for (const words of ['架空データ利用株式会社', '72,350円', '令和8年3月2日', 'CD-R・窓口受領', '基準3に適合する'])
      expect(text).toContain(words);
    expect(text).not.toContain('審査請求');
    expect(await textOf(page)).toContain('通知の日の翌日から1月を目安とする。');
  });

  test('STP-15, STP-16: two copies, the fee first, then the contract', async () => {
    await desk.at('2026-02-10T10:00');
    const application = `/staff/cases/${file}/do/receiveContractApplication`;
    await desk.refuses('centralDesk', application, { copies: '1' }, ['契約書が 1 通です。2 通必要です。']);
    await desk.does('centralDesk', application, { copies: '2' });
    await desk.refuses('centralDesk', `/staff/cases/${file}/do/concludeContract`, { stillEligible: 'yes' }, [
      '手数料の納付がまだ確認されていません',
    ]);
    await desk.at('2026-02-13T09:00');
    await desk.does('centralDesk', `/staff/cases/${file}/do/confirmPayment`, { paidOn: '2026-02-12' });
    const page = await desk.does('centralDesk', `/staff/cases/${file}/do/concludeContract`, {
      provisionDeadline: '2026-03-13',
      stillEligible: 'yes',
    });
    await desk.isSound(page);
    const contract = await page
      .getByRole('link', { name: /契約書/ })
      .first()
      .getAttribute('href');
    expect(await pdfText(await downloaded(page, `${contract}.pdf`))).toContain('契約条件の変更は認めない');
  });

  test('STP-18: source and recipe are handed in, the creation runs while the page waits for it', async () => {
    const release = `/staff/releases/${file}`;
    const data = generateAfterSchoolCare(12000);
    await desk.refuses(
      'responsibleDivision',
      `${release}/do/handInSource`,
      { source: { name: '元データ.pdf', content: '%PDF-1.7' } },
      ['ここでは受け取れません'],
    );
    await desk.does('responsibleDivision', `${release}/do/handInSource`, {
      source: { name: '元データ.csv', content: data },
    });
    const derived = await desk.does('both', `${release}/do/deriveRecipe`, { 'decisions.0.role': 'other' });
    expect(await textOf(derived)).toContain('recipe.json');
    await desk.does('both', `${release}/do/setRecipe`, {
      recipe: { name: '加工の手順.json', content: JSON.stringify(recipe.json) },
    });
    const running = await desk.does('creator', `${release}/do/startCreation`, {});
    expect(await textOf(running)).toContain('加工を実行しています');
    const answer = await running.goto(`${origin}/organs/kumamoto${release}`);
    expect(answer?.headers().refresh).toBe('3');
    await desk.isSound(await standingStill(running));
    await runJob(stage.parts, kumamoto, { task: 'createData', payload: { release: file } });
    await running.getByText('自動検査に合格しました').waitFor();
    expect(await textOf(running)).toContain('元データ12,000件から11,955件を作成（45件を除外）');
  });

  test('STP-19: another person verifies, with their password', async () => {
    const release = `/staff/releases/${file}`;
    await desk.refuses('both', `${release}/do/signVerification`, {}, ['加工をした人は検査をすることができません']);
    await desk.refuses('verifier', `${release}/do/signVerification`, { note: '各号を確認した。' }, [
      '確認：検査に署名する',
    ]);
    const page = await desk.page('verifier');
    await page.fill('#password', 'wrong');
    await page.locator('main form .button--main').last().click();
    expect(await textOf(page)).toContain('パスワードが違います');
    await desk.isSound(page);
    expect((await releaseState()).stage).toBe('created');
    await desk.does('verifier', `${release}/do/signVerification`, { note: '各号を確認した。' });
  });

  test('STP-20: the package is made, delivered and recorded', async () => {
    const release = `/staff/releases/${file}`;
    const page = await desk.does('creator', `${release}/do/packRelease`, {});
    const link = await page.getByRole('link', { name: /提供する一式/ }).getAttribute('href');
    const zip = new ZipReader(new BlobReader(new Blob([Uint8Array.from(await downloaded(page, link ?? ''))])));
    const entries = await zip.getEntries();
    const found = (name: string) => entries.find(({ filename }) => filename === name);
    const manifest = found('manifest.json');
    const csv = found('output.csv');
    if (!manifest || manifest.directory || !csv || csv.directory) throw new Error('the package is not whole');
    expect(JSON.parse(await manifest.getData(new TextWriter()))).toMatchObject({ release: { id: file, rows: 11955 } });
    const bytes = Buffer.from(await csv.getData(new Uint8ArrayWriter()));
    const digest = (await releaseState()).creation?.output.digest ?? '';
    expect(bytes.equals(Buffer.from(await stage.parts.vault.get({ organ: kumamoto, release: file }, digest)))).toBe(
      true,
    );
    const lines = bytes.toString('utf8').trimEnd().split(/\r?\n/);
    expect([lines[0], lines.length]).toEqual(['\u{FEFF}住所,年齢,性別,電話番号,利用区分,世帯年収', 11956]);
    await desk.at('2026-02-20T14:00');
    const provision = { measures: '封かんし、手渡した。', mediumNumber: 'K-R7-001', receivedBy: '例示 担当' };
    await desk.refuses('responsibleDivision', `${release}/do/recordProvision`, { ...provision, medium: 'DVD-R' }, [
      '提案で選ばれた方法は CD-R・窓口受領 です',
    ]);
    await desk.does('responsibleDivision', `${release}/do/recordProvision`, provision);
  });

  test('法117条: the inbox asks for it, and the public register shows persons and items', async () => {
    const inbox = await desk.open('responsibleDivision', '/staff');
    await inbox.getByRole('link', { name: '作成した情報をファイル簿に記載する' }).click();
    expect(await inbox.locator('[name="in.name"]').inputValue()).toContain('行政機関等匿名加工情報');
    await desk.does('responsibleDivision', `/staff/register/${entry}/do/recordCreatedData`, {
      'period.from': '2026-04-01',
      'period.to': '2027-03-31',
    });
    const visitor = await browser.newPage();
    await visitor.goto(`${origin}/organs/kumamoto/register/${entry}`);
    const text = await textOf(visitor);
    for (const words of ['該当', '11,955人', '住所、年齢、性別、電話番号、利用区分、世帯年収'])
      expect(text).toContain(words);
    await visitor.close();
    const list = await textOf(await desk.open('centralDesk', '/staff/cases'));
    for (const words of ['提供済み', '期限の定めなし']) expect(list).toContain(words);
    expect(list).not.toContain('3月2日');
  });

  test('nothing was reported as a fault of the system', () => {
    expect(stage.reported).toEqual([]);
  });
});

describe('what the case says to whom', () => {
  test('the auditor sees the case without names, papers and scans; the verifier sees no proposal', async () => {
    const auditor = await desk.open('auditor', `/staff/cases/${file}`);
    const text = await textOf(auditor);
    expect(text).toContain('この案件の担当者だけが見られます');
    for (const words of ['架空データ利用株式会社', '見本 次郎', '審査結果通知書（PDF'])
      expect(text).not.toContain(words);
    const verifier = await desk.open('verifier', `/staff/cases/${file}`);
    expect(await verifier.locator('h1').innerText()).toBe('このページを利用する権限がありません');
  });

  test('a file of one case is not had through another', async () => {
    const page = await desk.page('centralDesk');
    const digest = (await releaseState()).source?.digest ?? '';
    for (const path of [`cases/${file}`, `calls/${call}`, `releases/${file}`]) {
      const answer = await page.context().request.get(`${origin}/organs/kumamoto/staff/${path}/files/${digest}`);
      expect([path, answer.status()]).toEqual([path, 404]);
    }
  });
});
