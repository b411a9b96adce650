import { expect, test } from 'vitest';
import { stated } from './invariants.ts';
import { checkSequences } from './sequences.ts';
import { organs } from './stage.ts';

/** Events that show how deep the sequences go, at every organ. */
const deep = [
  'callOpened',
  'callClosed',
  'correctionReceived',
  'conformingNoticeIssued',
  'nonConformingNoticeIssued',
  'mergeOffered',
  'typingCorrected',
  'duplicateJoined',
  'draftApproved',
  'notifiedFeeCorrected',
  'paymentConfirmed',
  'contractConcluded',
  'handlerChangeJudged',
  'creationStarted',
  'creationFailed',
  'verificationSigned',
  'provisionRecorded',
  'keyDestroyed',
  'proposalLapsed',
  'contractCancelled',
  'complaintSettled',
  'leakEnded',
];
/** Events of the step that one organ alone has. */
const only = {
  ichikawa: ['thirdPartyProcedureConcluded', 'complaintReferred', 'fineImposed'],
  'aomori-police': ['reportedToCommission'],
  'hokkaido-university': ['committeeReportFiled', 'feeRefunded', 'otherHandedOver'],
} as const;

test.each(organs)(
  'STP-10, REC-6, STP-16, STP-19, CAN-6, PPC-4: %s, 2,000 random sequences of orders over the whole life never break a stated sentence',
  (organ) => {
    const { events, refusals } = checkSequences(organ, 2_000, 20260122);
    expect(deep.filter((type) => !events.has(type))).toEqual([]);
    for (const [owner, types] of Object.entries(only))
      for (const type of types) expect([type, events.has(type)]).toEqual([type, owner === organ]);
    expect(refusals.size).toBeGreaterThan(150);
    expect(new Set(stated).size).toBe(stated.length);
    expect(stated.length).toBeGreaterThan(75);
  },
);
