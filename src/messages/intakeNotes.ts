/** Sentences beside the forms of the intake. */
export const intakeNotes = {
  typing: '誤っている事項だけを書きます。空のままの事項は、今の記録のまま残ります。',
  currently: (value: string) => `今の記録：${value}`,
  ground: (label: string, through: string | null) =>
    `${label}${through === null ? '（終わりの日は決まっていない）' : `（${through}まで）`}`,
  foundCase: (id: string, day: string) => `機関の記録：${day}に契約を解除した提案（${id}）`,
  minor: (party: string) => `提案の日に未成年者（${party}）`,
  numbered: (number: number) => `通知の${number}番の第三者`,
  proposal: (serial: number, fiscalYear: number, title: string) => `第${serial}号（${fiscalYear}年度）${title}`,
} as const;
