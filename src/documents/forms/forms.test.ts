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
