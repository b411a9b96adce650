import { describe, expect, test } from 'vitest';
import { aomori, by, codes, division, kumamoto, stateAfter } from '../../../test/support/contractSteps.ts';
import { conformingNotice, determineFee, type Given, playContract, reviewed } from '../../../test/support/contracts.ts';
import type { ApprovalCommand } from '../approval/commands.ts';

describe('起案と決裁', () => {
  const draft: ApprovalCommand = { do: 'draftAct', act: 'conformingNotice', note: '', files: [] };
  const approve: ApprovalCommand = {
    do: 'approveDraft',
    act: 'conformingNotice',
    way: 'delegatedApproval',
    post: '課長',
    reason: null,
  };
  const notice = division(conformingNotice(kumamoto));

  test('FRM-13, STP-14: the notice goes out after its 専決 by another person, with its number and day', () => {
    const begun = [...reviewed(kumamoto), division(draft, '一')];
    expect(codes(kumamoto, [...begun, notice])).toEqual(['notApproved']);
    const approved = by('responsibleDivision', approve, '二', '2026-01-29T09:00');
    const { events, state } = playContract(kumamoto, [...begun, approved, notice]);
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['conformingNoticeIssued', 'actIssued']);
    expect(state).toMatchObject({
      drafts: [],
      issues: [
        { act: 'conformingNotice', on: state?.notice?.noticeDate, documentNumber: state?.notice?.documentNumber },
      ],
    });
  });

  test('an approval is of what it saw: a changed finding or fee takes the draft back', () => {
    const approved = [...reviewed(kumamoto), division(draft, '一'), division(approve, '二')];
    expect(playContract(kumamoto, approved).state?.drafts.length).toBe(1);
    const changed = [...approved, division(determineFee(kumamoto, { yen: 70_000 }))];
    expect(playContract(kumamoto, changed).state?.drafts).toEqual([]);
  });
});

/** What one command decides on a state. */

describe('審査の基準と結果', () => {
  const unmet = (criterion: 'CRI-3' | 'CRI-6' | 'CRI-7'): Given =>
    division({ do: 'recordFinding', criterion, met: false, reason: '満たさない。', evidence: [], flaw: null });
  const refusal: Given = division({
    do: 'issueNonConformingNotice',
    noticeDate: '2026-01-30',
    documentNumber: '第2号',
  });

  test.each(['CRI-3', 'CRI-6', 'CRI-7'] as const)(
    'CRI-3, CRI-6, CRI-7, OUT-2: a proposal that does not meet %s is not notified as conforming, and the notice names it',
    (criterion) => {
      const judged = [...reviewed(aomori), unmet(criterion)];
      expect(codes(aomori, [...judged, division(conformingNotice(aomori))])).toEqual(['criterionNotMet']);
      const { notice } = stateAfter(aomori, [...judged, refusal]);
      expect(notice?.findings.map((one) => one.criterion)).toEqual([criterion]);
    },
  );
});
