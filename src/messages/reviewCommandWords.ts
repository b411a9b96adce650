import type { ReviewCommand } from '../core/proposal/reviewCommands.ts';
import type { CommandWords } from './commandWords.ts';

/** Words of the commands of the review. */
export const reviewCommandWords: Readonly<Record<ReviewCommand['do'], CommandWords>> = {
  recordGround: {
    title: '欠格事由に当たる事実を記録する',
    lead: '誓約書の記載や調べて分かった事実を記録します。誰のどの事実かは、担当者だけが見られる記録に残ります。',
    submit: '記録する',
    done: '欠格事由に当たる事実を記録しました',
  },
  dismissGround: {
    title: '欠格事由の記録を取り消す',
    lead: '記録が誤りだったとき、又は同じ名前の別の者だったときに、理由を付けて取り消します。',
    submit: '取り消す',
    done: '欠格事由の記録を取り消しました',
  },
  reviewEligibility: {
    title: '欠格事由を今の日で確かめる',
    lead: '記録された事実とこの機関の解除の記録から、今日の時点で該当するかを確かめて残します。',
    submit: '確かめる',
    done: '欠格事由を確かめました',
  },
};
