import { describe, expect, test } from 'vitest';
import { conformingItems, paperSamples } from '../../../test/support/paperSamples.ts';
import { rulesOf } from '../../../test/support/shippedRules.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { type FormKindId, formKindIds, formKinds } from '../frame/formKinds.ts';
import { formOf, hasForm } from '../frame/formOf.ts';
import { IncompletePaperError } from '../frame/makePaper.ts';
import { renderText } from '../render/renderText.ts';
import { template } from '../render/template.ts';
import { blankForms } from './blankForms.ts';
import { blankPapers } from './blankPapers.ts';
import { conformingNotice } from './conformingNotice.ts';
import { nonConformingNotice } from './nonConformingNotice.ts';

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

  test('an act that is cited in short has its full name once in the paper', () => {
    const { abbreviations } = rules.letters;
    for (const [name, make] of samples) {
      if (!hasForm(rules, kindOf(name))) continue;
      const text = renderText(make(rules));
      for (const { short } of abbreviations) {
        const named = text.split(`以下「${short}」という。`).length - 1 + (text.split(`「${short}」とは`).length - 1);
        expect(named, `${name}: ${short}`).toBeLessThanOrEqual(1);
        if (new RegExp(`(?<![一-龥])${short}第[0-9０-９]`).test(text)) expect(named, `${name}: ${short}`).toBe(1);
      }
    }
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
    return hasForm(rules, kind) ? (formOf(rules, kind).number ?? '番号なし') : `―（${formKinds[kind].absentBy}）`;
  };
  const rows = formKindIds.map((kind) => {
    const name = formOf(rulesOf('kumamoto'), kind).name;
    const blank = Object.hasOwn(blankPapers, kind) ? '○' : '';
    return `| ${[kind, name, formKinds[kind].requirement, blank, ...organs.map((organ) => numberIn(organ, kind))].join(' | ')} |`;
  });
  const table = [
    '# 様式の一覧',
    '',
    '機関ごとの様式の番号。「番号なし」は番号の定めがない様式、「―」はその機関にない様式（作成しない）で、括弧の中はそれを言う要件。「記入用」の○は、白紙の様式をWordとPDFで取り出せるもの。名称は熊本市のもの。',
    '',
    `| 種類 | 名称 | 要件 | 記入用 | ${organs.join(' | ')} |`,
    `|${' --- |'.repeat(4 + organs.length)}`,
    ...rows,
    '',
  ].join('\n');
  expect(table).not.toContain('（null）');
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

  test('scenarios 34 and 96, FRM-13: Aomori’s form 5 has its five items and the day to apply by, encloses form 6 and two of form 7, and none may be empty', () => {
    const police = rulesOf('aomori-police');
    const notice = textOf('aomori-police', 'conformingNotice');
    expect(notice.split('\n')[0]).toBe('第５号様式');
    for (const item of [
      '契約の締結　｜　',
      '納付すべき手数料の額　｜　72,350円',
      '手数料の納付方法　｜　',
      '手数料の納付期限　｜　令和８年３月11日',
      '行政機関等匿名加工情報の提供の方法　｜　DVD-R・窓口受領',
      '契約の締結の申込みの期限　｜　令和８年３月11日',
      '同封書類\n\n1　行政機関等匿名加工情報の利用に関する契約の締結に関する申込書\n2　行政機関等匿名加工情報の利用に関する契約書の案　２通',
    ])
      expect(notice).toContain(item);
    expect([textOf('aomori-police', 'contractApplication'), textOf('aomori-police', 'useContract-draft')]).toEqual([
      expect.stringMatching(/^第６号様式/),
      expect.stringMatching(/^第７号様式/),
    ]);
    expect(notice).toMatch(/第６⑴[\s\S]*第６⑺/);
    expect(notice).not.toContain('アからカ');
    const items = conformingItems(police);
    for (const name of ['contractParty', 'feePayment', 'feeDeadline', 'applicationDeadline', 'delivery'] as const)
      expect(() => conformingNotice(police, { ...items, [name]: '' })).toThrow(IncompletePaperError);
  });

  test('scenarios 36 and 41, FRM-14, FRM-19: one form 8 names both failed criteria; created data has forms 11 and 12 without criteria 2 and 3', () => {
    const refusal = nonConformingNotice(rulesOf('aomori-police'), {
      ...conformingItems(rulesOf('aomori-police')),
      findings: [
        { criterion: 'CRI-2', met: false, reason: '本人の数が上限を超える。' },
        { criterion: 'CRI-5', met: false, reason: '期間が長すぎる。' },
      ],
    });
    const text = renderText(refusal);
    expect(text.split('\n')[0]).toBe('第８号様式');
    expect(text).toMatch(/第６⑵.*本人の数が上限を超える。[\s\S]*第６⑸.*期間が長すぎる。/);
    for (const [sample, form] of [
      ['createdConformingNotice', '第11号様式'],
      ['createdNonConformingNotice', '第12号様式'],
    ] as const) {
      expect(textOf('aomori-police', sample).split('\n')[0]).toBe(form);
      expect(textOf('aomori-police', sample)).not.toMatch(/第６[⑵⑶]/);
    }
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

  test('scenario 93, FRM-16, FRM-20, SEC-1, SEC-10: the contract has the bans and the grounds; Kumamoto’s terms do not change and the copyright is its own', () => {
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
    expect(text).toMatch(
      /13時間 × 3,950円 = 51,350円　｜　条例第15条第１項及び第２項　｜　51,350円[\s\S]*合計　｜　402,350円/,
    );
  });

  test('PUB-8: the forms to fill in are those that the organ offers: six in Yokohama, Kumamoto’s with the envelope’s sheet', () => {
    const kindsOf = (organ: (typeof organs)[number]) =>
      blankForms(rulesOf(organ), '2026-01-05').map(({ kind }) => kind);
    expect(kindsOf('yokohama')).toEqual([
      'proposal',
      'createdProposal',
      'pledge',
      'usefulness',
      'powerOfAttorney',
      'changeNotice',
    ]);
    expect(kindsOf('kumamoto')).toEqual(['proposal', 'pledge', 'usefulness', 'powerOfAttorney', 'envelopeSheet']);
    expect(kindsOf('ichikawa')).toEqual(['proposal', 'pledge', 'usefulness']);
    for (const organ of organs)
      for (const paper of blankForms(rulesOf(organ), '2026-01-05'))
        expect(paper).toEqual(
          paper.kind === 'envelopeSheet'
            ? paperSamples.envelopeSheet(rulesOf(organ))
            : paperSamples[`${paper.kind}-blank` as 'proposal-blank'](rulesOf(organ)),
        );
  });

  test('scenario 100, CHK-REC-3: only Kumamoto has a sheet for the envelope, with its words in red', () => {
    expect(organs.filter((organ) => hasForm(rulesOf(organ), 'envelopeSheet'))).toEqual(['kumamoto']);
    expect(textOf('kumamoto', 'envelopeSheet')).toContain('［行政機関等匿名加工情報の利用に関する提案書類在中］');
    const { blocks } = paperSamples.envelopeSheet(rulesOf('kumamoto'));
    expect(blocks.filter(({ type }) => type === 'redNote')).toEqual([
      { type: 'redNote', text: '行政機関等匿名加工情報の利用に関する提案書類在中' },
    ]);
    expect(template).toMatch(/"redNote".*stroke: [\d.]+pt \+ red.*fill: red/);
  });
});

describe('what the papers of the second half must say', () => {
  const textOf = (organ: (typeof organs)[number], sample: keyof typeof paperSamples) =>
    renderText(paperSamples[sample](rulesOf(organ)));
  const having = (kind: FormKindId) => organs.filter((organ) => hasForm(rulesOf(organ), kind));

  test('SEC-5, STP-13: the clauses bind the contractor, on Aomori’s condition, over several tiers where the text provides for it', () => {
    expect(having('outsourcingClauses')).toEqual([...organs]);
    expect(organs.filter((organ) => textOf(organ, 'outsourcingClauses').includes('停止条件'))).toEqual([
      'aomori-police',
    ]);
    expect(textOf('aomori-police', 'outsourcingClauses-unconditional')).not.toContain('停止条件');
    expect(organs.filter((organ) => textOf(organ, 'outsourcingClauses').includes('２以上の段階'))).toEqual(
      organs.filter((organ) => rulesOf(organ).creation.subOutsourcing?.value),
    );
  });

  test('SEC-7, SEC-8: the penalties told depend on the kind of body', () => {
    expect(textOf('aomori-police', 'contractorDuties')).toMatch(/法第176条[\s\S]*法第180条[\s\S]*法第183条/);
    expect(textOf('ichikawa', 'contractorDuties')).toMatch(
      /条例第32条　第24条の16[\s\S]*2年以下の懲役[\s\S]*条例第34条/,
    );
    expect(textOf('ichikawa', 'contractorDuties')).not.toContain('第35条');
    expect(textOf('ichikawa', 'confidentialityBriefing')).toContain('条例第35条');
    expect(textOf('hokkaido-university', 'contractorDuties')).toContain('第125条第2項の規定により');
    for (const organ of organs)
      expect(textOf(organ, 'contractorDuties').includes('法律第４章')).toBe(organ !== 'ichikawa');
  });

  test('SEC-6: the briefing tells the duty, that it goes on, and leaves room for the name', () => {
    for (const organ of organs) {
      expect(textOf(organ, 'confidentialityBriefing')).toMatch(
        /不当な目的に利用してはならない[\s\S]*従事しなくなった後も続く/,
      );
      expect(textOf(organ, 'confidentialityBriefing-blank')).toContain('□ 派遣労働者');
    }
  });

  test('FRM-17: Aomori’s form 9 and Yokohama’s; the others have no change notice', () => {
    expect(having('changeNotice')).toEqual(['yokohama', 'aomori-police']);
    expect(textOf('aomori-police', 'changeNotice')).toMatch(/^第９号様式[\s\S]*■　取扱従事者の交代/);
  });

  test('FRM-19: the notices on created data cite the criteria 1 and 4 to 7 alone', () => {
    for (const sample of ['createdConformingNotice', 'createdNonConformingNotice'] as const)
      expect(textOf('hokkaido-university', sample)).toContain(
        '第12条第2項において準用する規程第8条第2項第1号及び第4号から第7号まで',
      );
  });

  test('FRM-01, FRM-02, FRM-03, 1c-16: the register’s own fields in their order; the created part is filled when data was made', () => {
    for (const organ of organs) {
      const text = textOf(organ, 'registerEntry-created');
      const places = rulesOf(organ).registerFields.map(({ label }) => text.indexOf(`${label}　｜`));
      expect(
        places.every((place) => place >= 0),
        organ,
      ).toBe(true);
      expect(textOf(organ, 'registerEntry')).not.toContain('12,000人');
    }
    expect(textOf('ichikawa', 'registerEntry')).toMatch(
      /平成31年7月1日[\s\S]*5・6・7は記録がない場合あり[\s\S]*｜　該当[\s\S]*｜　非該当/,
    );
  });

  test('scenario 90, FRM-21, PUB-4: Aomori asks the prefecture for the five items; nobody else has the sheet', () => {
    expect(having('publicationSheet')).toEqual(['aomori-police']);
    expect(textOf('aomori-police', 'publicationSheet')).toMatch(
      /青森県総務部総務文書課[\s\S]*ア　[\s\S]*イ　[\s\S]*12,000人[\s\S]*ウ　[\s\S]*エ　[\s\S]*オ　/,
    );
  });

  test('FRM-22, PPC-1, PPC-2, PPC-3: the three reports are Aomori’s alone', () => {
    for (const kind of ['violationReport', 'cancellationIntentReport', 'cancelledReport'] as const) {
      expect(having(kind)).toEqual(['aomori-police']);
      expect(textOf('aomori-police', kind)).toContain('個人情報保護委員会　御中');
    }
    expect(textOf('aomori-police', 'cancelledReport')).toMatch(/法第120条第３号[\s\S]*令和10年５月９日まで/);
  });

  test('FRM-23: the report on outsourcing goes from the division to the desk', () => {
    expect(having('outsourcingReport')).toEqual(['aomori-police']);
    expect(textOf('aomori-police', 'outsourcingReport')).toMatch(/総務課長　殿[\s\S]*架空子ども課長[\s\S]*330,000円/);
  });

  test('FRM-25: the notice of delay names the day that is expected and the reason', () => {
    for (const organ of organs) expect(textOf(organ, 'delayNotice')).toMatch(/見込みの日　｜[\s\S]*遅れる理由　｜/);
  });

  test('FRM-26: the publication of other 匿名加工情報 is Hokkaido’s alone', () => {
    expect(having('otherDataPublication')).toEqual(['hokkaido-university']);
    expect(textOf('hokkaido-university', 'otherDataStatement')).toContain('匿名加工情報であることを明示');
  });

  test('FRM-27: the notification of handlers has name, affiliation and post', () => {
    expect(textOf('aomori-police', 'handlerNotification')).toMatch(
      /取扱従事者の氏名　｜　所属　｜　職名\n例示　太郎　｜　分析課　｜　課長/,
    );
  });

  test('CAN-4, CAN-6: the bar stands in a notice on the grounds of the law and in no other', () => {
    for (const organ of organs) {
      expect(textOf(organ, 'cancellationNotice')).toContain('までは、新たな提案をすることができません。');
      expect(textOf(organ, 'cancellationNotice-contract')).not.toContain('新たな提案をすることができません');
    }
  });
});
