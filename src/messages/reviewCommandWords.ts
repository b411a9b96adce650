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
  recordConsultation: {
    title: '総務課との協議を記録する',
    lead: '協議・確認した事項と回答を記録します。必要に応じて行うもので、審査はこれを待ちません。',
    submit: '記録する',
    done: '協議を記録しました',
  },
  referToCommittee: {
    title: '委員会に付託する',
    lead: '提案の審査を委員会に付託し、渡した書類を記録します。付託し直すと、報告も改めて必要になります。',
    submit: '付託する',
    done: '委員会に付託しました',
  },
  fileCommitteeReport: {
    title: '委員会の報告をする',
    lead: 'すべての基準の判断と理由がそろった後に、審査の結果を報告します。通知は報告の後に行えます。',
    submit: '報告する',
    done: '審査の結果を報告しました',
  },
  notifyThirdParties: {
    title: '第三者に通知する',
    lead: '個人情報ファイル簿に第三者の保護に関する手続の記載があるファイルについて、意見書を提出する機会を与えます。',
    submit: '通知を記録する',
    done: '第三者への通知を記録しました',
  },
  recordWrittenOpinion: {
    title: '意見書を受理する',
    lead: '期限までに届いた意見書と、作成に反対するかどうかを記録します。',
    submit: '意見書を記録する',
    done: '意見書を記録しました',
  },
  concludeThirdPartyProcedure: {
    title: '第三者の手続を終える',
    lead: '反対した者の情報はファイルから除かれ、残りが提案に係るファイルとみなされます。',
    submit: '手続を終える',
    done: '第三者の保護に関する手続を終えました',
  },
  offerMerge: {
    title: '提案の一本化・共通化を申し出る',
    lead: '同じ募集で同じファイルについて審査中の提案に、一本化又は共通化を申し出ます。提案者すべての同意が要ります。',
    submit: '申し出る',
    done: '一本化・共通化を申し出ました',
  },
  recordMergeConsent: {
    title: '一本化・共通化への同意を記録する',
    lead: '提案者ごとに、同意するかどうかを記録します。',
    submit: '記録する',
    done: '同意の有無を記録しました',
  },
  concludeMerge: {
    title: '提案を一本化・共通化する',
    lead: 'すべての提案者の同意がそろったときに行います。一本化では、他の提案はこの提案に引き継がれます。',
    submit: '一本化・共通化する',
    done: '提案を一本化・共通化しました',
  },
  joinMerge: {
    title: '一本化により引き継ぐ',
    lead: '一本化された提案を終え、先の提案に引き継ぎます。',
    submit: '引き継ぐ',
    done: '一本化した提案に引き継ぎました',
  },
  estimateEffort: {
    title: '工数を積算する',
    lead: '作業ごとに要する時間を分で書きます。委託の事務に要する時間も含めます。',
    submit: '積算を保存する',
    done: '工数の積算を保存しました',
  },
  recordOutsourcingQuote: {
    title: '委託料の見積りを記録する',
    lead: '通知の前に委託予定先から得た見積額と、その精査の結果を記録します。',
    submit: '見積りを記録する',
    done: '委託料の見積りを記録しました',
  },
  recordOutsourcingContract: {
    title: '委託契約を記録する',
    lead: '利用契約の締結を停止条件とする委託契約を記録します。',
    submit: '委託契約を記録する',
    done: '委託契約を記録しました',
  },
};
