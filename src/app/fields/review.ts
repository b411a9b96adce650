import * as z from 'zod';
import { barringFacts } from '../../core/organ/provision.ts';
import type { ReviewCommand } from '../../core/proposal/reviewCommands.ts';
import { effortTasks, groundSources } from '../../core/proposal/reviewState.ts';
import { partyId } from './partyId.ts';
import { count, day, filledText, flag, keptFile, labelled, list, oneOf, paperNumber, silent, text } from './values.ts';

const officer = z.strictObject({
  name: text('役員の氏名'),
  title: filledText('役職'),
  reason: silent(text('役員に当たる理由')),
});

const thirdParty = z.strictObject({
  name: filledText('氏名又は名称'),
  address: silent(text('住所')),
  record: silent(filledText('元データの中でこの人の記録を見分ける値 (個人コードなど)')),
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
  recordConsultation: z.strictObject({ on: day('協議の日'), matter: text('協議した事項'), answer: text('回答') }),
  referToCommittee: z.strictObject({
    referredOn: day('付託の日'),
    papers: list('付託する書類', keptFile('書類')),
    documentNumber: paperNumber,
  }),
  fileCommitteeReport: z.strictObject({
    reportedOn: day('報告の日'),
    conforming: flag('いずれの基準にも適合する'),
    file: silent(keptFile('報告書')),
  }),
  notifyThirdParties: z.strictObject({
    notifiedOn: day('通知の日'),
    opinionsDueOn: silent(day('意見書の提出の期限')),
    thirdParties: labelled('通知した第三者', z.array(thirdParty).min(1)),
    documentNumber: paperNumber,
  }),
  recordWrittenOpinion: z.strictObject({
    thirdParty: labelled('第三者の番号 (通知した順に 1 から)', z.int().min(1)),
    receivedOn: day('受け取った日'),
    objects: flag('作成に反対する'),
    text: text('意見の内容').default(''),
  }),
  concludeThirdPartyProcedure: z.strictObject({ reason: silent(text('通知する第三者がいない場合の理由')) }),
  offerMerge: z.strictObject({
    way: oneOf('方法', ['merge', 'alignment']),
    proposals: labelled('他の提案', z.array(filledText('提案')).min(1)),
    terms: text('一本化又は共通化の内容'),
  }),
  recordMergeConsent: z.strictObject({
    other: silent(filledText('どの提案か (この提案のときは空)')),
    proposer: labelled('提案者の番号 (1 から)', z.int().min(1)),
    consents: flag('同意する'),
    on: day('同意の日'),
  }),
  concludeMerge: z.strictObject({}),
  joinMerge: z.strictObject({ into: filledText('一本化した先の提案') }),
  estimateEffort: z.strictObject({
    tasks: labelled(
      '作業',
      z
        .array(
          z.strictObject({
            task: oneOf('作業', effortTasks),
            minutes: count('分'),
            note: text('内容').default(''),
          }),
        )
        .min(1),
    ),
  }),
  recordOutsourcingQuote: z.strictObject({
    quotedOn: day('見積りの日'),
    contractor: text('委託予定先'),
    yen: labelled('見積額 (円)', z.int().min(0)),
    file: silent(keptFile('見積書')),
    scrutiny: text('精査の結果'),
    deskConsultedOn: silent(day('総務課と費用を協議した日')),
  }),
  recordOutsourcingContract: z.strictObject({
    concludedOn: day('委託契約の日'),
    conditionPrecedent: flag('利用契約の締結を停止条件とする'),
  }),
} as const satisfies { [Each in ReviewCommand as Each['do']]: z.ZodType<Omit<Each, 'do'>> };
