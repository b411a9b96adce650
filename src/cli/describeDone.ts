/** How much of a step is done. */
export const describeDone = (share: number): string => `  済んだ分 ${(share * 100).toFixed(1)}%`;
