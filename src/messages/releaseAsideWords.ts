import type { Facts } from '../core/decision.ts';
import type { ReleaseAsideCommand } from '../core/release/asideCommands.ts';
import type { ReleaseRefusal } from '../core/release/refusals.ts';
import type { ContractorDuty } from '../core/release/state.ts';
import { formatEra } from '../japan/formatEra.ts';
import type { CommandWords } from './commandWords.ts';
import type { FieldWords } from './fieldWords.ts';

type Fact = Facts[string] | undefined;
const list = (value: Fact): readonly string[] => (Array.isArray(value) ? value : [String(value ?? '')]);
const text = (value: Fact): string => list(value).join('、');
const day = (value: Fact): string => (/^\d{4}-\d{2}-\d{2}$/.test(text(value)) ? formatEra(text(value)) : text(value));

/** Words of the commands beside the creation. */
export const releaseAsideCommandWords: Readonly<Record<ReleaseAsideCommand['do'] | 'planReprovision', CommandWords>> = {
  planReprovision: {
    title: '作成済みの情報の提供を準備する',
    lead: '作成された情報についての契約の後に、新たに作成せずに提供の準備をします。',
    submit: '準備する',
    done: '提供の準備を始めました',
  },
  briefStaff: {
    title: '守秘義務を周知する',
    lead: '情報等の取扱いに従事する人に、その義務を周知したことを記録します。周知の前は、元データにも作成した情報にも触れられません。',
    submit: '周知を記録する',
    done: '守秘義務の周知を記録しました',
  },
  recordContractor: {
    title: '受託者を記録する',
    lead: '作成の委託先、再委託先を段階ごとに記録します。守るべき義務を知らせたことと、総務課への報告を確かめます。',
    submit: '記録する',
    done: '受託者を記録しました',
  },
  recordInquiry: {
    title: '契約の相手方への照会を記録する',
    lead: '作成に当たり明らかでないことを照会し、その答えを記録します。',
    submit: '記録する',
    done: '照会を記録しました',
  },
  announceDelay: {
    title: '提供の遅れを通知する',
    lead: '提供が期限に遅れる見込みのときに、速やかに相手方へ通知して記録します。',
    submit: '通知を記録する',
    done: '提供の遅れの通知を記録しました',
  },
  requestPublication: {
    title: '作成した情報の公表を依頼する',
    lead: '作成した情報の概要の公表を、掲載するサイトの所管に依頼します。',
    submit: '依頼を記録する',
    done: '公表の依頼を記録しました',
  },
  moveRelease: {
    title: '所管を移す',
    lead: '組織の変更の日に、新しい組織に移します。',
    submit: '移す',
    done: '所管を移しました',
  },
  confirmPublication: {
    title: '公表されたことを確かめる',
    lead: '依頼した掲載がされたことを確かめて記録します。',
    submit: '記録する',
    done: '公表を確かめました',
  },
};

/** What happened beside the creation. */
export const releaseAsideEventWords = {
  reprovisionPlanned: '作成済みの情報の提供の準備を始めました',
  staffBriefed: '守秘義務を周知しました',
  contractorRecorded: '受託者を記録しました',
  inquiryRecorded: '契約の相手方に照会しました',
  delayAnnounced: '提供の遅れを通知しました',
  publicationRequested: '作成した情報の公表を依頼しました',
  releaseMoved: '所管を移しました',
  publicationConfirmed: '作成した情報が公表されたことを確かめました',
} as const;

/** Duties of a contractor. */
export const dutyWords: Readonly<Record<ContractorDuty, string>> = {
  processing: '加工の基準（法第116条第2項）',
  security: '安全管理措置（法第66条第2項第1号）',
  matching: '識別行為の禁止等（法第121条第3項）',
  confidentiality: '従事者の義務（法第67条、第122条）',
  penalties: '罰則（法第176条、第180条、第183条）',
  chapterFour: '法第4章の義務',
};
const duties = (value: Fact): string =>
  list(value)
    .map((duty) => (dutyWords as Readonly<Record<string, string>>)[duty] ?? duty)
    .join('、');

/** Standards that are set for the whole organ. */
export const standardWords = { processingStandard: '加工の基準', securityStandard: '安全確保の措置の基準' } as const;
export const standards = (value: Fact): string =>
  list(value)
    .map((standard) => (standardWords as Readonly<Record<string, string>>)[standard] ?? standard)
    .join('、');

type AsideRefusal = Extract<
  ReleaseRefusal,
  | 'keyOfOtherRelease'
  | 'createdDataUnavailable'
  | 'standardsNotSet'
  | 'contractorMissing'
  | 'contractorUnknown'
  | 'outsourcingNotProvided'
  | 'subOutsourcingNotProvided'
  | 'outsourcingWithoutCondition'
  | 'dutiesNotTold'
  | 'outsourcingNotReported'
  | 'notBriefed'
  | 'nobodyBriefed'
  | 'inquiryMissing'
  | 'delayReasonMissing'
  | 'delayDayWrong'
  | 'delayNotAnnounced'
  | 'publicationNotProvided'
  | 'publicationRequestedBefore'
  | 'publicationNotRequested'
  | 'publicationConfirmedBefore'
  | 'publicationDayWrong'
>;

/** What each refusal beside the creation says. */
export const releaseAsideRefusals: Readonly<Record<AsideRefusal, (facts: Facts) => string>> = {
  keyOfOtherRelease: () => '作成済みの情報を再び提供する案件です。鍵の廃棄は、情報を作成した案件で行ってください。',
  createdDataUnavailable: ({ release }) =>
    `「${text(release)}」には、検査を終えた情報がありません。作成された情報を確かめてください。`,
  standardsNotSet: ({ standards: unset }) =>
    `${standards(unset)}がまだ定められていません。審議会の意見を聴いて定めた後に作成してください。`,
  contractorMissing: () =>
    '委託して作成することになっています。受託者と、知らせた義務を記録してから作成を始めてください。',
  contractorUnknown: ({ contractor }) => `「${text(contractor)}」という受託者の記録がありません。`,
  outsourcingNotProvided: () => 'この機関の定めには、作成の委託がありません。',
  subOutsourcingNotProvided: () => 'この機関の定めには、再委託がありません。',
  outsourcingWithoutCondition: () => '委託契約は、利用契約の締結を停止条件としたものでなければなりません。',
  dutiesNotTold: ({ duties: untold }) =>
    `受託者に知らせていない義務があります: ${duties(untold)}。知らせてから記録してください。`,
  outsourcingNotReported: () => '委託したことを総務課に報告し、その日を書いてください。',
  notBriefed: () =>
    '守秘義務の周知がまだ記録されていません。担当課に周知を受けたことを記録してもらってから、操作してください。',
  nobodyBriefed: () => '周知した人を選んでください。',
  inquiryMissing: () => '照会した事項を書いてください。',
  delayReasonMissing: () => '提供が遅れる理由を書いてください。',
  delayDayWrong: ({ announcedOn, expectedOn }) =>
    `提供の見込みの日 ${day(expectedOn)} が通知の日 ${day(announcedOn)} より後ではありません。`,
  delayNotAnnounced: ({ provisionDeadline }) =>
    `提供の期限 ${day(provisionDeadline)} を過ぎています。遅れの通知を記録してから、提供を記録してください。`,
  publicationNotProvided: () =>
    'この機関の定めには、作成した情報の公表の場所がありません。管理者に設定を依頼してください。',
  publicationRequestedBefore: ({ requestedOn }) => `公表は ${day(requestedOn)} に依頼されています。`,
  publicationNotRequested: () => '公表の依頼がまだ記録されていません。',
  publicationConfirmedBefore: ({ confirmedOn }) => `公表は ${day(confirmedOn)} に確かめられています。`,
  publicationDayWrong: ({ requestedOn }) =>
    `掲載を確かめた日は、依頼の日 ${day(requestedOn)} から今日までの日にしてください。`,
};

const reason: FieldWords = { isLong: true, isNeeded: true };

/** Words of the fields beside the creation. */
export const releaseAsideFieldWords: Partial<Record<ReleaseAsideCommand['do'], Readonly<Record<string, FieldWords>>>> =
  {
    briefStaff: { people: { row: '人' } },
    recordContractor: {
      contractor: { hint: '担当者だけが見られる記録に残します。' },
      engagedBy: { hint: '再委託のときに、再委託をした受託者を選びます。' },
      conditionPrecedent: { yes: '停止条件とした', no: 'していない' },
      isHandlingBusiness: { yes: '該当する', no: '該当しない' },
    },
    recordInquiry: { question: reason, answer: { isLong: true } },
    announceDelay: { reason },
  };
