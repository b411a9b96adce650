import type { Sourced } from './ruleSet.ts';

type BodyKind =
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
