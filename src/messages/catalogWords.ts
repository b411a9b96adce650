/** Words of the catalogue of an organ's data, and of the link to it. */
export const catalogWords = {
  link: 'データの目録（DCAT、JSON-LD）',
  title: (organ: string) => `${organ}の公開データの目録`,
  register: (organ: string) => `${organ}の個人情報ファイル簿`,
  created: (persons: number, period: { readonly from: string; readonly to: string } | null) =>
    [
      `特定の個人を識別できないように加工して作成された情報です。本人の数 ${persons.toLocaleString('ja-JP')}人。`,
      ...(period === null ? [] : [`この情報についての提案を受け付ける期間 ${period.from}から${period.to}まで。`]),
    ].join(''),
  byContract: '提案が審査の基準に適合し、利用の契約を締結した方に提供します。',
} as const;
