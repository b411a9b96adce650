import type { RuleSet } from '../../core/organ/ruleSet.ts';

/** The organ's own words for what every paper speaks of. */
export interface OrganWords {
  /** Name of the organ. */
  readonly name: string;
  /** Who signs and is written to: the office of the head; the organ where no source names it. */
  readonly head: string;
  /** 行政機関等匿名加工情報 / 実施機関非識別加工情報 */
  readonly data: string;
  /** 保有個人情報 / 個人情報 */
  readonly source: string;
  readonly fee: string;
  readonly desk: string;
  readonly division: string;
  /** 国民生活 / 市民生活 */
  readonly life: string;
  /** 様 or 殿 after an office. */
  readonly honorific: string;
}

export function organWords({ identity, terms, desk, letters }: RuleSet): OrganWords {
  const name = identity.name?.value ?? '';
  return {
    name,
    head: headOf(name, identity.head?.value),
    data: terms.data?.value ?? '',
    source: terms.sourceData?.value ?? '',
    fee: terms.fee?.value ?? '手数料',
    desk: desk.name?.value ?? terms.centralDesk?.value ?? name,
    division: terms.responsibleDivision?.value ?? '担当課',
    life: terms.purposeWord?.value ?? '',
    honorific: letters.honorific?.value ?? '様',
  };
}

/** An office that does not name its body (総長) is printed with it. */
function headOf(name: string, head: string | undefined): string {
  if (head === undefined) return name;
  return head.startsWith(name.slice(0, 2)) || name === '' ? head : `${name}${head}`;
}
