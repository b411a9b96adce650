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
  /** 1c-09 */
  moved: (now: string) =>
    `現在の本人の数は${now}で、募集の終了時に固定した数から変わっています。判断には固定した数を用います。`,
  evidence: '根拠とした資料',
  evidenceHint: '判断の根拠を示す文書があれば添付します。案件の記録に残ります。',
  evidenceKept: (names: string) => `添付済み：${names}`,
  flaw: '適合しない事情',
  noFlaw: '次のいずれでもない',
  unknown: '不明',
  minors: '提案の日に未成年者である提案者がいます。',
  noMinors: '生年月日の分かる提案者に、未成年者はいません。',
  pledges: (count: number) => `誓約書は${count}通届いています。`,
  saved: (count: number) => `${count}件の判断を保存しました`,
  savedNone: '変わった判断はありません',
  partly: (count: number) => `${count}件は保存し、次の基準は保存していません`,
} as const;
