import * as z from 'zod';
import type { ContractLifeCommand } from '../../core/proposal/contractCommands.ts';
import { businessChanges, handlerChanges, minorChanges } from '../../core/proposal/contractState.ts';
import { effortTasks } from '../../core/proposal/reviewState.ts';
import { cancellationGrounds } from '../../core/proposal/state.ts';
import { count, day, filledText, flag, labelled, oneOf, silent, text } from './values.ts';

const yen = (label: string) => labelled(label, z.int().min(0));
const reason = text('理由');
const handler = z.strictObject({ name: filledText('氏名'), affiliation: text('所属'), post: text('職名') });
const tasks = labelled(
  '作業ごとの時間',
  z.array(z.strictObject({ task: oneOf('作業', effortTasks), minutes: count('分'), note: text('内容').default('') })),
);
const commissionReports = ['violation', 'cancellationIntent', 'cancelled'] as const;

/** The fields of each command from the notice on. */
export const contractFields = {
  correctNotifiedFee: z.strictObject({
    correctedOn: day('訂正の通知の日 (施行日)'),
    documentNumber: filledText('文書番号'),
    yen: silent(yen('正しい額 (円)。算定式のない機関のみ')),
    reason,
  }),
  settleFeeDifference: z.strictObject({ on: day('返還又は徴収の日'), yen: yen('差額 (円)') }),
  refundFee: z.strictObject({ on: day('返還を決めた日'), yen: yen('返還する額 (円)'), reason }),
  forwardApplication: z.strictObject({ forwardedOn: day('送付の日'), copyKept: flag('写しの保管') }),
  reportHandlers: z.strictObject({
    receivedOn: day('通知を受けた日'),
    handlers: labelled('取扱従事者', z.array(handler)),
    toldOn: day('もう一方の課に伝えた日'),
  }),
  reportHandlerChange: z.strictObject({
    change: oneOf('変更の別', handlerChanges),
    receivedOn: day('通知を受けた日'),
    effectiveOn: day('変更の日'),
    handler: silent(filledText('今の取扱従事者 (handler:1 など)')),
    person: silent(labelled('新しい取扱従事者又は新しい氏名', handler)),
    reason,
    toldOn: day('もう一方の課に伝えた日'),
  }),
  judgeHandlerChange: z.strictObject({
    handler: filledText('取扱従事者 (handler:2 など)'),
    proper: flag('理由が適正である'),
    reason: text('確認の結果'),
  }),
  receiveChangeNotice: z.strictObject({
    receivedOn: day('受け付けた日'),
    changes: labelled(
      '変更する事項',
      z.array(
        z.strictObject({
          item: oneOf('事項', [...minorChanges, ...businessChanges]),
          before: silent(text('変更前')),
          text: text('変更の内容'),
        }),
      ),
    ),
    reason,
    copyKept: flag('写しの保管'),
    beforeProvision: flag('提供の前の変更').default(false),
  }),
  adviseNewProposal: z.strictObject({
    on: day('伝えた日'),
    items: labelled('事業の変更に当たる事項', z.array(z.enum(businessChanges))),
  }),
  recordActualEffort: z.strictObject({ tasks, outsourcingYen: silent(yen('支払った委託料 (円)')) }),
  recordBreach: z.strictObject({
    foundOn: day('違反と判断した日'),
    isMaterial: flag('重大な違反'),
    term: filledText('違反した法令又は契約の条項'),
    deskToldOn: day('総務課に連絡した日'),
    account: text('違反の内容'),
  }),
  reportToCommission: z.strictObject({
    report: oneOf('報告', commissionReports),
    reportedOn: day('報告した日'),
    documentNumber: filledText('文書番号'),
  }),
  intendCancellation: z.strictObject({
    ground: oneOf('解除の事由', cancellationGrounds),
    reason,
    on: day('意思を決めた日'),
    consultation: silent(text('委員会への諮問の答え')),
  }),
  agreeToCancellation: z.strictObject({}),
  moveProposal: z.strictObject({ to: filledText('新しい所管の組織'), on: day('変わる日') }),
  imposeFine: z.strictObject({
    on: day('過料を科した日'),
    evadedYen: yen('徴収を免れた額 (円)'),
    yen: yen('過料の額 (円)'),
    reason: text('理由'),
  }),
  dropCancellation: z.strictObject({ reason }),
} as const satisfies { [Each in ContractLifeCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
