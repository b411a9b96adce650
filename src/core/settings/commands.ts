/** 規程の値の設定 (STP-29): a value that no source gives, or another in the place of a given one. */
export interface SetRuleValue {
  readonly do: 'setRuleValue';
  /** Path of the value in the rule set: `intake.arrivalRule`. */
  readonly setting: string;
  /** In the shape that the rule set has for it. */
  readonly value: unknown;
  /** The decision or provision it rests on, as it is to be cited. */
  readonly text: string;
  /** The day from which the rule holds (`YYYY-MM-DD`). */
  readonly from: string;
  /** The official knows that the organ's own text gives another value. */
  readonly correctsSource: boolean;
  readonly reason: string;
}

/** What is printed of a place of the rule set; a member that is absent stays as it is. */
export interface Printed {
  /** 引用 */
  readonly text?: string;
  /** 法の条項 */
  readonly law?: string;
  /** 条項番号 */
  readonly label?: string;
  /** 文言 */
  readonly wording?: string;
  /** 名称, of a form or a legal basis */
  readonly name?: string;
  /** 様式番号 */
  readonly number?: string;
}
export const printedMembers = [
  'text',
  'law',
  'label',
  'wording',
  'name',
  'number',
] as const satisfies readonly (keyof Printed)[];

/** What stood there; null = the source prints nothing. */
export type PrintedBefore = Readonly<Partial<Record<keyof Printed, string | null>>>;

/** 引用、条項番号、文言の訂正 (1c-04, 1c-35): what is printed was wrong; the rule is the same. */
export interface CorrectCitation {
  readonly do: 'correctCitation';
  /** Path of the place: `review.criteria.CRI-2`, `solicitation.minDays`. */
  readonly setting: string;
  readonly printed: Printed;
  /** null = an error of print: corrected in every case; a day = for cases from that day on. */
  readonly from: string | null;
  readonly reason: string;
}

/** 設定の取消し: what the source says (or leaves open) stands again for cases from this day on. */
export interface WithdrawSetting {
  readonly do: 'withdrawSetting';
  readonly setting: string;
  readonly reason: string;
}

export type SettingsCommand = SetRuleValue | CorrectCitation | WithdrawSetting;
