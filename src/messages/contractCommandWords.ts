import type { ContractLifeCommand } from '../core/proposal/contractCommands.ts';
import type { CommandWords } from './commandWords.ts';

/** Words of the commands from the notice on. */
export const contractCommandWords: Readonly<Record<ContractLifeCommand['do'], CommandWords>> = {
  correctNotifiedFee: {
    title: '通知した手数料の額を訂正する',
    lead: '通知書の額に形式的な誤りがあったときに、積算した額に訂正して改めて通知します。見積りと実際の工数の差は理由になりません。',
    submit: '訂正して通知する',
    done: '通知した額を訂正しました',
    final: '相手方に訂正の通知が出ます。納付の後であれば、差額を返すか徴収することになります。',
  },
  settleFeeDifference: {
    title: '差額の返還・徴収を記録する',
    lead: '訂正によって生じた差額を返した日、又は徴収した日を記録します。',
    submit: '記録する',
    done: '差額を整理しました',
  },
  refundFee: {
    title: '手数料の返還を決める',
    lead: '相手方の責めによらない解除のときに、返す額（０円から全額まで）と理由を記録します。',
    submit: '返還を記録する',
    done: '返還を記録しました',
  },
  forwardApplication: {
    title: '申込書の原本を担当課へ送付する',
    lead: '写し（消印した証紙の写しを含む）を保管し、原本を担当課へ送ります。',
    submit: '送付を記録する',
    done: '申込書の原本を送付しました',
  },
  reportHandlers: {
    title: '取扱従事者の通知を受ける',
    lead: '契約の相手方から通知された取扱従事者を記録し、もう一方の課に伝えます。',
    submit: '記録する',
    done: '取扱従事者を記録しました',
  },
  reportHandlerChange: {
    title: '取扱従事者の変更を受ける',
    lead: '追加、交代、改姓、離任を記録します。交代は、その前に通知されていなければなりません。',
    submit: '記録する',
    done: '取扱従事者の変更を記録しました',
  },
  judgeHandlerChange: {
    title: '取扱従事者の変更の理由を確認する',
    lead: '追加・交代の理由が適正かどうかを確認します。確認までは、その人は情報を取り扱えません。',
    submit: '確認を記録する',
    done: '変更の理由を確認しました',
  },
  receiveChangeNotice: {
    title: '記載事項変更通知書を受ける',
    lead: '事業の変更に当たらない変更を受け付けます。期間や目的などの変更には、新たな提案が必要です。',
    submit: '受け付ける',
    done: '変更の通知を受け付けました',
  },
  adviseNewProposal: {
    title: '新たな提案が必要であることを伝える',
    lead: '期間、目的、方法又は事業の変更には新たな提案が必要であることを、相手方に伝えて記録します。',
    submit: '記録する',
    done: '新たな提案が必要であることを伝えました',
  },
  recordActualEffort: {
    title: '実際に要した工数を記録する',
    lead: '作業ごとに実際に要した時間を分で書きます。次の積算で、見積りと比べて表示します。',
    submit: '記録する',
    done: '実際の工数を記録しました',
  },
  recordBreach: {
    title: '違反を認定し、総務課に連絡する',
    lead: '法違反その他の契約違反を行ったと判断したとき、又は報告が必要と判断したときに記録します。',
    submit: '違反を記録する',
    done: '違反を記録しました',
  },
  reportToCommission: {
    title: '個人情報保護委員会に報告する',
    lead: '違反、解除の意思、解除のそれぞれについて、報告した日と文書番号を記録します。',
    submit: '報告を記録する',
    done: '委員会への報告を記録しました',
  },
  intendCancellation: {
    title: '契約を解除する意思を決める',
    lead: '解除の事由と理由を記録します。解除には、別の一人の同意が必要です。',
    submit: '解除の意思を記録する',
    done: '解除の意思を記録しました',
  },
  agreeToCancellation: {
    title: '契約の解除に同意する',
    lead: '解除の意思を決めた人とは別の人が、事由と理由を確かめて同意します。',
    submit: '同意する',
    done: '解除に同意しました',
  },
  moveProposal: {
    title: '所管を移す',
    lead: '組織の変更の日に、新しい組織に移します。',
    submit: '移す',
    done: '所管を移しました',
  },
  imposeFine: {
    title: '過料を科したことを記録する',
    lead: '詐欺その他不正の行為により手数料の徴収を免れた者に、定められた上限の範囲で過料を科したことを記録します。',
    submit: '記録する',
    done: '過料を記録しました',
  },
  dropCancellation: {
    title: '解除の意思を取りやめる',
    lead: '解除しないこととした理由を記録します。',
    submit: '取りやめる',
    done: '解除の意思を取りやめました',
  },
};
