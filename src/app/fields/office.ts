import * as z from 'zod';
import type { OfficeCommand } from '../../core/office/commands.ts';
import { standardIds } from '../../core/office/state.ts';
import { day, filledText, flag, keptFile, labelled, oneOf, silent, text } from './values.ts';

const caseKinds = ['register', 'call', 'proposal', 'release', 'complaint', 'leak', 'otherProvision'] as const;
const standards = labelled('基準', z.array(z.enum(standardIds)));

/** The fields of each command that concerns the whole organ. */
export const officeFields = {
  consultCouncil: z.strictObject({
    standards,
    consultedOn: day('諮問の日'),
    documentNumber: filledText('文書番号'),
  }),
  recordCouncilOpinion: z.strictObject({
    answeredOn: day('答申の日'),
    summary: text('答申の内容'),
    file: silent(keptFile('答申の文書')),
  }),
  setStandards: z.strictObject({ standards, setOn: day('定めた日'), rule: filledText('基準を定めた規則') }),
  assignCase: z.strictObject({
    kind: oneOf('案件の種類', caseKinds),
    id: filledText('案件'),
    person: filledText('担当する人'),
  }),
  handOverWork: z.strictObject({
    from: filledText('引き継ぐ人'),
    to: filledText('引き受ける人'),
    on: day('引継ぎの日'),
    reason: text('理由'),
  }),
  nameSubstitute: z.strictObject({
    person: filledText('不在の人'),
    substitute: filledText('代理の人'),
    from: day('代理の初日'),
    to: day('代理の末日'),
    reason: text('理由'),
  }),
  changeService: z.strictObject({
    person: filledText('その人'),
    serves: flag('在任の別'),
    on: day('その日から'),
    reason: text('理由'),
  }),
  changeDivisions: z.strictObject({
    from: labelled('今の名称', z.array(filledText('組織'))),
    to: filledText('新しい名称'),
    on: day('変わる日'),
    reason: text('理由'),
  }),
  addClosedDay: z.strictObject({ day: day('閉庁する日'), name: filledText('名称'), decidedOn: day('決めた日') }),
  withdrawClosedDay: z.strictObject({ day: day('閉庁日'), withdrawnOn: day('取り消した日') }),
  logOutOfPurposeUse: z.strictObject({
    on: day('利用・提供の日'),
    what: text('利用・提供の内容'),
    ground: oneOf('根拠', ['law', 'publicInterest', 'ownAdministration']),
    councilHeardOn: silent(day('審議会の意見を聴いた日')),
  }),
  recordEvaluation: z.strictObject({
    on: day('評価の日'),
    result: text('取扱いの状況の評価'),
    improvement: text('改善の内容'),
  }),
} as const satisfies { [Each in OfficeCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
