import type { ReviewCommand } from '../core/proposal/reviewCommands.ts';
import { barringFactWords } from './barringFactWords.ts';
import { effortTaskWords } from './effortTaskWords.ts';
import type { FieldWords } from './fieldWords.ts';

const reason: FieldWords = { isLong: true, isNeeded: true };
const note: FieldWords = { isLong: true, hint: '担当者だけが見られる記録に残します。' };

/** Words of the fields of the review. */
export const reviewFieldWords: Partial<Record<ReviewCommand['do'], Readonly<Record<string, FieldWords>>>> = {
  recordGround: {
    'officer.name': { hint: '担当者だけが見られる記録に残します。' },
    'officer.reason': { isLong: true, hint: '規程に挙げられた役職でないときに書きます。' },
    since: { hint: '契約の解除では必ず書きます。その日から数えます。' },
    endedOn: { hint: 'まだ続いているときは空のままにします。' },
    note,
  },
  dismissGround: { reason },
  reviewEligibility: { note: { isLong: true } },
  recordConsultation: { matter: { isLong: true, isNeeded: true }, answer: { isLong: true } },
  referToCommittee: { papers: { row: '書類' } },
  fileCommitteeReport: {
    conforming: { label: '審査の結果', yes: 'いずれの基準にも適合する', no: '適合しない基準がある' },
  },
  notifyThirdParties: {
    opinionsDueOn: { hint: '空のままにすると、定められた日数で数えます。' },
    thirdParties: { row: '第三者', hint: '担当者だけが見られる記録に残します。' },
  },
  recordWrittenOpinion: {
    objects: { label: '情報の作成に', yes: '反対する', no: '反対しない' },
    text: note,
  },
  concludeThirdPartyProcedure: { reason: { isLong: true } },
  offerMerge: { proposals: { row: '提案' }, terms: { isLong: true, isNeeded: true } },
  recordMergeConsent: { consents: { label: '一本化・共通化に', yes: '同意する', no: '同意しない' } },
  estimateEffort: { tasks: { row: '作業' } },
  recordOutsourcingQuote: {
    contractor: { hint: '担当者だけが見られる記録に残します。' },
    scrutiny: { isLong: true, isNeeded: true },
  },
  recordOutsourcingContract: { conditionPrecedent: { yes: '停止条件とした', no: 'していない' } },
};

/** Words of values that the review offers for choice. */
export const reviewOptionWords: Readonly<Record<string, string>> = {
  ...barringFactWords,
  ownRecords: '機関の記録',
  otherOrgan: '他の機関からの通知',
  publicRecord: '官報その他の公の記録',
  hearing: '聴取り',
  'CAN-1': '偽りその他不正の手段による契約',
  'CAN-2': '欠格事由に該当することとなった',
  'CAN-3': '契約の重大な違反',
  contract: '契約に定める事由',
  antiSocial: '反社会的な目的',
  curiosity: '興味本位の提案',
  merge: '一本化',
  alignment: '共通化',
  ...effortTaskWords,
};
