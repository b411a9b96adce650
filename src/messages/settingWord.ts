const names: Readonly<Record<string, string>> = {
  'solicitation.minDays': '募集期間の最短日数',
  'intake.channels': '提出の方法',
  'intake.arrivalRule': '郵送の到達主義・発信主義の別',
  'intake.closingTime': '電子申請の締切時刻',
  'review.minPersons': '本人の数の下限',
};

/** The Japanese name of a setting of the rule set, by its path. */
export const settingWord = (setting: string): string => names[setting] ?? setting;
