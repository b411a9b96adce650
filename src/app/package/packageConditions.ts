import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { ProposalForm } from '../../core/proposal/form.ts';
import { formatBothYears } from '../../japan/formatBothYears.ts';
import type { Conditions } from './manifest.ts';

type Agreed = Pick<ProposalForm, 'purpose' | 'method' | 'period'>;

/** What the counterparty is told and bound to, as the contract has it (SEC-1, SEC-2, SEC-4, SEC-8, SEC-10, CRI-6). */
export function packageConditions(rules: RuleSet, { purpose, method, period }: Agreed): Conditions {
  const { citations, ownership, contract } = rules;
  const ban = citations.matchingBan?.value;
  return [
    ...(purpose ? [{ term: '利用の目的', text: purpose }] : []),
    ...(method ? [{ term: '利用の方法', text: method }] : []),
    ...(period
      ? [
          {
            term: '利用の期間',
            text: `${formatBothYears(period.from)}から${formatBothYears(period.to)}まで。終わったときは、複製を含めて速やかに消去し、その旨を報告する。`,
          },
        ]
      : []),
    {
      term: '識別行為の禁止',
      text: `法令に基づく場合を除き、本人を識別するために他の情報と照合してはならない。${ban ? `（${ban}）` : ''}`,
    },
    { term: '再提供の禁止', text: '承諾なく、全部又は一部を第三者に提供してはならない。' },
    { term: '安全管理', text: '提案書に記載した漏えいの防止その他の適切な管理のための措置を講じる。' },
    {
      term: '漏えい等の報告',
      text: `漏えいその他の事故を知ったときは、直ちに次へ報告し、その指示に従う。${deskOf(rules)}`,
    },
    ...(contract.amendment?.value === 'none'
      ? [{ term: '契約条件の変更', text: '契約の締結後は、契約条件の変更は認めない。' }]
      : []),
    {
      term: '契約の解除',
      text: `重大な違反があったときは、契約を解除することがある。${cited(citations.cancellation?.value)}`,
    },
    ...penalties(rules),
    ...(ownership ? [{ term: '著作権', text: ownership.value }] : []),
  ];
}

const cited = (citation: string | undefined): string => (citation ? `（${citation}）` : '');

function deskOf({ desk }: RuleSet): string {
  const ways = [desk.phone && `電話 ${desk.phone.value}`, desk.email && `電子メール ${desk.email.value}`].filter(
    Boolean,
  );
  return `${desk.name?.value ?? '提供した機関の窓口'}${ways.length > 0 ? `（${ways.join('、')}）` : ''}`;
}

/** By the kind of body: the organ's own provisions, or what the Act says of its staff and contractors. */
function penalties({ penalties: { provisions, actPenaltiesApply } }: RuleSet): Conditions {
  if (provisions.length > 0)
    return provisions.map(({ label, wording }) => ({ term: `罰則（${label}）`, text: wording ?? '' }));
  if (actPenaltiesApply === null) return [];
  const { value, text } = actPenaltiesApply;
  return [
    {
      term: '罰則',
      text: value
        ? `提供する機関の職員及び受託業務の従事者であった者を含む取扱者には、${text}による罰則がある。`
        : `${text}により、提供する機関の職員等に個人情報の保護に関する法律の行政機関等の職員の罰則は適用されない。`,
    },
  ];
}
