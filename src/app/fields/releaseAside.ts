import * as z from 'zod';
import type { ReleaseAsideCommand } from '../../core/release/asideCommands.ts';
import { contractorDuties } from '../../core/release/state.ts';
import { day, filledText, flag, labelled, paperNumber, silent, text } from './values.ts';

/** The fields of each command beside the creation. */
export const releaseAsideFields = {
  briefStaff: z.strictObject({
    people: labelled('周知した人', z.array(filledText('人'))),
    on: day('周知の日'),
  }),
  recordContractor: z.strictObject({
    contractor: filledText('受託者の名称'),
    engagedBy: silent(filledText('再委託をした受託者 (contractor:1 など)')),
    concludedOn: day('委託契約の日'),
    conditionPrecedent: flag('利用契約の締結を停止条件とした').default(false),
    duties: labelled('知らせた義務', z.array(z.enum(contractorDuties))),
    toldOn: day('知らせた日'),
    isHandlingBusiness: flag('個人情報取扱事業者又は匿名加工情報取扱事業者である'),
    reportedToDeskOn: silent(day('総務課に報告した日')),
    documentNumber: paperNumber,
  }),
  recordInquiry: z.strictObject({
    on: day('照会の日'),
    question: text('照会した事項'),
    answer: silent(text('回答')),
    documentNumber: paperNumber,
  }),
  announceDelay: z.strictObject({
    announcedOn: day('通知の日'),
    expectedOn: day('提供の見込みの日'),
    reason: text('理由'),
    documentNumber: filledText('文書番号'),
  }),
  requestPublication: z.strictObject({ requestedOn: day('依頼の日'), documentNumber: paperNumber }),
  moveRelease: z.strictObject({ to: filledText('新しい所管の組織'), on: day('変わる日') }),
  confirmPublication: z.strictObject({
    confirmedOn: day('掲載を確かめた日'),
    address: silent(text('掲載された場所')),
  }),
} as const satisfies { [Each in ReleaseAsideCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
