import * as z from 'zod';
import type { OtherProvisionCommand } from '../../core/otherProvision/commands.ts';
import { day, filledText, labelled, oneOf, paperNumber, silent, text } from './values.ts';

/** The fields of each command about other 匿名加工情報. */
export const otherProvisionFields = {
  prepareOtherProvision: z.strictObject({
    name: filledText('匿名加工情報の名称'),
    items: labelled('個人に関する情報の項目', z.array(filledText('項目'))),
    way: text('提供の方法'),
    byLaw: silent(filledText('提供の根拠となる法令')),
    recipient: filledText('提供する第三者'),
  }),
  announceOtherProvision: z.strictObject({ announcedOn: day('公表の日'), place: filledText('公表の方法') }),
  handOverOther: z.strictObject({
    handedOverOn: day('提供の日'),
    statedBy: silent(oneOf('匿名加工情報である旨の明示', ['mail', 'paper'])),
    documentNumber: paperNumber,
  }),
} as const satisfies { [Each in OtherProvisionCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
