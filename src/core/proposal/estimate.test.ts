import { describe, expect, test } from 'vitest';
import { allFound, aomori, codes, conforming, fee, inReview, play } from '../../../test/support/reviewSteps.ts';
import type { ProposalCommand } from './commands.ts';

describe('積算と委託', () => {
  const quote: ProposalCommand = {
    do: 'recordOutsourcingQuote',
    quotedOn: '2026-01-29',
    contractor: '秘委託先',
    yen: 330_000,
    file: null,
    scrutiny: '相見積りと比べ相当である。',
    deskConsultedOn: '2026-01-28',
  };
  const outsourcing = (conditionPrecedent: boolean): ProposalCommand => ({
    do: 'recordOutsourcingContract',
    concludedOn: '2026-01-29',
    conditionPrecedent,
  });

  test('scenario 46, FEE-02, FEE-03, STP-28: the fee follows from whole minutes of each task, the outsourcing’s among them', () => {
    const estimate: ProposalCommand = {
      do: 'estimateEffort',
      tasks: [
        { task: 'extractionDesign', minutes: 192, note: '' },
        { task: 'processing', minutes: 294, note: '' },
        { task: 'outsourcing', minutes: 294, note: '' },
      ],
    };
    const estimated = { ...fee(), minutes: [] } as ProposalCommand;
    expect(play([...inReview, estimate, estimated], { rules: aomori }).state?.fee?.yen).toBe(72_350);
    expect(codes([...inReview, estimated], { rules: aomori })).toEqual(['effortMissing']);
    const unnamed: ProposalCommand = { do: 'estimateEffort', tasks: [{ task: 'other', minutes: 1, note: '' }] };
    expect(codes([...inReview, unnamed], { rules: aomori })).toEqual(['otherTaskUnnamed']);
  });

  test('scenario 67, STP-13: at Aomori the quote is scrutinised, agreed with the desk, charged as quoted and dated before the notice', () => {
    expect(play([...inReview, fee(330_000)], { rules: aomori }).refusals).toMatchObject([
      { code: 'quoteMissing', basis: '第９-1(4)ア' },
    ]);
    expect(codes([...inReview, { ...quote, scrutiny: '' }], { rules: aomori })).toEqual(['quoteNotScrutinised']);
    expect(codes([...inReview, { ...quote, deskConsultedOn: null }], { rules: aomori })).toEqual(['deskNotConsulted']);
    expect(codes([...inReview, quote, fee(330_001)], { rules: aomori })).toEqual(['quoteDiffers']);
    const found = [...inReview, ...allFound];
    expect(codes([...found, quote, fee(330_000), conforming], { rules: aomori })).toEqual([]);
    expect(
      codes([...found, { ...quote, quotedOn: '2026-01-30' }, fee(330_000), conforming], { rules: aomori }),
    ).toEqual(['quoteAfterNotice']);
  });

  test('scenario 67, STP-13: the outsourcing contract carries the condition precedent', () => {
    expect(codes([...inReview, outsourcing(true)], { rules: aomori })).toEqual(['quoteMissing']);
    expect(codes([...inReview, quote, outsourcing(false)], { rules: aomori })).toEqual(['conditionPrecedentMissing']);
    expect(codes([...inReview, quote, outsourcing(true)], { rules: aomori })).toEqual([]);
  });
});
