import type { ReportableFact } from '../core/proposal/reviewState.ts';

/** 欠格事由に当たる事実, as an official chooses among them. */
export const barringFactWords: Readonly<Record<ReportableFact, string>> = {
  minor: '未成年者',
  adultWard: '成年被後見人',
  curatorship: '被保佐人',
  impairedCapacity: '精神の機能の障害',
  bankrupt: '破産手続開始の決定を受けて復権を得ないこと',
  imprisonment: '拘禁刑以上の刑',
  imprisonmentWithWork: '懲役の刑',
  imprisonmentWithoutWork: '禁錮の刑',
  penaltyUnderAct: '個人情報の保護に関する法律による刑',
  penaltyUnderOrdinance: 'この機関の条例による刑',
  penaltyUnderAdministrativeOrgansAct: '行政機関個人情報保護法による刑',
  penaltyUnderIncorporatedAgenciesAct: '独立行政法人等個人情報保護法による刑',
  penaltyUnderOtherOrdinance: '他の地方公共団体の条例による刑',
  cancelledByOrgan: 'この機関による契約の解除',
  cancelledByOtherOrgan: '他の行政機関等による契約の解除',
  cancelledUnderAdministrativeOrgansAct: '行政機関個人情報保護法による契約の解除',
  cancelledUnderIncorporatedAgenciesAct: '独立行政法人等個人情報保護法による契約の解除',
  cancelledUnderOtherOrdinance: '他の地方公共団体の条例による契約の解除',
};
