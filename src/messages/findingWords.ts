/** Words of the page on which all criteria are judged. */
export const findingWords = {
  chooseMet: (label: string) => `基準${label}に適合するかどうかを選んでください。`,
  criterion: (label: string) => `基準 ${label}`,
  question: 'この基準に',
  reason: '理由',
  reasonHint: '審査結果の通知に、このまま載ります。',
  beside: '提案書の記載を見る',
  persons: (requested: string, minimum: string, file: string) =>
    `提案された本人の数は${requested}、下限は${minimum}、ファイルの本人の数は${file}です。`,
  unknown: '不明',
  minors: '提案の日に未成年者である提案者がいます。',
  noMinors: '生年月日の分かる提案者に、未成年者はいません。',
  pledges: (count: number) => `誓約書は${count}通届いています。`,
  saved: (count: number) => `${count}件の判断を保存しました`,
  savedNone: '変わった判断はありません',
  partly: (count: number) => `${count}件は保存し、次の基準は保存していません`,
} as const;
