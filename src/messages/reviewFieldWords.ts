import type { ReviewCommand } from '../core/proposal/reviewCommands.ts';
import { barringFactWords } from './barringFactWords.ts';
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
};
