import { factWords } from './factWords.ts';

/** Words of the page on which a register comes in as a workbook or CSV. */
export const importWords = {
  title: '個人情報ファイルをExcel・CSVから登録する',
  lead: '公開の「個人情報ファイル簿」から保存できるExcel（XLSX）・CSVと同じ見出しのファイルを読み込みます。まず内容を確かめる画面が出ます。登録しただけでは公表されません。',
  file: 'Excel（XLSX）又はCSVのファイル',
  hint: 'Excelは、シートが一つのブック（.xlsx）です。CSVは、UTF-8 又は Shift_JIS です。記録項目は、1行に一つか「、」で区切って書きます。',
  check: '内容を確かめる',
  again: '別のファイルを選ぶ',
  preview: '読み込んだ内容',
  sound: (count: number) => `${count}件すべてを登録できます。まだ登録していません。`,
  unsound: (errors: number) =>
    `誤りが${errors}か所あるため、登録できません。ファイルを直してから、もう一度選んでください。何も登録していません。`,
  give: (count: number) => `${count}件を登録する`,
  errors: '直すところ',
  warnings: '確かめるところ',
  readable: '読み込める行',
  line: '行',
  column: '列',
  value: '書かれている値',
  name: factWords.file,
  result: factWords.result,
  done: (count: number) => `${count}件の個人情報ファイルを登録しました`,
  undone: (count: number) => `${count}件の登録を取り消しました`,
  undoTitle: '取り消せる読み込み',
  undoLead:
    '登録した後に何も行っていない個人情報ファイルは、まとめて登録を取り消せます。取消しと理由は記録に残り、同じ登録番号でもう一度登録できます。',
  registered: (count: number) => `${count}件を登録`,
  more: 'ほか',
  reason: '取り消す理由',
  undo: (count: number) => `${count}件の登録を取り消す`,
  touched: (touched: readonly (readonly [string, readonly string[]])[]) =>
    `登録した後に行われたことがあるため、取り消せません。${touched.map(([entry, events]) => `${entry}: ${events.join('、')}`).join('。')}`,
  unknownImport: '取り消す読み込みが見つかりません。',
  undecodable: 'ファイルの文字を読み取れません。UTF-8 又は Shift_JIS のCSVで保存し直してください。',
} as const;
