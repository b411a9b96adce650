import type { CriterionId } from '../core/organ/provision.ts';
import type { ProposalStage } from '../core/proposal/state.ts';
import type { ReleaseStage } from '../core/release/state.ts';
import { partWord } from './partWord.ts';

/** Words of the pages on which a proposer or an agent files and follows their own proposals. */
export const filingWords = {
  home: '提案のページ',
  homeLead: (name: string) => `${name}さんの提案です。ほかの方の提案は表示されません。`,
  offers: '今、提案できるもの',
  offersNone: '今、オンラインで提案できるものはありません。',
  offersNoneNext: '募集が始まると、ここに表示されます。',
  offerOfCall: (call: string) => `募集：${call}`,
  offerCreated: '既に作成された情報',
  closing: '締切',
  closingAt: (moment: string) => `${moment}59秒（このときまでに送信が終わったもの）`,
  openGuideline: '募集要綱を読む',
  guidelineOf: '募集要綱',
  begin: '提案を書き始める',
  drafts: '書きかけ（まだ提出していません）',
  draftsNone: '書きかけの提案はありません。',
  resume: '続きを書く',
  savedAt: (moment: string) => `最後の保存：${moment}`,
  own: '提出した提案',
  ownNone: '提出した提案はありません。',
  ownNoneNext: '提出すると、受付番号と今の状態がここに表示されます。',
  openOwn: (number: string) => `${number}を見る`,
  tooMany: (most: number) => `書きかけは${most}件までです。使わないものを消してから、始めてください。`,
  notOffered: '今は、この募集に提案を出せません。',
  draftTitle: {
    submitProposal: '提案の下書き',
    submitCreatedProposal: '作成された情報についての提案の下書き',
    submitCorrection: '訂正の下書き',
  },
  draftLead: '入力した内容は、保存するたびにこのシステムに残ります。途中でやめても、ここから続けられます。',
  tasks: '書くこと',
  task: { empty: 'まだ', partial: '足りないものがあります', done: 'そろいました' },
  toCheck: '提出の前の確認に進む',
  saved: '保存しました',
  dropped: '書きかけを消しました',
  drop: 'この下書きを消す',
  dropLead: '書いた内容と、保存した添付書類が消え、元に戻せません。',
  dropGive: '下書きを消す',
  save: '保存して一覧に戻る',
  saveNext: '保存して次へ進む',
  back: '保存せずに一覧に戻る',
  conflictTitle: 'まだ保存していません：ほかの画面で先に保存されています',
  conflictText:
    'この画面を開いた後に、同じ所がほかの画面で保存されました。今入力した内容は下に残しています。これでよければ、もう一度保存してください。',
  asked: '訂正を求められたこと',
  notOpenTitle: '提出できる期間ではありません',
  notOpen: (moment: string) => `締切は${moment}でした。書いた内容は残っています。総務課の窓口にお問い合わせください。`,
  notOpenNoDay: '受付の期間が定められていません。総務課の窓口にお問い合わせください。',
  paperNone: 'まだ付けていません。',
  paperBlank: (name: string) => `${name}の様式をダウンロードする`,
  paperHint: '記入して、スキャンするか保存したものを選びます。選んで「保存」を押すと、ここに残ります。',
  paperFile: (name: string) => `${name}のファイル`,
  checkTitle: '提出の前の確認',
  checkLead: 'まだ提出していません。書いた内容と足りないものを確かめてください。',
  lacksTitle: (count: number) => `足りないものが${count}件あります`,
  lacksText:
    'そろえてから提出してください。締切が近いときは、このままでも提出できますが、後で期限を付けて訂正をお願いします。',
  mistakesTitle: '直さないと提出できないところがあります',
  completeTitle: '足りないものは見つかりませんでした',
  completeText: '審査の結果を約束するものではありません。本人確認は、提出の後に機関が行います。',
  answers: '書いた内容',
  edit: (section: string) => `${section}を直す`,
  nothingWritten: 'まだ何も書かれていません。',
  checksTitle: '審査で確かめること',
  checksLead: '次の基準に適合するかどうかを、機関が審査します。適合しないときは、理由を付けて通知します。',
  accept: (version: string) => `募集要綱（${version}）を読み、その内容を承諾します`,
  acceptMissing: '募集要綱を読み、承諾の欄に印を付けてください。',
  submitTitle: '提出',
  submit: {
    submitProposal: '提案を提出する',
    submitCreatedProposal: '提案を提出する',
    submitCorrection: '訂正を提出する',
  },
  submitLacking: {
    submitProposal: '足りないまま提出する',
    submitCreatedProposal: '足りないまま提出する',
    submitCorrection: '足りないまま訂正を提出する',
  },
  submitFinal: '提出した後は、訂正を求められたところのほかは直せません。取り下げることはできます。',
  submitRefused: 'まだ提出していません：次の理由で受け付けられませんでした',
  submitted: {
    submitProposal: '提案を受け付けました',
    submitCreatedProposal: '提案を受け付けました',
    submitCorrection: '訂正を受け付けました',
    withdrawProposal: '提案を取り下げました',
  },
  submittedNext: '受付番号と受け付けた日時を控えてください。受付の控えは、いつでもここから開けます。',
  toReceipt: '受付の控えを開く',
  receiptTitle: '受付の控え',
  receiptLead: '次のとおり提案を受け付けました。この画面は印刷できます（ブラウザーの印刷を使ってください）。',
  receiptNote: '受付は、提案が審査の基準に適合することを約束するものではありません。',
  receiptPaper: '受付の書類（PDF）',
  organ: '提出先',
  number: '受付番号',
  receivedAt: '受け付けた日時',
  about: '対象',
  ofCall: '募集',
  guideline: '承諾した募集要綱',
  filer: '送信した方',
  filedPapers: '受け付けた書類',
  correctedOn: '訂正を受け付けた日',
  ownTitle: (number: string) => `提案 ${number}`,
  state: '今の状態',
  next: 'この後',
  due: '期限のあるもの',
  correction: '訂正のお願い',
  correctionLead: (day: string, left: string) =>
    `次のところを直して、${day}までに提出してください（${left}）。ここに書かれたところだけを直せます。`,
  correctionDue: (day: string) => `訂正の提出：${day}まで`,
  correct: '訂正を書く',
  correctionLate: '期限を過ぎたため、ここからは提出できません。総務課の窓口に連絡してください。',
  papers: '届いた書類',
  papersLead: '機関からあなたに宛てた書類と、提出した書類です。',
  papersNone: '書類を準備しています。しばらくしてから、このページを開き直してください。',
  files: '提出したファイル',
  content: '提出した内容',
  contacts: '連絡の記録',
  past: 'これまでの経過',
  withdraw: '提案を取り下げる',
  withdrawTitle: '提案の取下げ',
  withdrawLead: '取り下げると、この提案の手続は終わります。元に戻せません。',
  withdrawReason: '取下げの理由',
  withdrawReasonHint: '差し支えのない範囲で、短く書いてください。例：事業の計画を見直すため',
  withdrawGive: '取り下げる',
  withdrawBack: '取り下げずに戻る',
  howTitle: '提案のしかた',
  howOpen: '提案のしかたを見る',
  howOnline: 'この機関は、オンラインで提案を受け付けています。',
  howOnlineText: 'ログインすると、書きかけを保存しながら提案を作り、締切までに提出できます。',
  howOnlineUnset:
    'オンラインの受付は、締切の時刻が定められていないため、まだ始まっていません。窓口にお問い合わせください。',
  howPaper: 'この機関は、書類で提案を受け付けています。',
  howPaperText: 'オンラインでの提出は受け付けていません。様式に記入し、次のとおり提出してください。',
  howUnknown: 'この機関は、提出の方法をまだ定めていません。窓口にお問い合わせください。',
  howWhere: '提出先と方法',
  howUntil: '受け付ける期間',
  howUntilNone: '今、募集している提案はありません。',
  howForms: '書類の様式',
  howConsult: '提案の前の相談',
  howConsultYes: '書類の案を、提出の前に窓口で見てもらえます。',
  howConsultAsk: '書類の書き方などは、窓口にお問い合わせください。',
  toOwn: '提案のページを開く',
} as const;

/** What a stage means to the person who proposed, and what comes next; nothing in it is a promise. */
export interface StageText {
  readonly title: string;
  readonly text: string;
  readonly next: string;
}

const ended = 'この提案の手続は終わっています。';

export const ownStageWords: Readonly<Record<ProposalStage, StageText>> = {
  received: {
    title: '受け付けました',
    text: '書類がそろっているか、本人確認ができるかを、機関が確かめています。',
    next: 'そろっていれば審査を始めます。足りないところがあれば、期限を付けて訂正をお願いします。',
  },
  correctionRequested: {
    title: '訂正をお願いしています',
    text: '直していただきたいところがあります。期限までに訂正を提出してください。',
    next: '訂正が届くと、もう一度書類を確かめます。訂正を待つ間、審査は止まります。',
  },
  inReview: {
    title: '審査しています',
    text: '審査の基準に適合するかどうかを、機関が確かめています。',
    next: '結果は書面で通知します。いつ、どのような結果になるかは、審査が終わるまで決まりません。',
  },
  conforming: {
    title: '適合の通知が出ています',
    text: '審査の基準に適合すると通知しました。利用するには、契約の申込みと手数料の納付が必要です。',
    next: '期限までに申込みと納付がないときは、契約を結べなくなります。',
  },
  nonConforming: {
    title: '適合しないとの通知が出ています',
    text: '適合しないと認めた基準とその理由は、通知書に書いてあります。',
    next: ended,
  },
  applied: {
    title: '契約の申込みを受け付けました',
    text: '手数料の納付を確かめ、契約を結びます。',
    next: '納付を確かめた後に、契約書の1通をお返しします。',
  },
  contracted: {
    title: '契約を結びました',
    text: '情報の作成と確認を進めています。',
    next: '作成と確認が終わると、契約で定めた方法で提供します。',
  },
  cancelled: { title: '契約が解除されました', text: '解除の理由は、届いた書類に書いてあります。', next: ended },
  lapsed: { title: '失効しました', text: '期限までに契約の申込み又は手数料の納付がありませんでした。', next: ended },
  withdrawn: { title: '取り下げました', text: '提案は取り下げられました。', next: ended },
  joined: {
    title: '一つの提案にまとめました',
    text: '同じ提案が二度受け付けられていたため、もう一方の受付で手続を続けます。',
    next: '分からないことは、総務課の窓口にお問い合わせください。',
  },
  merged: {
    title: '一つの提案にまとめました',
    text: '同意いただいたとおり、一つの提案として手続を続けます。',
    next: '分からないことは、総務課の窓口にお問い合わせください。',
  },
};

const provided: StageText = {
  title: '提供しました',
  text: '契約に従って、情報を提供しました。',
  next: '契約で定めた期間と方法を守って利用してください。',
};

/** Where a proposal stands, in the words for whoever proposed it. */
export const ownStageText = (stage: ProposalStage, release: ReleaseStage | null): StageText =>
  stage === 'contracted' && release === 'provided' ? provided : ownStageWords[stage];

/** What is still missing, as a request. */
export const lackText = (part: string): string => {
  const [name = ''] = part.split(':');
  if (part === 'periodContradictory') return '利用する期間の末日が、初日より前になっています。';
  if (name === 'fileNameInRegister') return '個人情報ファイルの名称が、募集の対象の名称と違います。';
  if (name === 'itemInRegister') return `「${part.slice(name.length + 1)}」は、このファイルの記録項目にありません。`;
  if (name === 'itemDetail') return `「${part.slice(name.length + 1)}」を、どこまで詳しく必要かを書いてください。`;
  if (papers.includes(name)) return `「${partWord(part)}」を付けてください。`;
  return `「${partWord(part)}」を書いてください。`;
};

const papers: readonly string[] = ['pledge', 'usefulness', 'powerOfAttorney', 'identity', 'other', 'byRule'];

/** The criteria of the review in plain words, for whoever has to meet them. */
export const criterionWords: Readonly<Record<CriterionId, string>> = {
  'CRI-1': '提案をする方が、法令の欠格事由に当たらないこと',
  'CRI-2': '本人の数が、定められた数以上で、対象のファイルの本人の数以下であること',
  'CRI-3': '加工のしかたが、個人を識別できず、元に戻せないようにする基準に合うこと',
  'CRI-4': '事業が、新しい産業、活力のある社会や豊かな暮らしに役立つこと',
  'CRI-5': '利用する期間が、効果的な活用の点から定められた期間を超えないこと',
  'CRI-6': '利用の目的と方法、安全管理の措置が、本人の権利利益を守るために適切であること',
  'CRI-7': 'そのほか、規則などで定める基準に合うこと',
};

const acts: Readonly<Record<string, string>> = {
  proposalReceived: '提案を受け付けました',
  correctionRequested: '機関が訂正をお願いしました',
  correctionReceived: '訂正を受け付けました',
};

/** What happened, in the words for whoever proposed; null = the words of the organ say it as well. */
export const ownActWords = (type: string): string | null => acts[type] ?? null;
