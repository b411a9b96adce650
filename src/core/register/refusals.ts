import { refusing } from '../decision.ts';

/** Refusals of the register, each with what it rests on. */
export const registerRefusals = {
  nothingToCorrect: 'REC-9',
  reasonMissing: 'REC-9',
  recordItemsMissing: '法74条1項4号',
  recordItemTwice: '法74条1項4号',
  unknownRecordItem: 'EXC-6',
  personsContradictory: '1c-08',
  entryIncomplete: '法74条1項',
  testsNotMade: '法60条3項',
  testsNotPassed: '法60条3項',
  notFlagged: '法110条',
  preCheckEmpty: 'STP-05',
  preCheckInFuture: 'STP-05',
  preCheckSpeaksOfResult: 'STP-05',
  dataNotCreated: '法117条',
  createdDataTwice: '法117条',
  periodContradictory: '法117条',
} as const;
export type RegisterRefusal = keyof typeof registerRefusals;

export const no = refusing(registerRefusals);
