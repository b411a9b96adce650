import type { PlanNoteFacts } from './planNote.ts';

/** Words of every form of a command. */
export const formWords = {
  addRow: (row: string) => `${row}の行を追加`,
  removeRow: (row: string, number: number) => `${row} ${number}を消す`,
  rowTitle: (row: string, number: number) => `${row} ${number}`,
  row: '行',
  optional: '（任意）',
  choose: '選んでください',
  unsaid: '記載しない',
  yes: 'はい',
  no: 'いいえ',
  paperOnly: '紙だけのときは、選ばなくてかまいません。',
  kept: (name: string, size: string) => `選択済み：${name}（${size}）`,
  dropFile: 'このファイルを使わない',
  chooseAgain: 'ほかのファイルにするときは、選び直してください。',
  fileLimit: (size: string, kinds: string) => `${size}までの${kinds}を受け取れます。`,
  scanOff: 'ウイルス検査は設定されていません。中身は形式だけを確かめます。',
  kinds: {
    pdf: 'PDF',
    png: 'PNG',
    jpeg: 'JPEG',
    tiff: 'TIFF',
    zip: 'Word・Excelの文書',
    parquet: 'Parquet',
    json: 'JSON',
    text: 'テキスト・CSV',
  },
  derivation: 'この日の求め方',
  next: '内容を確認する',
  back: '戻って直す',
  cancel: 'やめて戻る',
  preview: '書面の案を見る（PDF）',
  previewText: (title: string) => `書面の案の文面：${title}`,
  confirmTitle: (title: string) => `確認：${title}`,
  confirmLead: '次の内容で行います。間違いがなければ、いちばん下のボタンを押してください。',
  confirmFinal: '行った後は取り消せません',
  handedOver: (count: number) => `引き継ぐ案件（${count}件）`,
  confirmShown: '行うとどうなるか',
  invalidTitle: '保存していません：入力を確かめてください',
  refusedTitle: 'まだ行っていません：次の理由で受け付けられませんでした',
  conflictTitle: 'まだ行っていません：先に別の操作が行われました',
  conflictText:
    'この画面を開いた後に、同じ案件で次の操作が行われました。入力した内容は下に残しています。経過を確かめ、このまま行ってよければ、もう一度ボタンを押してください。',
  blockedTitle: '今は行えません',
  toCase: '案件のページに戻る',
  password: 'あなたのパスワード',
  passwordHint: '大切な操作のため、本人であることをもう一度確かめます。',
  passwordWrong: 'パスワードが違います。もう一度入力してください。',
  passwordLocked: '誤った入力が続いたため、しばらく操作できません。時間をおいてください。',
  emptyValue: '（空）',
  noFields: '入力する事項はありません。内容を確かめて、ボタンを押してください。',
  noChoices: '選べるものがありません。',
} as const;

/** A fact of the rules or the case beside a field. @param dayWords a day in 元号 and 西暦 */
export function planNoteText(note: PlanNoteFacts, dayWords: (day: string) => string): string {
  switch (note.note) {
    case 'copies':
      return `この機関では提案書類${note.copies}部が必要です。届いた部数をそのまま書きます。`;
    case 'counter':
      return `窓口に持参されたときに書きます。受付時間は平日の${note.from}から${note.through}までです。`;
    case 'envelope':
      return `郵送・信書便のときに、封筒の表面の「${note.text}」という朱書きの有無を書きます。`;
    case 'window':
      return `募集期間は${dayWords(note.opensOn)}から${dayWords(note.closesOn)}までです。`;
    case 'minDays':
      return `開始日の翌日から数えて${note.days}日以上が必要です。今日から始める場合、最も早い終了日は${dayWords(note.earliestClose)}です。`;
    case 'due':
      return `期限は${dayWords(note.day)}です。`;
    case 'amount':
      return `通知する手数料は${note.yen.toLocaleString('ja-JP')}円です。`;
    case 'noRule':
      return 'この機関の規程に定めがないため、内容と、そう決めた理由を書きます。';
    case 'said':
      return note.text;
    case 'asked':
      return `求めた内容：${note.text}`;
    case 'earliestIssue':
      return `${dayWords(note.day)}以後に作成された書類が必要です。`;
    case 'chosen':
      return '提案で選ばれた媒体と方法が入っています。ほかの方法では記録できません。';
    default:
      return note satisfies never;
  }
}
