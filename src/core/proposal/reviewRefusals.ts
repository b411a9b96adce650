/** Refusals of the review, each with what it rests on. */
export const reviewRefusals = {
  factNoGround: '法113条',
  groundOver: 'DDL-06',
  groundDayMissing: 'DDL-06',
  groundUnknown: 'CRI-1',
  dismissalReasonMissing: 'CRI-1',
  officerOfIndividual: '法113条6号',
  officerReasonMissing: '法113条6号',
  proposerDisqualified: '法113条',
  possibleCancellation: '法113条5号',
} as const;
