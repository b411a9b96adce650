import type { ApprovalCommand } from '../core/approval/commands.ts';
import type { CallCommand } from '../core/call/commands.ts';
import type { ComplaintCommand } from '../core/complaint/commands.ts';
import type { LeakCommand } from '../core/leak/commands.ts';
import type { OfficeCommand } from '../core/office/commands.ts';
import type { OtherProvisionCommand } from '../core/otherProvision/commands.ts';
import type { PapersCommand } from '../core/papers/commands.ts';
import type { ProposalCommand } from '../core/proposal/commands.ts';
import type { RegisterCommand } from '../core/register/commands.ts';
import type { ReleaseCommand } from '../core/release/commands.ts';
import type { SettingsCommand } from '../core/settings/commands.ts';
import { afterCommandWords } from './afterWords.ts';
import { approvalCommandWords } from './approvalWords.ts';
import { contractCommandWords } from './contractCommandWords.ts';
import { intakeCommandWords } from './intakeCommandWords.ts';
import { officeCommandWords } from './officeWords.ts';
import { releaseAsideCommandWords } from './releaseAsideWords.ts';
import { reviewCommandWords } from './reviewCommandWords.ts';

/** Every command of the procedure by its name. */
export type AnyCommandName = (
  | ApprovalCommand
  | RegisterCommand
  | CallCommand
  | ProposalCommand
  | ReleaseCommand
  | SettingsCommand
  | OfficeCommand
  | ComplaintCommand
  | LeakCommand
  | OtherProvisionCommand
  | PapersCommand
)['do'];

/** How a command is offered, explained and reported. */
export interface CommandWords {
  /** Title of its form and text of its button on the case page. */
  readonly title: string;
  /** What it is for, and what it needs. */
  readonly lead: string;
  /** The button that does it. */
  readonly submit: string;
  /** What is said when it is done. */
  readonly done: string;
  /** What it brings about that cannot be taken back; present = a page of confirmation comes first. */
  readonly final?: string;
  /** The page of confirmation shows what would follow; the act itself can be taken back. */
  readonly reversible?: true;
}

/** Words of every command; complete by its type. */
export const commandWords: Readonly<Record<AnyCommandName, CommandWords>> = {
  registerFile: {
    title: '個人情報ファイルを登録する',
    lead: '個人情報ファイル簿に載せる事項を入力します。登録しただけでは公表されません。',
    submit: '登録する',
    done: '個人情報ファイルを登録しました',
  },
  correctEntry: {
    title: '記載を修正する',
    lead: '記載を修正し、修正の日と理由を記録します。',
    submit: '修正を保存する',
    done: '記載を修正しました',
  },
  countPersons: {
    title: '本人の数を記録する',
    lead: '数えた日の本人の数を記録します。募集の終了日には、このときの最新の数が固定されます。',
    submit: '本人の数を記録する',
    done: '本人の数を記録しました',
  },
  omitParts: {
    title: '一部を記載しないこととする',
    lead: '記載すると事務に著しい支障を及ぼすおそれがある事項を、理由を付けて除きます（法第75条第3項）。',
    submit: '記載しないこととする',
    done: '一部を記載しないこととしました',
  },
  withholdEntry: {
    title: 'ファイル簿に掲載しないこととする',
    lead: 'ファイル全体を掲載しない場合に、その理由を記録します。',
    submit: '掲載しないこととする',
    done: '掲載しないこととしました',
    final: 'このファイルは公表されず、提案の募集の対象にもできなくなります。',
  },
  exemptFile: {
    title: '適用除外とする',
    lead: '個人情報ファイル簿の作成を要しないファイルであることを、事由とともに記録します。',
    submit: '適用除外とする',
    done: '適用除外としました',
    final: 'このファイルは公表されず、提案の募集の対象にもできなくなります。',
  },
  publishEntry: {
    title: 'ファイル簿を公表する',
    lead: '登録した記載を、公開の個人情報ファイル簿に載せます。',
    submit: '公表する',
    done: '個人情報ファイル簿に公表しました',
    final: 'だれでも見られる個人情報ファイル簿に載ります。載せた後の直しは「記載の修正」として履歴に残ります。',
  },
  testForSolicitation: {
    title: '募集の対象になるかを判断する',
    lead: '法第60条第3項の三つの要件を、それぞれ理由を付けて判断します。三つとも該当するファイルだけが募集の対象になります。',
    submit: '判断を記録する',
    done: '三つの要件の判断を記録しました',
  },
  flagForSolicitation: {
    title: '募集の対象である旨を記載する',
    lead: 'ファイル簿の「提案の募集をする個人情報ファイルである旨」の欄に記載し、提案を受ける組織を示します（法第110条）。',
    submit: '記載する',
    done: '募集の対象である旨を記載しました',
  },
  unflagForSolicitation: {
    title: '募集の対象である旨の記載を取り消す',
    lead: '募集の対象から外す理由を記録します。',
    submit: '取り消す',
    done: '募集の対象である旨の記載を取り消しました',
  },
  recordPreCheck: {
    title: '事前チェックを記録する',
    lead: '提案の書類の案について、一緒に確かめたことと答えたことを記録します。審査の結果を約束するものではありません。',
    submit: '記録する',
    done: '事前チェックを記録しました',
  },
  moveEntry: {
    title: '所管を移す',
    lead: '組織の変更の日に、新しい組織に移します。',
    submit: '移す',
    done: '所管を移しました',
  },
  recordCreatedData: {
    title: '作成した情報をファイル簿に記載する',
    lead: '検査を終えた情報の本人の数と項目は、作成の記録から自動で入ります。名称と提案を受ける組織を確かめます（法第117条）。',
    submit: '記載する',
    done: '作成した情報をファイル簿に記載しました',
    final: 'だれでも見られる個人情報ファイル簿に、作成した情報の概要が載ります。',
  },
  deleteEntry: {
    title: '記載を削除する',
    lead: 'ファイルを保有しなくなった場合などに、事由と理由を記録して記載を削除します。',
    submit: '削除する',
    done: '記載を削除しました',
    final: '公開の個人情報ファイル簿から消え、元に戻すことはできません。経過の記録は残ります。',
  },
  draftCall: {
    title: '募集を準備する',
    lead: '募集の期間と対象のファイルを決めます。この段階では公表されません。',
    submit: '準備を始める',
    done: '募集の準備を始めました',
  },
  reviseCall: {
    title: '募集の内容を改める',
    lead: '公表する前に、期間や対象のファイルを改めます。',
    submit: '改める',
    done: '募集の内容を改めました',
  },
  admitShortWindow: {
    title: '短い募集期間を承認する',
    lead: '規定の日数に満たない募集期間を、理由を付けて承認します。',
    submit: '承認する',
    done: '短い募集期間を承認しました',
  },
  setGuideline: {
    title: '募集要綱を登録する',
    lead: '公表する募集要綱の版を登録します。提案を収受したときは、その日に有効な版が記録されます。',
    submit: '登録する',
    done: '募集要綱を登録しました',
  },
  publishCall: {
    title: '募集を公表する',
    lead: '公示や掲載をした日と場所を記録します。',
    submit: '公表を記録する',
    done: '募集を公表しました',
    final: '募集が公開のページに載り、期間と対象のファイルは改められなくなります。',
  },
  openCall: {
    title: '募集を開始する',
    lead: '募集開始日が来ると自動で始まります。すぐに始めるときに使います。',
    submit: '開始する',
    done: '募集を開始しました',
  },
  closeCall: {
    title: '募集を終了する',
    lead: '募集終了日が過ぎると自動で終わります。',
    submit: '終了する',
    done: '募集を終了しました',
  },
  replaceSnapshot: {
    title: '募集終了時の本人の数を改める',
    lead: '募集終了時に固定した本人の数を、理由を付けて別の数に改めます。',
    submit: '改める',
    done: '募集終了時の本人の数を改めました',
  },
  withdrawCall: {
    title: '募集を取り下げる',
    lead: 'まだ始まっていない募集を取り下げます。',
    submit: '取り下げる',
    done: '募集を取り下げました',
    final: '取り下げた募集は元に戻せません。',
  },
  setRuleValue: {
    title: '規程の値を設定する',
    lead: '資料に定めのない値を、この機関の決定に基づいて設定します。この日以後に始まる事案に適用されます。',
    submit: '設定する',
    done: '規程の値を設定しました',
  },
  correctCitation: {
    title: '引用や文言の記載を訂正する',
    lead: '通知や公示に印字される引用、条項番号、文言の誤りを訂正します。手続の内容は変わりません。',
    submit: '訂正する',
    done: '記載を訂正しました',
  },
  keepPapers: {
    title: '公文書を保存する',
    lead: '作成した公文書を、その内容の指紋とともに保存します。',
    submit: '保存する',
    done: '公文書を保存しました',
  },
  substituteCharacter: {
    title: '字体にない文字の代わりを登録する',
    lead: '備え付けの字体で印刷できない文字について、この事案の公文書で代わりに印刷する文字か、字形の画像を登録します。',
    submit: '登録する',
    done: '代わりに印刷する文字を登録しました。公文書を作成しています',
  },
  correctPaper: {
    title: '公文書を訂正する',
    lead: '発行した公文書は書き換えません。今の記録の内容で、元の公文書を示した新しい公文書を作成します。',
    submit: '訂正の公文書を作成する',
    done: '訂正の公文書を作成しています',
  },
  withdrawSetting: {
    title: '設定を取り消す',
    lead: 'この日以後に始まる事案について、設定や訂正をする前の状態に戻します。',
    submit: '取り消す',
    done: '設定を取り消しました',
  },
  receiveProposal: {
    title: '提案を収受する',
    lead: '届いた提案書類を見ながら入力します。足りないものがあっても収受できます。足りないものは、後で訂正や提出を求めます。',
    submit: '収受する',
    done: '提案を収受しました',
  },
  checkIdentity: {
    title: '本人確認をする',
    lead: '届いた書類が、提案書の氏名・住所等と一致するかを確かめて記録します。',
    submit: '本人確認を記録する',
    done: '本人確認を記録しました',
  },
  receiveAttachment: {
    title: '後から届いた書類を受け取る',
    lead: '提案書と別に届いた添付書類を記録します。',
    submit: '受け取りを記録する',
    done: '添付書類の受け取りを記録しました',
  },
  confirmCompleteness: {
    title: '書類がそろったことを確認する',
    lead: '記載と添付書類がすべてそろい、審査を始められることを確認します。',
    submit: '審査を始める',
    done: '書類がそろったことを確認しました。審査を始められます',
  },
  requestCorrection: {
    title: '説明・訂正を求める',
    lead: '求める事項ごとに、何をどう直してほしいかを書きます。求めた事項だけが訂正できるようになります。',
    submit: '訂正を求める',
    done: '訂正を求めました',
  },
  receiveCorrection: {
    title: '訂正を受け取る',
    lead: '訂正を求めた事項だけが開いています。届いた内容を入力してください。',
    submit: '訂正を記録する',
    done: '訂正を記録しました',
  },
  ...intakeCommandWords,
  ...reviewCommandWords,
  ...approvalCommandWords,
  ...contractCommandWords,
  ...releaseAsideCommandWords,
  ...officeCommandWords,
  ...afterCommandWords,
  recordFinding: {
    title: '審査基準ごとに判断する',
    lead: '基準ごとに、適合するかどうかと理由を書きます。理由は審査結果の通知にそのまま載ります。途中で保存できます。',
    submit: '判断を保存する',
    done: '審査の判断を保存しました',
  },
  determineFee: {
    title: '手数料を積算する',
    lead: '作成に要する時間と委託料から、通知する手数料を求めます。',
    submit: '手数料を決める',
    done: '手数料を決めました',
  },
  issueConformingNotice: {
    title: '適合の通知をする',
    lead: '審査基準に適合することと、契約を締結できること、手数料などを通知します。',
    submit: '通知する',
    done: '適合の通知をしました。通知書を印刷して送付してください',
    final: '審査結果通知書が確定し、判断と手数料は変えられなくなります。契約の締結の申込みの期限が始まります。',
  },
  issueNonConformingNotice: {
    title: '不適合の通知をする',
    lead: '適合しないと判断した基準とその理由を通知します。',
    submit: '通知する',
    done: '不適合の通知をしました。通知書を印刷して送付してください',
    final: '審査結果通知書が確定し、この提案の手続は終わります。',
  },
  extendDeadlines: {
    title: '申込みと納付の期限を延ばす',
    lead: '期限を延ばす理由を記録します。早めることはできません。',
    submit: '期限を延ばす',
    done: '期限を延ばしました',
  },
  receiveContractApplication: {
    title: '契約の申込みを収受する',
    lead: '契約の締結の申込書と契約書が届いた日を記録します。',
    submit: '申込みを収受する',
    done: '契約の申込みを収受しました',
  },
  confirmPayment: {
    title: '手数料の納付を確認する',
    lead: '納付された日と額を記録します。通知した額と違うときは記録できません。',
    submit: '納付を確認する',
    done: '手数料の納付を確認しました',
  },
  concludeContract: {
    title: '契約を締結する',
    lead: '納付を確認した後、すべての契約書に記名押印し、1通を返送します。',
    submit: '契約を締結する',
    done: '契約を締結しました。加工の案件ができました',
    final: '利用に関する契約が締結され、匿名加工情報の作成が始まります。契約の内容は、この画面では変えられません。',
  },
  cancelContract: {
    title: '契約を解除する',
    lead: '解除の事由と理由を記録します。規程の事由による解除のときは、相手方は定められた年数、提案ができません。',
    submit: '契約を解除する',
    done: '契約を解除しました',
    final: '利用に関する契約が解除され、元に戻すことはできません。',
  },
  lapseProposal: {
    title: '失効とする',
    lead: '期限までに申込み又は納付がなかった提案を終わらせます。',
    submit: '失効とする',
    done: '失効としました',
    final: 'この提案の手続は終わり、元に戻すことはできません。',
  },
  withdrawProposal: {
    title: '取下げを記録する',
    lead: '提案者から取下げの申出があった日と理由を記録します。',
    submit: '取下げを記録する',
    done: '取下げを記録しました',
    final: 'この提案の手続は終わり、元に戻すことはできません。',
  },
  planRelease: {
    title: '作成を予定する',
    lead: '契約から自動で始まります。',
    submit: '予定する',
    done: '作成を予定しました',
  },
  handInSource: {
    title: '元データを引き渡す',
    lead: '加工の元になる保有個人情報のファイルを渡します。加工担当者と検査担当者だけが開けます。',
    submit: '引き渡す',
    done: '元データを引き渡しました',
  },
  setRecipe: {
    title: '加工の方法を決める',
    lead: '列ごとに、削除・置換え・まとめ方を決めます。決めた人は、検査をすることができません。',
    submit: '加工の方法を登録する',
    done: '加工の方法を登録しました',
  },
  deriveRecipe: {
    title: '提案から加工の手順を作る',
    lead: '提案が求めた加工の程度と元データの見出し・値から、加工の手順を作ります。判断できない項目は名前を示しますので、役割を決めてください。できた手順は、後から差し替えることができます。',
    submit: '手順を作る',
    done: '加工の手順を定めました',
  },
  startCreation: {
    title: '加工を実行する',
    lead: '登録した方法で加工し、結果を自動で検査します。元データと加工の方法が決まっていれば、入力するものはありません。',
    submit: '加工を実行する',
    done: '加工を始めました',
  },
  cancelCreation: {
    title: '作成を取りやめる',
    lead: '動いている作成を、次の段階に進む前に止めます。何も残らず、手順を改めてもう一度始めることができます。',
    submit: '取りやめる',
    done: '作成を取りやめました',
  },
  recordCreation: {
    title: '作成の結果を記録する',
    lead: '加工が終わると自動で記録されます。',
    submit: '記録する',
    done: '作成の結果を記録しました',
  },
  recordCreationFailure: {
    title: '作成できなかったことを記録する',
    lead: '加工できなかったときに自動で記録されます。',
    submit: '記録する',
    done: '作成できなかったことを記録しました',
  },
  signVerification: {
    title: '検査に署名する',
    lead: '検査の結果を読み、提供してよいことを確かめて署名します。加工に関わった人は署名できません。',
    submit: '署名する',
    done: '検査に署名しました',
    final: 'あなたの名で検査を終えたことになり、提供する一式を作れるようになります。',
  },
  rejectCreation: {
    title: '作成をやり直させる',
    lead: '検査の結果、やり直しが必要な理由を書きます。',
    submit: 'やり直させる',
    done: '作成のやり直しを求めました',
    final: '今の作成の結果は使えなくなり、加工の方法を決めるところに戻ります。',
  },
  packRelease: {
    title: '提供する一式を作る',
    lead: '検査を終えた情報と公開用の記録に、機関の電子署名を付けて一つのZIPにします。',
    submit: '一式を作る',
    done: '提供する一式を作りました',
  },
  recordProvision: {
    title: '提供を記録する',
    lead: '提案で選ばれた方法で提供した日と、講じた安全管理の措置を記録します。',
    submit: '提供を記録する',
    done: '提供を記録しました',
    final: '提供の記録は後から変えられません。',
  },
  proposeKeyDestruction: {
    title: '鍵の廃棄を申し出る',
    lead: '元データ、加工の手順、加工の記録を読むための鍵の廃棄を、理由を付けて申し出ます。廃棄は別の人が行います。',
    submit: '申し出る',
    done: '鍵の廃棄を申し出ました',
  },
  destroyReleaseKey: {
    title: '鍵を廃棄する',
    lead: '申し出た人とは別の人が、元データ、加工の手順、加工の記録を読むための鍵を廃棄します。',
    submit: '廃棄する',
    done: '鍵を廃棄しました',
    final: '鍵は上書きして消され、元データ、加工の手順、加工の記録は、だれにも、二度と読めなくなります。',
  },
};
