import { factWords } from './factWords.ts';

/** Words of the page on which a register comes in as CSV. */
export const importWords = {
  title: '個人情報ファイルをCSVから登録する',
  lead: '公開の「個人情報ファイル簿」から保存できるCSVと同じ見出しのファイルを読み込みます。まず内容を確かめる画面が出ます。登録しただけでは公表されません。',
  file: 'CSVのファイル',
  hint: 'UTF-8 又は Shift_JIS のCSVです。記録項目は、1行に一つか「、」で区切って書きます。',
  check: '内容を確かめる',
  again: '別のファイルを選ぶ',
  preview: '読み込んだ内容',
  sound: (count: number) => `${count}件すべてを登録できます。まだ登録していません。`,
  unsound: (errors: number) =>
    `誤りが${errors}か所あるため、登録できません。CSVを直してから、もう一度選んでください。何も登録していません。`,
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
  undecodable: 'ファイルの文字を読み取れません。UTF-8 又は Shift_JIS のCSVで保存し直してください。',
} as const;
