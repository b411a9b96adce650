import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { renderPdf } from '../render/renderPdf.ts';
import { renderText } from '../render/renderText.ts';
import { callGuideline } from './callGuideline.ts';
import { conformingNotice, nonConformingNotice } from './resultNotice.ts';
import { useContract } from './useContract.ts';

const root = join(import.meta.dirname, '../../..');
const kumamoto = JSON.parse(readFileSync(join(root, 'profiles/kumamoto/undated.json'), 'utf8')) as RuleSet;

const notice = {
  documentNumber: '法制発第000123号',
  noticeDate: '2026-02-10',
  addressee: ['架空データ利用株式会社', '代表取締役　見本　例子　様'],
  proposalDate: '2026-01-15',
  fileName: '学童保育システム（架空）',
};
const findings = (['CRI-1', 'CRI-2', 'CRI-3', 'CRI-4', 'CRI-5', 'CRI-6', 'CRI-7'] as const).map((criterion) => ({
  criterion,
  met: true,
  reason: `${criterion}を満たすと認められるため。`,
}));

async function expectGolden(name: string, paper: OfficialDocument | null): Promise<void> {
  if (!paper) throw new Error(`${name} is not configured`);
  await expect(renderText(paper)).toMatchFileSnapshot(`golden/${name}.txt`);
  expect(renderPdf(paper).byteLength).toBeGreaterThan(10_000);
}

describe('papers of Kumamoto', () => {
  test('FRM-04: the call guideline has the notice’s own words and the call’s days', async () => {
    const facts = {
      publishedOn: '2025-12-19',
      opensOn: '2025-12-19',
      closesOn: '2026-01-20',
      fiscalYear: 2025,
      files: [{ name: '学童保育システム（架空）', outline: '児童及び児童の保護者の氏名、住所、年齢など' }],
    };
    await expectGolden('kumamoto-call-guideline', callGuideline(kumamoto, facts));
  });

  test('FRM-13, OUT-7: the conforming notice has the five items and no word of appeal', async () => {
    const paper = conformingNotice(kumamoto, {
      ...notice,
      contractParty: '熊本市長',
      feeYen: 72350,
      feePayment: '納入通知書による納付',
      feeDeadline: '2026-03-11',
      applicationDeadline: '2026-03-11',
      delivery: 'DVD-R・窓口受領',
      findings,
    });
    await expectGolden('kumamoto-conforming-notice', paper);
    expect(renderText(paper)).not.toMatch(/審査請求|不服|教示/);
  });

  test('FRM-14: the non-conforming notice names each criterion with its reason', async () => {
    const reason = '提案に係る本人の数が999人であり、1,000人に満たないため。';
    await expectGolden(
      'kumamoto-non-conforming-notice',
      nonConformingNotice(kumamoto, { ...notice, findings: [{ criterion: 'CRI-2', met: false, reason }] }),
    );
  });

  test('FRM-16, SEC-10: the contract states data, use, bans, the ground of cancellation and that its terms do not change', async () => {
    const paper = useContract(kumamoto, {
      documentNumber: '法制契第000045号',
      signedOn: '2026-03-02',
      contractParty: '熊本市長',
      counterparty: ['架空データ利用株式会社', '架空県見本市例示町１丁目１番１号', '代表取締役　見本　例子'],
      fileName: '学童保育システム（架空）',
      persons: 12000,
      items: [
        { item: '住所', detail: '町名までとする。' },
        { item: '年齢', detail: '５歳刻みとし、80歳以上は「80歳以上」とする。' },
      ],
      purposeOfUse: '放課後の居場所の需要を推計するため。',
      methodOfUse: '統計的な分析',
      usePeriod: { from: '2026-04-01', to: '2027-03-31' },
      placeOfUse: '乙の分析室',
      handlers: '分析課　見本　例子　ほか２名',
      delivery: 'DVD-R・窓口受領',
      provisionDeadline: '2026-03-31',
      feeYen: 72350,
      feePaidOn: '2026-02-27',
      keyFingerprint: '0123456789abcdef'.repeat(4),
      taxStamp: true,
      addedClauses: [],
    });
    await expectGolden('kumamoto-use-contract', paper);
  });
});
