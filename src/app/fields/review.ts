import { z } from 'zod';
import { barringFacts } from '../../core/organ/provision.ts';
import type { ReviewCommand } from '../../core/proposal/reviewCommands.ts';
import { groundSources } from '../../core/proposal/reviewState.ts';
import { partyId } from './partyId.ts';
import { day, filledText, labelled, oneOf, silent, text } from './values.ts';

const officer = z.strictObject({
  name: text('役員の氏名'),
  title: filledText('役職'),
  reason: silent(text('役員に当たる理由')),
});

/** The fields of each command of the review. */
export const reviewFields = {
  recordGround: z.strictObject({
    party: partyId('誰について').default('proposer:1'),
    fact: oneOf('事実', [...barringFacts, 'imprisonmentWithWork', 'imprisonmentWithoutWork']),
    officer: silent(labelled('役員について記録する場合', officer)),
    since: silent(day('解除の日、刑に処せられた日又はその状態の始まった日')),
    endedOn: silent(day('執行を終わった日、執行を受けることがなくなった日又はその状態の終わった日')),
    birthDate: silent(day('生年月日 (未成年者の場合)')),
    knownFrom: oneOf('何により知ったか', groundSources),
    note: text('覚え').default(''),
  }),
  dismissGround: z.strictObject({ ground: filledText('取り消す記録'), reason: text('理由') }),
  reviewEligibility: z.strictObject({ note: text('確かめたこと').default('') }),
} as const satisfies { [Each in ReviewCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
