import type { KeptFile } from '../keptFile.ts';
import type { AttachmentId } from '../organ/attachment.ts';
import type { IntakeChannel } from '../organ/intake.ts';
import type { GranularityId } from './granularity.ts';

/**
 * 提案をする者の別. The last three are excluded by some organs (DQ-7); `listedBody` = a body of the list that an official
 * completes where the source has lost the rest of it (1c-36).
 */
export const partyKinds = [
  'individual',
  'corporation',
  'otherBody',
  'stateOrgan',
  'independentAgency',
  'listedBody',
] as const;
export type PartyKind = (typeof partyKinds)[number];

/** Who proposes or files, as the state keeps it: without any personal data. */
export interface Party {
  readonly kind: PartyKind;
  /** The account of an online filer; null on paper. */
  readonly account: string | null;
}

/** 氏名又は名称、住所又は居所、連絡先 (FRM-07 (1)): personal data. */
export interface PartyDetails {
  readonly name: string;
  readonly kana: string | null;
  readonly address: string | null;
  readonly representative: string | null;
  readonly birthDate: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly section: string | null;
  readonly contactPerson: string | null;
}

/** 取扱従事者 (FRM-07 (7)): personal data. */
export interface Handler {
  readonly name: string;
  readonly affiliation: string;
  readonly post: string;
}

/** A wanted 記録項目 and how detailed it may be (住所 → 都道府県名のみ); null = the form does not say. */
export interface WantedItem {
  readonly name: string;
  readonly detail: string | null;
  /** The same from a table; absent in forms that were filed before there was one. */
  readonly granularity?: GranularityId | null;
}

/** 提案書 (規則 様式第7) without its personal data. Null = the box is empty. */
export interface ProposalForm {
  readonly fileName: string | null;
  readonly persons: number | null;
  readonly items: readonly WantedItem[];
  readonly purpose: string | null;
  readonly method: string | null;
  readonly business: string | null;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly environment: string | null;
  readonly management: string | null;
  /** Measures in the light of the organ's security standard. */
  readonly measures: string | null;
  readonly medium: string | null;
  /** 窓口受領 or 郵送. */
  readonly delivery: 'counter' | 'post' | null;
}

/** The boxes of the form that name people and their places. */
export interface PersonalForm {
  readonly handlers: readonly Handler[];
  readonly placeOfUse: string | null;
  readonly placeOfStorage: string | null;
}

export const formFieldIds = [
  'fileName',
  'persons',
  'items',
  'purpose',
  'method',
  'business',
  'period',
  'handlers',
  'placeOfUse',
  'environment',
  'placeOfStorage',
  'management',
  'measures',
  'medium',
  'delivery',
] as const;
export type FormFieldId = (typeof formFieldIds)[number];

/** What a correction may be asked for (STP-09): boxes of the form, its parties, attachments and copies. */
export const correctableIds = [
  ...formFieldIds,
  'proposers',
  'agent',
  'copies',
  'pledge',
  'usefulness',
  'identity',
  'powerOfAttorney',
  'other',
  'byRule',
] as const;
export type CorrectableId = (typeof correctableIds)[number];

/** 添付書類. `of` is the proposer whose paper it is, 1 for the first; null = of the whole proposal. */
export interface AttachmentReceipt {
  readonly kind: AttachmentId;
  readonly of: number | null;
  /** The scan; null = on paper alone. */
  readonly file: KeptFile | null;
}

export type Channel = IntakeChannel;

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '';

/** Names of the boxes that are not empty. */
export const filledFields = (form: Partial<ProposalForm & PersonalForm>): FormFieldId[] =>
  formFieldIds.filter((id) => isFilled(form[id]));

/** Whether the party names all that FRM-07 (1) wants of its kind. */
export const isIdentified = (kind: PartyKind, party: PartyDetails): boolean =>
  isFilled(party.name.trim()) && isFilled(party.address) && (kind === 'individual' || isFilled(party.representative));
