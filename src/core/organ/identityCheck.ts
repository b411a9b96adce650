import type { Provision } from './provision.ts';
import type { Sourced } from './ruleSet.ts';

export type IdentityDocumentId =
  | 'driverLicence' // 運転免許証
  | 'healthQualificationCertificate' // 健康保険の資格確認書
  | 'healthInsuranceCard' // 健康保険の被保険者証
  | 'myNumberCard' // 個人番号カード
  | 'residenceCard' // 在留カード
  | 'specialPermanentResidentCertificate' // 特別永住者証明書
  | 'registryCertificate' // 登記事項証明書
  | 'sealCertificate' // 印鑑登録証明書
  | 'otherLegal'; // その他法令により交付された書類

export interface IdentityDocument extends Provision {
  readonly id: IdentityDocumentId;
  /** Made at most so many months before the proposal day; null = no limit is stated. */
  readonly maxAgeMonths: number | null;
}

export interface IdentityCheck {
  readonly individual: readonly IdentityDocument[];
  readonly corporate: readonly IdentityDocument[];
  /** Months before the proposal day within which a corporate certificate must have been made (DDL-07). */
  readonly corporateCertificateMonths: Sourced<number>;
  /** DDL-08: the individual's paper must be valid on the proposal day. */
  readonly validOnProposalDay: Sourced<boolean>;
  /** Entries of the paper that must equal the proposal's. */
  readonly individualMatches: Sourced<readonly ('name' | 'address')[]>;
  readonly corporateMatches: Sourced<readonly ('name' | 'address' | 'representative')[]>;
  /** CHK-ID-3: another fitting paper for unavoidable reasons. */
  readonly otherForUnavoidableReason: Sourced<boolean>;
  /** CHK-ID-4: who is identified when an agent files. */
  readonly identifiedWithAgent: Sourced<readonly ('proposer' | 'agent')[]>;
  /** CHK-ID-5: a paper of the contact person may be asked for. */
  readonly contactPersonPaper: Sourced<boolean>;
}
