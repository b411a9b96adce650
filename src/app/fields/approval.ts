import * as z from 'zod';
import type { ApprovalCommand } from '../../core/approval/commands.ts';
import { outgoingActIds } from '../../core/approval/outgoingActs.ts';
import { approvalWays } from '../../core/approval/state.ts';
import { day, filledText, keptFile, list, oneOf, paperNumber, silent, text } from './values.ts';

const act = oneOf('施行するもの', outgoingActIds);
const note = text('伺いの内容').default('');
const approval = {
  way: oneOf('決裁の別', approvalWays),
  post: filledText('決裁した職'),
  reason: silent(text('代決の理由')),
};

/** The fields of 起案 and 決裁 in every kind of case. */
export const approvalFields = {
  draftAct: z.strictObject({ act, note, files: list('添える書類', keptFile('書類')), documentNumber: paperNumber }),
  approveDraft: z.strictObject({ act, ...approval }),
  returnDraft: z.strictObject({ act, reason: text('理由') }),
  recordApproval: z.strictObject({
    act,
    draftedOn: day('起案の日'),
    on: day('決裁の日'),
    ...approval,
    note,
    documentNumber: paperNumber,
  }),
} as const satisfies { [Each in ApprovalCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
