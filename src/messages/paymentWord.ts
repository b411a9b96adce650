/** Ways of payment that rules name by a code. */
export const paymentWords = {
  prefecturalRevenueStamp: '収入証紙',
  bankTransfer: '銀行振込み',
} as const satisfies Record<string, string>;

/** 納付の方法 in words: that of the rules, or as an official wrote it. */
export const paymentWord = (way: string): string => (paymentWords as Readonly<Record<string, string>>)[way] ?? way;
