import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposalFacts } from '../../../test/support/proposals.ts';
import {
  allFound,
  aomori,
  codes,
  conforming,
  day,
  fee,
  finding,
  flagged,
  hokkaido,
  ichikawa,
  inReview,
  nonConforming,
  play,
  receipt,
  referral,
  report,
} from '../../../test/support/reviewSteps.ts';
import { rebuild } from '../aggregate.ts';
import { criterionIds } from '../organ/provision.ts';
import type { ProposalCommand } from './commands.ts';
import { proposal } from './proposal.ts';

describe('一本化・共通化', () => {
  const other = { stage: 'inReview', call: 'c-1', entry: 'e-1', proposers: 2 } as const;
  const facts = { ...proposalFacts(day), proposals: { 'p-2': other, 'p-3': { ...other, proposers: 1 } } };
  const offer: ProposalCommand = {
    do: 'offerMerge',
    way: 'merge',
    proposals: ['p-2', 'p-3'],
    terms: '項目をそろえる。',
  };
  const consent = (of: string | null, proposer: number, consents = true): ProposalCommand => ({
    do: 'recordMergeConsent',
    other: of,
    proposer,
    consents,
    on: day,
  });
  const conclude: ProposalCommand = { do: 'concludeMerge' };

  test('scenario 43, STP-12, OUT-5: the consent of each proposer of each proposal is recorded before they are merged', () => {
    const given = [consent(null, 1), consent('p-2', 1), consent('p-2', 2, false), consent('p-3', 1)];
    expect(play([...inReview, offer, ...given, conclude], { rules: aomori, facts }).refusals).toMatchObject([
      { code: 'consentMissing', facts: { from: ['p-2:2'] } },
    ]);
    const { events } = play([...inReview, offer, ...given, consent('p-2', 2), conclude], { rules: aomori, facts });
    expect(events.at(-1)).toMatchObject({ type: 'mergeConcluded', data: { way: 'merge', proposals: ['p-2', 'p-3'] } });
    expect(codes([...inReview, offer, consent('p-3', 2)], { rules: aomori, facts })).toEqual(['consenterUnknown']);
  });

  test('STP-12: only proposals of the same call on the same file, and only where the organ provides for it', () => {
    const strange = { ...facts, proposals: { 'p-2': { ...other, entry: 'e-2' }, 'p-3': other } };
    expect(play([...inReview, offer], { rules: aomori, facts: strange }).refusals).toMatchObject([
      { code: 'mergeNotPossible', facts: { proposals: ['p-2'] } },
    ]);
    expect(codes([...inReview, offer], { facts })).toEqual(['proposalSettingMissing']);
  });
});

const anything: readonly ProposalCommand[] = [
  referral,
  report(true),
  report(false),
  ...allFound,
  finding('CRI-4', { met: false }),
  finding('CRI-6', { reason: '' }),
  finding('CRI-4', { flaw: 'antiSocial' }),
  fee(),
  conforming,
  nonConforming,
  {
    do: 'notifyThirdParties',
    notifiedOn: '2026-01-26',
    opinionsDueOn: null,
    thirdParties: [{ name: '秘', address: null }],
  },
  { do: 'recordWrittenOpinion', thirdParty: 1, receivedOn: '2026-01-27', objects: true, text: '秘' },
  { do: 'concludeThirdPartyProcedure', reason: null },
  { do: 'requestCorrection', points: [{ field: 'persons', text: '訂正' }], deadline: '2026-01-30' },
  {
    do: 'receiveCorrection',
    receivedOn: '2026-01-27',
    form: { persons: 4999 },
    proposers: null,
    agent: null,
    copies: null,
    attachments: [],
  },
  { do: 'confirmCompleteness' },
];

test('CRI-1..7, ACT-04, STP-11, REC-6, any sequence of commands: no notice without its findings, reasons, report and third parties', () => {
  const facts = flagged(proposalFacts(day));
  const refused = [referral, ...allFound, finding('CRI-4', { met: false }), report(false), nonConforming];
  const wholeOf = {
    hokkaido: [referral, ...allFound, fee(), report(true), conforming],
    ichikawa: [...allFound, fee(), ...anything.slice(-6, -3), conforming],
  };
  const reached = new Set<string>();
  const drawn = fc.array(fc.constantFrom(...anything), { maxLength: 10 });
  fc.assert(
    fc.property(
      fc.constantFrom('hokkaido' as const, 'ichikawa' as const),
      fc.boolean(),
      drawn,
      fc.nat(12),
      drawn,
      (organ, isRefused, before, length, after) => {
        const rules = organ === 'hokkaido' ? hokkaido : ichikawa;
        const asked = { ...receipt, form: { ...receipt.form, persons: 4990 } };
        const commands = [
          asked,
          ...inReview.slice(1),
          ...before,
          ...(isRefused ? refused : wholeOf[organ]).slice(0, length),
          ...after,
        ];
        const { state, events } = play(commands, { rules, facts });
        if (!state) throw new Error('nothing was received');
        expect(rebuild(proposal.evolve, events)).toEqual(state);
        expect(JSON.stringify(state)).not.toMatch(/秘/);
        reached.add(`${organ}:${state.stage}`);
        const { notice, review } = state;
        if (notice) {
          expect(notice.findings.every(({ reason }) => reason !== '')).toBe(true);
          expect(organ === 'ichikawa' || review.referral?.report?.conforming === notice.conforming).toBe(true);
        }
        if (notice?.conforming) {
          expect(notice.findings.map(({ criterion, met }) => [criterion, met])).toEqual(
            criterionIds.map((id) => [id, true]),
          );
          expect(notice.findings.every(({ flaw }) => flaw === null)).toBe(true);
          const objectors = review.thirdParties?.objectors?.length ?? 0;
          if (organ === 'ichikawa') expect(review.thirdParties?.concludedOn).toEqual(expect.any(String));
          expect(state.form.persons).toBeLessThanOrEqual(5000 - objectors);
        }
        if (organ === 'hokkaido') expect(review.thirdParties).toBeNull();
      },
    ),
    { seed: 20260201, numRuns: 1500 },
  );
  for (const stage of ['inReview', 'conforming', 'nonConforming', 'correctionRequested'])
    for (const organ of ['hokkaido', 'ichikawa']) expect(reached).toContain(`${organ}:${stage}`);
});
