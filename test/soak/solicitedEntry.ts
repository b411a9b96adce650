import type { EntryContents } from '../../src/core/register/entry.ts';

export const contentsOf = (fileName: string, thirdPartyProcedure: boolean): EntryContents => ({
  fileName,
  organName: '架空の長',
  responsibleOrganization: '架空課',
  purpose: '架空の事務',
  recordItems: ['住所', '年齢', '病名'].map((name) => ({ name, mayBeAbsent: false })),
  recordScope: '架空の利用者',
  collectionMethod: '本人',
  sensitiveInformation: null,
  ordinanceSensitiveInformation: null,
  regularRecipients: [],
  disclosureDesk: null,
  specialProcedure: null,
  fileKind: 'electronic',
  manualCopy: null,
  thirdPartyProcedure,
  remarks: null,
});

export const desk = { name: '架空課', address: '架空町1番地' };
