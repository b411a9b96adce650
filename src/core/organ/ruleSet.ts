import type { Day } from '../calendar/day.ts';
import type { OrganId } from '../role.ts';
import type { CitationKey } from './citationKey.ts';
import type { FeeRules } from './feeRules.ts';
import type { Form, FormId } from './form.ts';
import type { CriterionId, DisqualificationId, ProcessingStandardId } from './provision.ts';
import type { RegisterField } from './registerField.ts';

/** Where a value stands: `text` as printed (`第８-3(2)`), the seed or act it is from, and the provision of the Act behind it. */
export interface Citation {
  readonly text: string;
  /** Y, I, A, H, K = the organ's own source; 法, 規則, 民法 = the national text; 設計 = a choice of this system. */
  readonly source: string;
  readonly law?: string;
}

/** A value with its source; null = no source gives it, and the step that needs it is refused until an official sets it. */
export type Sourced<Value> = (Citation & { readonly value: Value }) | null;

/**
 * A printed item of a list in the organ's own words: `label` as it is numbered there (`①`, `第7条第4号`).
 * `wording` null = the source gives no words.
 */
export interface Provision extends Citation {
  readonly label: string;
  readonly wording: string | null;
}

/** 審査基準. `id` is stable, label and wording are the organ's. */
export interface Criterion extends Provision {
  readonly id: CriterionId;
}

/** One printed item of the 欠格事由; a printed item may hold several grounds, and a ground several items. */
export interface DisqualificationItem extends Provision {
  readonly ids: readonly DisqualificationId[];
}

/** 加工基準, one of the five. */
export interface ProcessingStandard extends Provision {
  readonly id: ProcessingStandardId;
}

/** 根拠 with its full name, for headings and legends. */
export interface LegalBasis extends Citation {
  readonly name: string;
}

export type BodyKind =
  | 'designatedCity' // 指定都市
  | 'municipality' // 市町村
  | 'prefecturalAgency' // 都道府県の機関
  | 'nationalUniversityCorporation'; // 国立大学法人

export interface Identity {
  readonly name: Sourced<string>;
  readonly bodyKind: Sourced<BodyKind>;
  /** Title of the 行政機関の長等 (`熊本市長`). */
  readonly head: Sourced<string>;
  /** Name of the head, as the notice prints it. */
  readonly headName: Sourced<string>;
  /** Whether the Act binds the organ, so that its national values apply. */
  readonly boundByAct: Sourced<boolean>;
}

/** The organ's own words for the same things. */
export interface Terms {
  /** 行政機関等匿名加工情報 / 実施機関非識別加工情報 */
  readonly data: Sourced<string>;
  /** 保有個人情報 / 個人情報 */
  readonly sourceData: Sourced<string>;
  /** How the organ calls itself in its text (`本学`, `市`, `実施機関`). */
  readonly organ: Sourced<string>;
  readonly centralDesk: Sourced<string>;
  readonly responsibleDivision: Sourced<string>;
  readonly proposer: Sourced<string>;
  /** The user of the data after the contract. */
  readonly recipient: Sourced<string>;
  /** 国民生活 / 市民生活, in the purpose clause. */
  readonly purposeWord: Sourced<string>;
  /** 募集要綱 / 募集要項 */
  readonly callGuideline: Sourced<string>;
  /** 手数料 / 利用料 */
  readonly fee: Sourced<string>;
}

/** 提案を受ける組織 and how to reach it. */
export interface Desk {
  readonly name: Sourced<string>;
  readonly postalCode: Sourced<string>;
  readonly address: Sourced<string>;
  readonly phone: Sourced<string>;
  readonly fax: Sourced<string>;
  readonly email: Sourced<string>;
}

/** Local hours of the counter, both ends open (DDL-03). */
export interface CounterHours {
  /** `09:00` */
  readonly from: string;
  readonly through: string;
}

/** A yearly span of closed days by month and day, wrapping over the new year (`12-29` … `01-03`). */
export interface YearEnd {
  readonly from: string;
  readonly through: string;
}

export type PrePublishedItem = 'period' | 'fileList' | 'fileOutlines';

/** 提案の募集の対象となる個人情報ファイルの要件, in the order of 法60条3項. */
export const fileTestIds = ['published', 'disclosable', 'unhindered'] as const;

export interface FileTest extends Provision {
  readonly id: (typeof fileTestIds)[number];
}

export interface Solicitation {
  /** Whether the organ must solicit at all. */
  readonly mandatory: Sourced<boolean>;
  /** Calls a fiscal year, counted by the opening day (1c-27). */
  readonly perFiscalYear: Sourced<number>;
  /** The organ's words for it (`毎年度1回以上`, `随時又は定期的に`). */
  readonly frequencyWording: Sourced<string>;
  /** Days of the shortest window, first day not counted (DDL-01). */
  readonly minDays: Sourced<number>;
  /** EXC-2: files of the same kind over several divisions may be solicited as one. */
  readonly groupedFiles: Sourced<boolean>;
  /** The three tests that a file must meet (STP-01), in this order. */
  readonly fileTests: readonly FileTest[];
  /** Words about who may propose, before the 欠格事由. */
  readonly eligibility: Sourced<string>;
}

export type IntakeChannel = 'inPerson' | 'post' | 'correspondenceDelivery' | 'writing' | 'online';

export interface Intake {
  /** `writing` = 書面, with nothing said on how it arrives. */
  readonly channels: Sourced<readonly IntakeChannel[]>;
  readonly onlineFiling: Sourced<boolean>;
  /** `hh:mm` on the closing day until which an online submission is in time. */
  readonly closingTime: Sourced<string>;
  /** Whether arrival (必着) or dispatch decides for mail. */
  readonly arrivalRule: Sourced<'arrival' | 'dispatch'>;
  /** Sets of papers to hand in. */
  readonly copies: Sourced<number>;
  readonly counter: Sourced<CounterHours>;
  /** Red inscription of the envelope's front. */
  readonly envelopeNote: Sourced<string>;
  /** Staff look at drafts beforehand, without any assurance (STP-05). */
  readonly preCheck: Sourced<boolean>;
  /** The desk stamps, copies and forwards at once (STP-06). */
  readonly receiptStamp: Sourced<boolean>;
  readonly papersReturned: Sourced<boolean>;
  /** Whether a change of the draft's data must be asked for with a period (DDL-11). */
  readonly correctionPeriodRequired: Sourced<boolean>;
  readonly correctionBy: Sourced<'responsibleDivision' | 'head' | 'organ'>;
}

export type AttachmentId = 'pledge' | 'usefulness' | 'identity' | 'powerOfAttorney' | 'other' | 'byRule';

/** 添付書類 */
export interface Attachment extends Provision {
  readonly id: AttachmentId;
  /** `agent` = only for a proposal by an agent, `whenAsked` = only where the organ finds it necessary. */
  readonly required: 'always' | 'agent' | 'whenAsked';
}

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

export interface Disqualification {
  readonly items: readonly DisqualificationItem[];
  /** 拘禁刑 / 禁錮: the printed word; the check treats 懲役, 禁錮 and 拘禁刑 alike. */
  readonly sentenceTerm: Sourced<string>;
  /** Years of the bar, the day itself counted (DDL-06). */
  readonly barYears: Sourced<number>;
  readonly officerDefinition: Sourced<string>;
  /** Bodies that can't propose at all (DQ-7). */
  readonly excludedBodies: Sourced<readonly string[]>;
  /** The rest of that list, which the source has lost (1c-36). */
  readonly furtherExcludedBodies: Sourced<readonly string[]>;
}

export interface Review {
  readonly body: Sourced<'responsibleDivision' | 'committee' | 'organ' | 'city'>;
  /** Name of the committee that reviews on referral. */
  readonly committee: Sourced<string>;
  /** The reviewing division consults the desk. */
  readonly consultsCentralDesk: Sourced<boolean>;
  readonly criteria: readonly Criterion[];
  readonly minPersons: Sourced<number>;
  /** 名寄せ後の数 / 延べ数 */
  readonly countBasis: Sourced<'unique' | 'cumulative'>;
  /** Day whose count decides (DDL-14). */
  readonly countAsOf: Sourced<'callClose'>;
  /** Longest 利用期間 in months, where one is fixed. */
  readonly maxUsePeriodMonths: Sourced<number>;
  /** What the source leaves to a rule for CRI-7; of no use where the criterion has words of its own. */
  readonly criterion7Standard: Sourced<string>;
  /** STP-12: merging or aligning of many proposals, with consent. */
  readonly mergeByConsent: Sourced<boolean>;
}

export interface ThirdPartyProcedure {
  readonly enabled: Sourced<boolean>;
  readonly removesObjectors: Sourced<boolean>;
  /** Days given for an opinion. */
  readonly opinionDays: Sourced<number>;
  /** Days between the decision and the notice to third parties, and other manner (1c-42). */
  readonly manner: Sourced<string>;
}

/** 作成された行政機関等匿名加工情報 (STP-24). */
export interface CreatedData {
  readonly criteria: Sourced<readonly CriterionId[]>;
  readonly agents: Sourced<boolean>;
  readonly corrections: Sourced<boolean>;
  /** Whether the register shows a period within which proposals can be made. */
  readonly proposalPeriod: Sourced<boolean>;
}

export type NoticeItem = 'contract' | 'feeAmount' | 'feePayment' | 'feeDeadline' | 'delivery' | 'byRule';

export interface Notice {
  /** What the conforming notice must say, in the organ's words. */
  readonly conformingItems: readonly (Provision & { readonly id: NoticeItem })[];
  /** With whom the contract is made, as the notice says it; never derived from `contract.party` (1c-33). */
  readonly contractParty: Sourced<string>;
  readonly issuedBy: Sourced<'responsibleDivision' | 'head' | 'organ'>;
  /** Encloses the blank application and the contract's drafts. */
  readonly encloses: Sourced<readonly FormId[]>;
  /** K: the result goes to each joint proposer individually. */
  readonly individually: Sourced<boolean>;
  /** No 教示文: the result is no administrative disposition (OUT-7). */
  readonly appealNotice: Sourced<boolean>;
}

export interface ApplicationDeadline {
  readonly months: number;
  /** 起算日: the day after the notice's date. */
  readonly from: 'dayAfterNotice';
  readonly onClosedDay: 'nextOpenDay';
}

/** Acts for which sources know only a word (直ちに, 速やかに); the days are the organ's own target (DDL-09). */
export const promptActIds = [
  'forwarding',
  'review',
  'provision',
  'delayNotice',
  'violationNotice',
  'cancellationNotice',
  'changeNotice',
  'complaint',
] as const;
export type PromptActId = (typeof promptActIds)[number];

export interface PromptAct {
  readonly word: Sourced<string>;
  readonly targetDays: Sourced<number>;
}

export interface Deadlines {
  readonly contractApplication: Sourced<ApplicationDeadline>;
  readonly fee: Sourced<'sameAsApplication' | 'dayFixedByOrgan'>;
  readonly promptActs: Readonly<Record<PromptActId, PromptAct>>;
  /** 年末年始 of the closed days. */
  readonly yearEnd: Sourced<YearEnd>;
}

export interface Contract {
  readonly party: Sourced<string>;
  readonly copies: Sourced<number>;
  /** 収入印紙 on one of the copies where the contract is taxable. */
  readonly stampDutyOnOneCopy: Sourced<boolean>;
  readonly signingAfterFee: Sourced<boolean>;
  /** What follows when the counterparty wants to change something. */
  readonly amendment: Sourced<'none' | 'newProposal' | 'changeNoticeOrNewProposal' | 'changeNotice'>;
  /** CAN-1..3, in the organ's words. */
  readonly cancellationGrounds: readonly (Provision & { readonly id: CancellationGroundId })[];
  /** CAN-4: also on grounds of the contract itself. */
  readonly cancellableOnContractGrounds: Sourced<boolean>;
  readonly cancelledBy: Sourced<'responsibleDivision' | 'head' | 'city'>;
  /** The committee may be consulted on cancellation. */
  readonly cancellationConsultation: Sourced<boolean>;
}

export type CancellationGroundId = 'CAN-1' | 'CAN-2' | 'CAN-3';

export interface Creation {
  readonly standards: readonly ProcessingStandard[];
  readonly trigger: Sourced<'afterContract'>;
  readonly outsourcing: Sourced<boolean>;
  /** Outsourcing over several tiers is provided for. */
  readonly subOutsourcing: Sourced<boolean>;
  /** The outsourcing contract stands under the condition of the use contract (STP-13). */
  readonly conditionPrecedent: Sourced<boolean>;
  readonly reportsOutsourcingToDesk: Sourced<boolean>;
  /** STP-19: the data is checked before it is provided. */
  readonly checkedBeforeProvision: Sourced<boolean>;
  /** The council's opinion must be had before these standards are set (STP-27). */
  readonly councilOpinion: Sourced<readonly ('processingStandard' | 'securityStandard')[]>;
  readonly securityStandards: readonly Provision[];
  readonly confidentiality: Sourced<string>;
  readonly matchingBan: Sourced<string>;
}

export type Medium = 'CD-R' | 'DVD-R';

export interface Delivery {
  readonly media: Sourced<readonly Medium[]>;
  readonly methods: Sourced<readonly ('counter' | 'post')[]>;
  /** The way that the proposal chose is followed. */
  readonly asProposed: Sourced<boolean>;
}

/** Until when something must be published, seen from the opening day, and what follows when it is not (PUB-2, PUB-3). */
export interface PublicationGate {
  readonly place: string;
  readonly published: 'onOrBeforeOpening' | 'beforeOpening';
  readonly otherwise: 'block' | 'warn';
}

export interface Publication {
  readonly register: Sourced<string>;
  readonly guideline: Sourced<PublicationGate>;
  readonly beforeOpening: Sourced<PublicationGate & { readonly items: readonly PrePublishedItem[] }>;
  /** Where created data is published: owner of the site and whom the desk asks. */
  readonly createdData: Sourced<{ readonly place: string; readonly through: string | null }>;
  /** The items of that publication, in the organ's words. */
  readonly createdDataItems: readonly Provision[];
  /** H 18: other 匿名加工情報 given to third parties is published in advance. */
  readonly otherAnonymizedInformation: Sourced<boolean>;
  /** Blank forms offered for download. */
  readonly blankForms: Sourced<readonly FormId[]>;
}

export type CommissionReport = 'violation' | 'cancellationIntent' | 'cancelled';

export interface Complaints {
  readonly units: Sourced<readonly string[]>;
  /** あっせん to other organs. */
  readonly mediation: Sourced<boolean>;
}

export interface Penalties {
  /** Articles that contractors are told of. */
  readonly toldToContractors: Sourced<readonly string[]>;
  /** Whether the penalties of 法176条, 180条 and 181条 apply to this kind of body (法125条2項). */
  readonly actPenaltiesApply: Sourced<boolean>;
  readonly provisions: readonly Provision[];
  /** 過料 for escaping the fee: at most `multiple` times the escaped amount, or `floorYen` if that is less. */
  readonly feeFraudFine: Sourced<{ readonly multiple: number; readonly floorYen: number }>;
}

export const guidelineSectionIds = [
  'purpose',
  'files',
  'proposers',
  'period',
  'method',
  'criteria',
  'result',
  'contract',
  'notes',
  'contact',
] as const;
export type GuidelineSectionId = (typeof guidelineSectionIds)[number];

/** A section of the call guideline in the organ's words; what a call adds (period, lists) is not in it. */
export interface GuidelineSection {
  readonly id: GuidelineSectionId;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** `{fiscalYear}` in title and preamble stands for the 年度 (`令和7年度`). */
export interface Guideline {
  readonly title: Sourced<string>;
  readonly preamble: Sourced<string>;
  readonly sections: Sourced<readonly GuidelineSection[]>;
  /** 留意事項 */
  readonly notes: readonly Provision[];
}

export const recordKinds = ['proposal', 'contract', 'creation', 'complaint', 'register'] as const;
export type RecordKind = (typeof recordKinds)[number];

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
  /** Printed citations that an official may correct, by what they stand for. */
  readonly citations: Readonly<Record<CitationKey, Sourced<string>>>;
  /** Years that records are kept after the case ends (REC-12). */
  readonly retentionYears: Readonly<Record<RecordKind, Sourced<number>>>;
}
