/** Every role of the procedure, with the Japanese term of the glossary. */
export const roles = [
  'proposer', // 提案者; after the contract 契約の相手方
  'agent', // 代理人
  'thirdParty', // 第三者
  'complainant', // 苦情申出人
  'centralDesk', // 総務課
  'responsibleDivision', // 担当課
  'head', // 行政機関の長等
  'committee', // 個人情報管理委員会
  'council', // 個人情報保護審議会
  'creator', // 加工担当者
  'verifier', // 検査担当者
  'contractor', // 受託者
  'auditor', // 監査担当者
  'administrator', // 管理者
  'system', // clock and jobs
] as const;

export type Role = (typeof roles)[number];

/** Who acts. `person` tells people apart; the same person may hold several roles and acts in one at a time. */
export interface Actor {
  readonly person: string;
  readonly role: Role;
  readonly organ: OrganId;
  /** Whose office the person holds for the day (代理); absent = the person's own. */
  readonly inPlaceOf?: string;
  /** 担当課 of a member of staff; absent for a person of the whole organ. */
  readonly division?: string;
}

declare const organId: unique symbol;
/** The id of an organ: lower-case letters, digits and hyphens. */
export type OrganId = string & { readonly [organId]: true };
