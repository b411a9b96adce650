import { describe, expect, test } from 'vitest';
import { conformingItems, paperSamples } from '../../../test/support/paperSamples.ts';
import { rulesOf } from '../../../test/support/shippedRules.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { type FormKindId, formKindIds, formKinds } from '../frame/formKinds.ts';
import { formOf, hasForm } from '../frame/formOf.ts';
import { IncompletePaperError } from '../frame/makePaper.ts';
import { renderText } from '../render/renderText.ts';
import { conformingNotice } from './conformingNotice.ts';

const organs = ['yokohama', 'ichikawa', 'aomori-police', 'hokkaido-university', 'kumamoto'] as const;
const samples: readonly (readonly [string, (rules: RuleSet) => OfficialDocument])[] = Object.entries(paperSamples);
const kindOf = (sample: string) => sample.split('-')[0] as FormKindId;

describe.each(organs)('papers of %s', (organ) => {
  const rules = rulesOf(organ);

  test.each(samples)('%s', async (name, make) => {
    if (!hasForm(rules, kindOf(name))) {
      expect(() => make(rules)).toThrow(IncompletePaperError);
      return;
    }
    const paper = make(rules);
    expect(paper.kind).toBe(kindOf(name));
    await expect(renderText(paper)).toMatchFileSnapshot(`golden/${organ}/${name}.txt`);
  });

  test('no notice tells of an appeal, because it is no disposition (OUT-7)', () => {
    const notices = samples.filter(([name]) => /otice|paymentRequest/.test(name) && hasForm(rules, kindOf(name)));
    expect(notices.length).toBeGreaterThan(5);
    for (const [, make] of notices) expect(renderText(make(rules))).not.toMatch(/審査請求|不服|教示|取消しの訴え/);
  });

  test('no word of a paper is left unreplaced or undefined', () => {
    for (const [name, make] of samples)
      if (hasForm(rules, kindOf(name))) expect(renderText(make(rules)), name).not.toMatch(/[{}]|undefined|null|NaN/);
  });
});

test('every kind of paper has a sample', () => {
  expect([...new Set(samples.map(([name]) => kindOf(name)))].toSorted()).toEqual(formKindIds.toSorted());
});

test('form × organ × number is written down from the profiles', async () => {
  const numberIn = (organ: (typeof organs)[number], kind: FormKindId) => {
    const rules = rulesOf(organ);
    return hasForm(rules, kind) ? (formOf(rules, kind).number ?? '番号なし') : '―';
  };
  const rows = formKindIds.map((kind) => {
    const name = formOf(rulesOf('kumamoto'), kind).name;
    return `| ${[kind, name, formKinds[kind].requirement, ...organs.map((organ) => numberIn(organ, kind))].join(' | ')} |`;
  });
  const table = [
    '# 様式の一覧',
    '',
    '機関ごとの様式の番号。「番号なし」は番号の定めがない様式、「―」はその機関にない様式（作成しない）。名称は熊本市のもの。',
    '',
    `| 種類 | 名称 | 要件 | ${organs.join(' | ')} |`,
    `|${' --- |'.repeat(3 + organs.length)}`,
    ...rows,
    '',
  ].join('\n');
  await expect(table).toMatchFileSnapshot('../../../docs/reference/forms.md');
});

test.each([
  ['納付すべき手数料の額', { feeYen: null }],
  ['手数料の納付方法', { feePayment: ' ' }],
  ['手数料の納付期限', { feeDeadline: '' }],
  ['契約の相手方', { contractParty: '' }],
  ['提供の方法', { delivery: '' }],
  ['文書番号', { documentNumber: '' }],
  ['宛名', { addressee: [] }],
])('FRM-13: a conforming notice without 「%s」 is not made, and the error names it', (item, empty) => {
  const rules = rulesOf('aomori-police');
  expect(() => conformingNotice(rules, { ...conformingItems(rules), ...empty })).toThrow(item);
});

describe('what each paper must say', () => {
  const textOf = (organ: (typeof organs)[number], sample: keyof typeof paperSamples) =>
    renderText(paperSamples[sample](rulesOf(organ)));

  test('FRM-04: every organ’s guideline has the call’s days, files, desk and its own word for the data', () => {
    for (const organ of organs) {
      const rules = rulesOf(organ);
      const text = textOf(organ, 'callGuideline').normalize('NFKC');
      for (const part of [
        '令和7年(2025年)12月19日',
        '令和8年(2026年)1月20日',
        '学童保育システム',
        rules.terms.data?.value,
        rules.desk.name?.value,
      ])
        expect(text, organ).toContain((part ?? '').normalize('NFKC'));
    }
  });

  test('FRM-05, FRM-06: the list, the outlines and the period are papers of their own in Aomori alone', () => {
    const kinds = ['callPeriodNotice', 'fileList', 'fileOutlines'] as const;
    expect(organs.filter((organ) => kinds.some((kind) => hasForm(rulesOf(organ), kind)))).toEqual(['aomori-police']);
    expect(textOf('aomori-police', 'callPeriodNotice')).toContain(
      '令和７年（2025年）12月19日（金）から令和８年（2026年）１月20日（火）まで',
    );
  });

  test('FRM-07, FRM-18: the form for created data asks neither for a file nor for a number of persons', () => {
    for (const organ of organs) {
      expect(textOf(organ, 'proposal-blank')).toMatch(
        /個人情報ファイルの名称　｜[\s\S]*本人の数　｜[\s\S]*加工の方法[\s\S]*職名/,
      );
      expect(textOf(organ, 'createdProposal-blank')).not.toMatch(/個人情報ファイルの名称|本人の数/);
    }
  });

  test('FRM-08, 1c-24: each organ’s pledge has its own 欠格事由, and covers a body and its officers', () => {
    expect(textOf('ichikawa', 'pledge')).toContain('未成年者、成年被後見人又は被保佐人');
    expect(textOf('hokkaido-university', 'pledge')).toContain('禁錮以上の刑');
    for (const organ of ['aomori-police', 'kumamoto'] as const)
      expect(textOf(organ, 'pledge')).toContain('拘禁刑以上の刑');
    expect(textOf('yokohama', 'pledge')).toContain('第113条各号');
    for (const organ of organs) expect(textOf(organ, 'pledge')).toContain('その役員を含む');
  });

  test('FRM-09: the usefulness is that for 市民生活 in Ichikawa and for 国民生活 elsewhere', () => {
    for (const organ of organs) {
      const life = organ === 'ichikawa' ? '市民生活' : '国民生活';
      expect(textOf(organ, 'usefulness')).toContain(`豊かな${life}の実現`);
    }
  });

  test('FRM-10: Hokkaido and Ichikawa name no power of attorney', () => {
    expect(organs.filter((organ) => hasForm(rulesOf(organ), 'powerOfAttorney'))).toEqual([
      'yokohama',
      'aomori-police',
      'kumamoto',
    ]);
  });

  test('FRM-13, 1c-33: the notice names the party of the notice, the contract that of the contract', () => {
    expect(textOf('hokkaido-university', 'conformingNotice')).toContain('規程第9条の規定により、本学との間で');
    expect(textOf('hokkaido-university', 'useContract')).toContain('総長（以下「甲」という。）');
    expect(textOf('aomori-police', 'conformingNotice')).toContain('法第115条の規定により、知事との間で');
    expect(textOf('ichikawa', 'conformingNotice')).toContain('条例第24条の9の規定により、市との間で');
  });

  test('FRM-14: the notice names the criteria that are not met, in the organ’s words, each with its reason, and no other', () => {
    for (const organ of organs) {
      const { criteria } = rulesOf(organ).review;
      const text = textOf(organ, 'nonConformingNotice');
      const named = criteria.filter(({ label, wording }) => text.includes([label, wording].filter(Boolean).join('　')));
      expect(named.map(({ id }) => id)).toEqual(['CRI-4', 'CRI-6']);
    }
  });

  test('FRM-15, FEE-11: the application has room for stamps where the fee is paid with them', () => {
    expect(organs.filter((organ) => textOf(organ, 'contractApplication-blank').includes('証紙'))).toEqual([
      'aomori-police',
    ]);
  });

  test('FRM-16, FRM-20, SEC-10: the contract has the bans and the grounds; Kumamoto’s terms do not change and the copyright is its own', () => {
    for (const organ of organs)
      for (const sample of ['useContract', 'createdUseContract'] as const)
        expect(textOf(organ, sample)).toMatch(
          /識別行為の禁止[\s\S]*再提供の禁止[\s\S]*偽りその他不正の手段[\s\S]*甲　.+印[\s\S]*乙　.+印/,
        );
    expect(textOf('kumamoto', 'useContract')).toMatch(/契約条件の変更は認めない[\s\S]*原著作権は熊本市に帰属する/);
    expect(organs.filter((organ) => textOf(organ, 'useContract').includes('契約条件の変更は認めない'))).toEqual([
      'kumamoto',
    ]);
    expect(textOf('kumamoto', 'useContract-draft')).toContain('成果の公表');
  });

  test('FRM-24: the fee sheet sums the minutes of the tasks and the lines of the fee', () => {
    const text = textOf('aomori-police', 'feeSheet');
    expect(text).toMatch(/合計　｜　13時間0分　｜　780分/);
    expect(text).toMatch(/合計　｜　72,350円/);
  });

  test('CHK-REC-3: only Kumamoto has a sheet for the envelope, with its words', () => {
    expect(organs.filter((organ) => hasForm(rulesOf(organ), 'envelopeSheet'))).toEqual(['kumamoto']);
    expect(textOf('kumamoto', 'envelopeSheet')).toContain('［行政機関等匿名加工情報の利用に関する提案書類在中］');
  });
});
