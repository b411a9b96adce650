import type { Role } from '../core/role.ts';

/** What each role is called where the organ has no word of its own. */
export const roleWords: Record<Role, string> = {
  proposer: '提案者',
  agent: '代理人',
  thirdParty: '第三者',
  complainant: '苦情申出人',
  centralDesk: '総務担当課',
  responsibleDivision: '担当課',
  head: '機関の長',
  committee: '個人情報管理委員会',
  council: '個人情報保護審議会',
  creator: '加工担当者',
  verifier: '検査担当者',
  contractor: '受託者',
  auditor: '監査担当者',
  administrator: '管理者',
  system: 'システム',
};
