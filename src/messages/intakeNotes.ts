/** Sentences beside the forms of the intake. @param moment `YYYY-MM-DDThh:mm` */
export const intakeNotes = {
  acceptance: '提案書類の提出をもって、この募集要綱の記載内容を承諾したものとします。要綱を読んでから選んでください。',
  closing: (moment: string) => `${moment.slice(11)}までに送信が終わったものだけを、その日の提案として収受します。`,
  typing: '誤っている事項だけを書きます。空のままの事項は、今の記録のまま残ります。',
  currently: (value: string) => `今の記録：${value}`,
  ground: (label: string, through: string | null) =>
    `${label}${through === null ? '（終わりの日は決まっていない）' : `（${through}まで）`}`,
  foundCase: (id: string, day: string) => `機関の記録：${day}に契約を解除した提案（${id}）`,
  minor: (party: string) => `提案の日に未成年者（${party}）`,
  numbered: (number: number) => `通知の${number}番の第三者`,
  proposal: (serial: number, fiscalYear: number, title: string) => `第${serial}号（${fiscalYear}年度）${title}`,
} as const;
