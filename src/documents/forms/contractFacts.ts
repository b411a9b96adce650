import type { PartyDetails } from '../../core/proposal/form.ts';

/** 加工の方法: an item of the data and how detailed it is. */
export interface ItemFacts {
  readonly item: string;
  readonly detail: string;
}

/** What a use contract is about (FRM-16, FRM-20). Days are `YYYY-MM-DD`; null = not agreed. */
export interface UseContractFacts {
  readonly documentNumber: string;
  /** Day of the signature; null in a draft that goes out with the notice. */
  readonly signedOn: string | null;
  /** Day of the draft's file. */
  readonly draftedOn: string;
  /** Who contracts for the organ. */
  readonly contractParty: string;
  /** 契約の相手方; several of a joint proposal. */
  readonly counterparties: readonly Pick<PartyDetails, 'name' | 'address' | 'representative'>[];
  /** 個人情報ファイルの名称; of created data its own name. */
  readonly subject: string;
  readonly persons: number | null;
  readonly items: readonly ItemFacts[];
  readonly purposeOfUse: string;
  readonly methodOfUse: string;
  readonly usePeriod: { readonly from: string; readonly to: string } | null;
  readonly placeOfUse: string;
  readonly handlers: string;
  readonly delivery: string;
  readonly provisionDeadline: string | null;
  readonly feeYen: number;
  /** Null = not paid yet: the contract then says until when. */
  readonly feePaidOn: string | null;
  readonly feeDeadline: string | null;
  /** SHA-256 of the organ's public key, 64 hexadecimal digits: what the package's signature is checked against. */
  readonly keyFingerprint: string;
  /** Whether 収入印紙 has to be put on this copy (FEE-13). */
  readonly taxStamp: boolean;
  /** Which copy: 甲 keeps the first, 乙 the second. */
  readonly copy: { readonly number: number; readonly of: number } | null;
  /** Clauses that the division adds for this proposal (A 第７(1)ア(ｲ)). */
  readonly addedClauses: readonly { readonly heading: string; readonly texts: readonly string[] }[];
}
