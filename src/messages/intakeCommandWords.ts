import type { IntakeCommand } from '../core/proposal/intakeCommands.ts';
import type { CommandWords } from './commandWords.ts';

/** Words of what the desk does with the papers besides taking them in. */
export const intakeCommandWords: Readonly<Record<IntakeCommand['do'], CommandWords>> = {
  submitProposal: {
    title: '提案を送信する',
    lead: '送信が締切の時刻までに終わったものだけを収受します。送信は募集要綱の内容の承諾になります。',
    submit: '送信する',
    done: '提案を送信しました',
    final: '送信した提案は、訂正を求められた事項を除いて直すことができません。',
  },
  receiveCreatedProposal: {
    title: '作成された情報についての提案を収受する',
    lead: '個人情報ファイル簿に示した期間に届いた、既に作成された情報についての提案を入力します。',
    submit: '収受する',
    done: '作成された情報についての提案を収受しました',
  },
  submitCreatedProposal: {
    title: '作成された情報についての提案を送信する',
    lead: '個人情報ファイル簿に示した期間のうちに送信が終わったものだけを収受します。',
    submit: '送信する',
    done: '作成された情報についての提案を送信しました',
    final: '送信した提案は、訂正を求められた事項を除いて直すことができません。',
  },
  submitCorrection: {
    title: '訂正を送信する',
    lead: '訂正を求められた事項だけを直して送ります。期限の日のうちに送信が終わったものだけを受け取ります。',
    submit: '訂正を送信する',
    done: '訂正を送信しました',
    final: '送信した訂正は、もう一度訂正を求められない限り直すことができません。',
  },
  forwardProposal: {
    title: '原本を担当課へ送付する',
    lead: '写しを保管して、収受した提案書類の原本を担当課へ送付した日を記録します。訂正された書類も同じです。',
    submit: '送付を記録する',
    done: '担当課への送付を記録しました',
  },
  recordContact: {
    title: '連絡を記録する',
    lead: '提案者、代理人、担当者との連絡を記録します。内容は、担当者だけが見られる記録に残ります。',
    submit: '連絡を記録する',
    done: '連絡を記録しました',
  },
  proposeTypingCorrection: {
    title: '誤記の訂正を申し出る',
    lead: '入力の誤りを、理由を付けて申し出ます。動く期限を確かめてから、別の人が確認します。',
    submit: '申し出る',
    done: '誤記の訂正を申し出ました。別の人が確認してください',
    final: '別の人が確認すると、次のとおり期限などが動きます。',
    reversible: true,
  },
  confirmTypingCorrection: {
    title: '誤記の訂正を確認する',
    lead: '申し出た人とは別の人が、正しい内容と、動く期限を確かめます。',
    submit: '確認して訂正する',
    done: '誤記を訂正しました',
    final: '訂正の前の記録も、訂正した人と確認した人の名とともに残ります。',
  },
  dropTypingCorrection: {
    title: '誤記の訂正を取りやめる',
    lead: '申出が誤りだったときに、理由を記録して取りやめます。',
    submit: '取りやめる',
    done: '誤記の訂正を取りやめました',
  },
  joinDuplicate: {
    title: '二重の入力を統合する',
    lead: '同じ提案書類を二度入力したときに、手続を続ける方の提案を選びます。この番号は欠番になります。',
    submit: '統合する',
    done: '二重の入力を統合しました',
    final: 'この提案の手続は終わり、元に戻すことはできません。',
  },
};
