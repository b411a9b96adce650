import { describe, expect, test } from 'vitest';
import { playGuide } from '../../test/support/playGuide.ts';
import { createTestWeb } from '../../test/support/webOf.ts';
import type { CommandName } from '../app/aggregates.ts';
import type { OrganId, Role } from '../core/role.ts';

/** A story up to, and without, the last giving of a command, with the pages of its organ. */
async function stageBefore(guide: string, organ: string, until: CommandName | null) {
  const { parts, send, signIn } = createTestWeb();
  if (until === null) await parts.clock.setProcedure('2026-01-08T10:00');
  else
    await playGuide(guide, parts, (whole) => ({
      ...whole,
      steps: whole.steps.slice(
        0,
        whole.steps.findLastIndex((step) => step.do === until),
      ),
    }));
  return async (role: Role, path = '') => {
    const answer = await send(`/organs/${organ}/staff${path}`, await signIn(organ as OrganId, role));
    return { status: answer.status, html: await answer.text() };
  };
}

describe('the pages of the desk', () => {
  test('DDL-02, scenario 4: an organ that has to solicit and has not is told so on its first page; Ichikawa never', async () => {
    const [aomori, ichikawa] = [await stageBefore('', 'aomori-police', null), await stageBefore('', 'ichikawa', null)];
    for (const path of ['', '/calls']) {
      expect((await aomori('centralDesk', path)).html).toMatch(/年度の募集は0回/);
      expect((await ichikawa('centralDesk', path)).html).not.toMatch(/募集は0回/);
    }
  });

  test('a paper that was entered twice is told to who may see its people, with the way to join it', async () => {
    const look = await stageBefore('aomori-police.json', 'aomori-police', 'joinDuplicate');
    const desk = await look('centralDesk');
    expect(desk.html).toContain('二重の入力の疑い');
    expect(desk.html).toMatch(/do\/joinDuplicate\?into=/);
    expect((await look('auditor')).html).not.toContain('二重の入力の疑い');
  });

  test('STP-06, DDL-09: what has to be done 直ちに stands on the page of the case with the days that have gone by', async () => {
    const look = await stageBefore('aomori-police.json', 'aomori-police', 'forwardProposal');
    const cases = (await look('centralDesk', '/cases')).html;
    const id = cases.match(/staff\/cases\/([^"/?]+)"/)?.[1] ?? '';
    const { html } = await look('centralDesk', `/cases/${id}`);
    expect(html).toMatch(/担当課への送付（直ちに）：\d+日経過/);
    expect(html).toContain('第５-2(3)');
  });

  test('ACT-04, scenario 40: the committee finds the case once it was referred, with its people and forms, and nothing before', async () => {
    const unreferred = await stageBefore('hokkaido-committee.json', 'hokkaido-university', 'referToCommittee');
    expect((await unreferred('committee', '/cases/p-1')).status).toBe(404);
    expect((await unreferred('committee', '/cases')).html).not.toContain('cases/p-1');
    const referred = await stageBefore('hokkaido-committee.json', 'hokkaido-university', 'estimateEffort');
    const { status, html } = await referred('committee', '/cases/p-1');
    expect(status).toBe(200);
    expect(html).toContain('do/fileCommitteeReport');
    expect((await referred('committee', '/cases/p-1/findings')).status).toBe(200);
  });

  test('STP-24, CRI-X: the page of findings on created data asks five criteria alone', async () => {
    const look = await stageBefore('kumamoto-2025.json', 'kumamoto', 'recordFinding');
    const { html } = await look('responsibleDivision', '/cases/p-2/findings');
    expect([1, 2, 3, 4, 5, 6, 7].filter((number) => html.includes(`name="CRI-${number}.met"`))).toEqual([
      1, 4, 5, 6, 7,
    ]);
  });

  test('法117条: what was created is offered for the register where there is something to record, and nowhere else', async () => {
    const until = async (command: CommandName) =>
      (
        await (
          await stageBefore('kumamoto-2025.json', 'kumamoto', command)
        )('responsibleDivision', '/register/after-school-care')
      ).html;
    expect(await until('signVerification')).not.toContain('do/recordCreatedData');
    expect(await until('recordCreatedData')).toContain('do/recordCreatedData');
  });
});
