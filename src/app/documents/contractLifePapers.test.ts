import { beforeAll, describe, expect, test } from 'vitest';
import { playGuide } from '../../../test/support/playGuide.ts';
import { ruleBook } from '../../../test/support/shippedRules.ts';
import { createMemorySystem } from '../../adapters/memory/memorySystem.ts';
import type { OrganId } from '../../core/role.ts';
import { renderText } from '../../documents/render/renderText.ts';
import type { AggregateKind } from '../aggregates.ts';
import { documentsOf } from './documentsOf.ts';

const organ = 'aomori-police' as OrganId;

/** The texts of all papers that Aomori's whole case brought, by the event that they come from. */
const texts = new Map<string, string[]>();

beforeAll(async () => {
  const parts = createMemorySystem(ruleBook);
  await playGuide('aomori-police-whole.json', parts);
  for (const kind of ['proposal', 'leak'] as const satisfies readonly AggregateKind[]) {
    const { records } = await parts.events.states(organ, { kind });
    for (const { stream } of records)
      for (const event of await parts.events.read(organ, stream)) {
        const papers = await documentsOf(parts, organ, event);
        texts.set(event.type, [...(texts.get(event.type) ?? []), ...papers.map((paper) => renderText(paper))]);
      }
  }
});

const textOf = (type: string): string => texts.get(type)?.join('\n----\n') ?? '';

describe('what a contract lives through', () => {
  test('FRM-17: a change notice has what the record said before the change', () => {
    expect(textOf('changeNoticeReceived')).toMatch(/第９号様式[\s\S]*担当部署　｜　[^｜\n―]+　｜　企画第二部/);
  });

  test('DDL-10, FRM-17: who takes the place of a handler comes on the same form, with the name of who leaves', () => {
    expect(textOf('handlerChangeReported')).toMatch(
      /■　取扱従事者の交代[\s\S]*取扱従事者　｜　[^｜\n―]+　｜　分析課　主任　見本 三郎[\s\S]*変更の日　｜　令和８年５月１日/,
    );
  });

  test('PPC-1: the report of a breach says what was done, by the account and the decisions that the record has on its day', () => {
    const [violation = ''] = texts.get('reportedToCommission') ?? [];
    expect(violation).toMatch(/違反した法令又は契約の条項　｜　再提供の禁止/);
    expect(violation).toMatch(/契約の重大な違反に当たると判断した。[\s\S]*この報告の日までに決定していない。/);
    expect(violation).toContain('事案の概要　｜　許可なく第三者に提供した。');
  });

  test('FEE-01, FRM-24: the fee sheet has each step of the rule with its provision, and its lines are the total', () => {
    const [sheet = ''] = texts.get('feeDetermined') ?? [];
    const amounts = [...sheet.matchAll(/条例第15条第１項及び第２項　｜　([\d,]+)円/g)].map(([, yen]) =>
      Number(yen?.replaceAll(',', '')),
    );
    const total = Number(/合計　｜　([\d,]+)円/.exec(sheet)?.[1]?.replaceAll(',', ''));
    expect(amounts.length).toBeGreaterThan(1);
    expect(amounts.reduce((sum, yen) => sum + yen, 0)).toBe(total);
    expect(sheet).toMatch(/工数の合計\d+分を1時間単位に切り上げて\d+時間 × 3,950円/);
    expect(textOf('feeDetermined')).toContain('条例第15条第２項第２号');
  });

  test('PPC-4: a leak brings 速報, 確報 and its record', () => {
    const [preliminary = '', final = ''] = texts.get('leakReported') ?? [];
    expect(preliminary).toMatch(/（速報）[\s\S]*元データの媒体を一時紛失した。[\s\S]*原因　｜　調査中/);
    expect(final).toMatch(/（確報）[\s\S]*本人が100人を超える/);
    expect(final).not.toContain('調査中');
    expect(textOf('leakEnded')).toMatch(/漏えい等記録票[\s\S]*速報　令和８年７月６日　確報　令和８年７月６日/);
  });
});
