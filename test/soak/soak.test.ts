import { expect, test } from 'vitest';
import { stated } from './invariants.ts';
import { checkSequences } from './sequences.ts';
import { organs } from './stage.ts';

/** Events that show how deep the sequences go: at every organ, and at those that have the step. */
const deep = ['callOpened', 'callClosed', 'correctionReceived', 'conformingNoticeIssued', 'nonConformingNoticeIssued'];
const only = { ichikawa: 'thirdPartyProcedureConcluded', 'hokkaido-university': 'committeeReportFiled' };

test.each(organs)('STP-10, REC-6: %s, 2,000 random sequences of orders never break a stated sentence', (organ) => {
  const { events, refusals } = checkSequences(organ, 2_000, 20260122);
  for (const type of [...deep, 'mergeOffered', 'typingCorrected', 'duplicateJoined'])
    expect([type, (events.get(type) ?? 0) > 0]).toEqual([type, true]);
  for (const [owner, type] of Object.entries(only)) expect([type, events.has(type)]).toEqual([type, owner === organ]);
  expect(refusals.size).toBeGreaterThan(80);
  expect(stated.length).toBeGreaterThan(25);
});
