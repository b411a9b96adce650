/** 72350 → 72,350円 */
export const inYen = (amount: number): string => `${amount.toLocaleString('en-US')}円`;

/** 12000 → 12,000人 */
export const inPersons = (count: number): string => `${count.toLocaleString('en-US')}人`;
