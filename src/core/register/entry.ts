/** 提案を受ける組織、開示等請求を受理する組織: a desk with its address (法74条1項、110条). */
export interface Desk {
  readonly name: string;
  readonly address: string;
}

/** 記録項目: one item recorded in a file (法74条1項4号). */
export interface RecordItem {
  readonly name: string;
  /** 「記録がない場合あり」: the item may be absent for some persons. */
  readonly mayBeAbsent: boolean;
}

/** 個人情報ファイルの種別 (法60条2項1号・2号): 電算処理ファイル or マニュアル処理ファイル. */
export type FileKind = 'electronic' | 'manual';

/** What an entry of the 個人情報ファイル簿 says about its file (法74条1項、75条; FRM-01). Null = the entry is silent. */
export interface EntryContents {
  readonly fileName: string;
  /** 行政機関等の名称, 実施機関の名称. */
  readonly organName: string;
  /** 所管組織, 事務をつかさどる組織. */
  readonly responsibleOrganization: string;
  readonly purpose: string;
  readonly recordItems: readonly RecordItem[];
  readonly recordScope: string;
  readonly collectionMethod: string | null;
  /** 要配慮個人情報を含む. */
  readonly sensitiveInformation: boolean | null;
  /** 条例要配慮個人情報を含む. */
  readonly ordinanceSensitiveInformation: boolean | null;
  /** 経常的提供先; empty = none. */
  readonly regularRecipients: readonly string[];
  readonly disclosureDesk: Desk | null;
  /** 訂正・利用停止の特別の手続. */
  readonly specialProcedure: string | null;
  readonly fileKind: FileKind;
  /** An electronic file that also has a manual copy (Ichikawa: 規則6条8号; the Act: 令21条7項). */
  readonly manualCopy: boolean | null;
  /** 第三者保護手続が執られるファイル (Ichikawa 24条の3(3)). */
  readonly thirdPartyProcedure: boolean | null;
  readonly remarks: string | null;
}

/** 作成・修正年月日. `asWritten` keeps the text of a register that came in, such as 平成31年7月1日. */
export interface EntryDate {
  readonly on: string;
  readonly asWritten: string | null;
}

/** 本人の数 on a day: after 名寄せ, and 延べ (1c-08). */
export interface PersonCount {
  readonly uniquePersons: number;
  readonly cumulativePersons: number;
  readonly countedOn: string;
}

export interface TestResult {
  readonly passed: boolean;
  readonly reason: string;
}

/** The three tests of 法60条3項; all must hold before the file is flagged (STP-01). */
export interface SolicitationTests {
  /** 1号: the file is listed in the published register. */
  readonly published: TestResult;
  /** 2号: on a request it would be disclosed in all or part, or a third party could file an opinion. */
  readonly disclosure: TestResult;
  /** 3号: creating the data does not hinder proper running. */
  readonly noHindrance: TestResult;
}
export type SolicitationTest = keyof SolicitationTests;

/** Parts that an entry may omit where listing them would seriously hinder the work (EXC-6, 法75条3項). */
export interface Omission {
  readonly parts: readonly ('collectionMethod' | 'regularRecipients')[];
  /** Names of the 記録項目 that are left out. */
  readonly recordItems: readonly string[];
  readonly reason: string;
}

/** Why the register doesn't apply to a file (EXC-7; 法74条2項). */
export const exemptionGrounds = [
  'anonymizedData',
  'deletedInformation',
  'fewPersons',
  'byRule',
  'stateSecurity',
  'criminalInvestigation',
  'staffPersonnel',
  'testProcessing',
  'copyOfPublishedFile',
  'erasedWithinOneYear',
  'contactList',
  'staffResearch',
  'manualFile',
] as const;
export type ExemptionGround = (typeof exemptionGrounds)[number];

/** Why an entry is taken out of the register. */
export const deletionGrounds = ['noLongerHeld', 'belowMinimum', 'listedByMistake'] as const;
export type DeletionGround = (typeof deletionGrounds)[number];

/** 法117条: what the register says about data that was created from the file (FRM-03). */
export interface CreatedData {
  readonly release: string;
  readonly name: string;
  readonly persons: number;
  readonly items: readonly string[];
  readonly desk: Desk;
  /** 作成された情報について提案をすることができる期間; null where the organ has none (Ichikawa). */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly createdOn: string;
}

/** A correction of the entry: what was changed, from what to what, why. */
export interface Correction {
  readonly correctedOn: string;
  readonly reason: string;
  readonly before: Partial<EntryContents>;
  readonly after: Partial<EntryContents>;
}
