import * as z from 'zod';
import type { ComplaintCommand } from '../../core/complaint/commands.ts';
import { day, filledText, labelled, oneOf, silent, text } from './values.ts';

/** The fields of each command of a complaint. */
export const complaintFields = {
  receiveComplaint: z.strictObject({
    receivedOn: day('受け付けた日'),
    unit: filledText('処理する組織'),
    subject: silent(
      labelled(
        '関係する案件',
        z.strictObject({
          kind: oneOf('案件の種類', ['proposal', 'release', 'register', 'call']),
          id: filledText('案件'),
        }),
      ),
    ),
    complainant: silent(text('申し出た人')),
    text: text('苦情の内容'),
  }),
  handleComplaint: z.strictObject({ on: day('処理した日'), text: text('行ったこと') }),
  referComplaint: z.strictObject({ on: day('あっせんの日'), to: filledText('あっせんした先の機関') }),
  settleComplaint: z.strictObject({
    on: day('処理を終えた日'),
    result: text('処理の結果'),
    improvement: silent(text('改善したこと')),
  }),
} as const satisfies { [Each in ComplaintCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
