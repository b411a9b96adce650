import type { Day } from '../calendar/day.ts';
import type { OrganId } from '../role.ts';
import type { Attachment } from './attachment.ts';
import type { CitationKey } from './citationKey.ts';
import type { CommissionReport } from './commissionReport.ts';
import type { Complaints } from './complaints.ts';
import type { Contract } from './contract.ts';
import type { CreatedData } from './createdData.ts';
import type { Creation } from './creation.ts';
import type { Deadlines } from './deadlines.ts';
import type { Delivery } from './delivery.ts';
import type { Disqualification } from './disqualification.ts';
import type { FeeRules } from './feeRules.ts';
import type { Form, FormId } from './form.ts';
import type { Guideline } from './guideline.ts';
import type { Desk, Identity, Terms } from './identity.ts';
import type { IdentityCheck } from './identityCheck.ts';
import type { Intake } from './intake.ts';
import type { Letters } from './letters.ts';
import type { Notice } from './notice.ts';
import type { Penalties } from './penalties.ts';
import type { Provision } from './provision.ts';
import type { Publication } from './publication.ts';
import type { RegisterField } from './registerField.ts';
import type { Review } from './review.ts';
import type { RuleMatter, RuleMatterId } from './ruleMatter.ts';
import type { Solicitation } from './solicitation.ts';
import type { ThirdPartyProcedure } from './thirdPartyProcedure.ts';

/** Where a value stands: `text` as printed (`第８-3(2)`), the organ's source or the act it is from, and the provision of the Act behind it. */
export interface Citation {
  readonly text: string;
  /**
   * Y, I, A, H, K = the own source of the five organs shipped, 機関 = of any other; 法, 規則, 民法 = the national text; 設計 = a choice of this system; 設定 = set by
   * an official of the installation, never in a shipped profile.
   */
  readonly source: string;
  readonly law?: string;
}

/** A value with its source; null = no source gives it, and the step that needs it is refused until an official sets it. */
export type Sourced<Value> = (Citation & { readonly value: Value }) | null;

/** 根拠 with its full name, for headings and legends. */
interface LegalBasis extends Citation {
  readonly name: string;
}

export const recordKinds = ['proposal', 'contract', 'creation', 'complaint', 'register'] as const;
type RecordKind = (typeof recordKinds)[number];

/** The rules of an organ (data, never code), in force from a day (null = on every day) until the next rule set. */
export interface RuleSet {
  readonly organ: OrganId;
  readonly effectiveFrom: Day | null;
  /** Day of the source, where it is no day of entry into force. */
  readonly sourceDate: Sourced<Day>;
  readonly governingDocument: Sourced<string>;
  /** What this rule set took the place of. */
  readonly supersedes: Sourced<string>;
  /** Which day of a case decides under which rule set it is handled. */
  readonly decidingDay: Sourced<'receipt' | 'opening' | 'decision'>;
  readonly identity: Identity;
  readonly terms: Terms;
  readonly legalBasis: readonly LegalBasis[];
  /** The law or ordinance behind the imagined request for disclosure of the second test. */
  readonly disclosureLaw: Sourced<string>;
  readonly desk: Desk;
  readonly letters: Letters;
  readonly solicitation: Solicitation;
  readonly intake: Intake;
  readonly attachments: readonly Attachment[];
  readonly identityCheck: IdentityCheck;
  readonly disqualification: Disqualification;
  readonly review: Review;
  readonly thirdPartyProcedure: ThirdPartyProcedure;
  readonly createdData: CreatedData;
  readonly notice: Notice;
  readonly fee: FeeRules;
  readonly deadlines: Deadlines;
  readonly contract: Contract;
  readonly creation: Creation;
  readonly delivery: Delivery;
  readonly publication: Publication;
  readonly commissionReports: Sourced<readonly CommissionReport[]>;
  readonly complaints: Complaints;
  readonly penalties: Penalties;
  readonly ownership: Sourced<string>;
  readonly guideline: Guideline;
  readonly forms: Readonly<Record<FormId, Form>>;
  readonly registerFields: readonly RegisterField[];
  /** Words of the register's columns for yes and no (`該当`, `非該当`). */
  readonly registerMarks: Sourced<{ readonly yes: string; readonly no: string | null }>;
  /** ※ below an entry of the register. */
  readonly registerNotes: readonly Provision[];
  /** What the organ's text leaves to a rule that is not in it (STP-29). */
  readonly leftToRule: readonly RuleMatter[];
  /** Those rules in an official's words, where no other part of the rule set has a place for them. */
  readonly ruleContents: Readonly<Partial<Record<RuleMatterId, Sourced<string>>>>;
  /** Printed citations that an official may correct, by what they stand for. */
  readonly citations: Readonly<Record<CitationKey, Sourced<string>>>;
  /** Years that records are kept after the case ends (REC-12). */
  readonly retentionYears: Readonly<Record<RecordKind, Sourced<number>>>;
}
