import type { KeptFile } from '../keptFile.ts';

export const releaseStages = ['planned', 'creating', 'created', 'verified', 'packaged', 'provided'] as const;
export type ReleaseStage = (typeof releaseStages)[number];

/** The five items of the 加工基準 (規則62条), each as verified on the output. */
export type StandardResults = Readonly<Record<'1' | '2' | '3' | '4' | '5', boolean>>;

/** 検査の記録: what the engine counted on its own output, reading nothing but that (STP-19). */
export interface CheckRecord {
  readonly passed: boolean;
  readonly items: StandardResults;
  /** Records of the smallest class; null where nothing was written. */
  readonly smallestClass: number | null;
  readonly classes: number;
}

/** What a creation made. */
export interface Creation {
  readonly output: KeptFile;
  /** The organ's own report: 加工方法等情報. */
  readonly report: KeptFile;
  /** The same as a page. */
  readonly reportPage: KeptFile;
  /** The report that may go out with the data. */
  readonly publicReport: KeptFile;
  readonly publicReportPage: KeptFile;
  readonly rows: number;
  readonly outputRows: number;
  readonly suppressedRecords: number;
  /** 本人の数 of the created data. */
  readonly persons: number;
  /** 情報の項目: the columns of the output. */
  readonly items: readonly string[];
  readonly check: CheckRecord;
  readonly engineVersion: string;
}

/** 検査の署名 by a second person. */
export interface Verification {
  readonly by: string;
  readonly on: string;
  readonly note: string;
}

/** 提供の記録 (STP-20, REC-11). Who received it stands in the event's personal record. */
export interface Provision {
  readonly providedOn: string;
  readonly medium: string;
  readonly delivery: 'counter' | 'post';
  /** Number of the medium. */
  readonly mediumNumber: string | null;
  /** How the medium is protected on its way (SEC-12). */
  readonly measures: string;
}

/** What a contractor is told before it begins (SEC-7). */
export const contractorDuties = [
  'processing', // 加工の基準 (法116条2項)
  'security', // 安全管理措置 (法66条2項1号)
  'matching', // 識別行為の禁止等 (法121条3項)
  'confidentiality', // 従事者の義務 (法67条, 法122条)
  'penalties', // 罰則 (法176条, 180条, 183条)
  'chapterFour', // 法第4章
] as const;
export type ContractorDuty = (typeof contractorDuties)[number];

/** 受託者, 再受託者; the name stands in the event's personal record. */
export interface Contractor {
  /** `contractor:1`, `contractor:2` …. */
  readonly contractor: string;
  /** 1 = engaged by the organ. */
  readonly tier: number;
  readonly engagedBy: string | null;
  readonly concludedOn: string;
  readonly conditionPrecedent: boolean;
  readonly duties: readonly ContractorDuty[];
  readonly toldOn: string;
  readonly reportedToDeskOn: string | null;
}

/** 提供の遅れの通知. */
export interface Delay {
  readonly announcedOn: string;
  readonly expectedOn: string;
  readonly reason: string;
  readonly documentNumber: string;
}

/** 作成した情報の公表 on a site that may belong to someone else (PUB-4). */
export interface CreatedDataPublication {
  readonly place: string;
  /** Whom the desk asks; null = its own site. */
  readonly through: string | null;
  readonly requestedOn: string;
  readonly confirmedOn: string | null;
  readonly address: string | null;
}

/** 鍵の廃棄の申出. */
export interface DestructionProposal {
  readonly by: string;
  readonly on: string;
  readonly reason: string;
}

/** 鍵の廃棄 (SEC-4), with two names. */
export interface KeyDestruction {
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly on: string;
  readonly reason: string;
}

/** 行政機関等匿名加工情報の作成と提供 (法116条): one created set as it stands. */
export interface ReleaseState {
  readonly stage: ReleaseStage;
  readonly ruleDay: string;
  readonly proposal: string;
  /** The release whose data is provided again; null = the data is made here. */
  readonly of: string | null;
  readonly entry: string;
  readonly fileName: string;
  readonly responsibleOrganization: string;
  /** 本人の数 that the contract names. */
  readonly wantedPersons: number | null;
  readonly provisionDeadline: string | null;
  readonly source: KeptFile | null;
  readonly recipe: KeptFile | null;
  /** Who set the recipe or started the creation; none of them may verify. */
  readonly creators: readonly string[];
  readonly creation: Creation | null;
  readonly createdOn: string | null;
  /** Why the last creation or verification did not succeed. */
  readonly failure: { readonly place: string; readonly message: string } | null;
  readonly verification: Verification | null;
  readonly package: { readonly file: KeptFile; readonly manifest: KeptFile } | null;
  readonly provision: Provision | null;
  /** Who was told of the duty of confidence (SEC-6). */
  readonly briefed: readonly string[];
  readonly contractors: readonly Contractor[];
  readonly inquiries: readonly { readonly on: string; readonly isAnswered: boolean }[];
  readonly delays: readonly Delay[];
  readonly publication: CreatedDataPublication | null;
  readonly destructionProposal: DestructionProposal | null;
  readonly keyDestruction: KeyDestruction | null;
}
