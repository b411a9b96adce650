/** A value of a rule set, as an official knows it. */
export interface RuleName {
  readonly area: string;
  readonly name: string;
}

export const ruleName = (path: string): RuleName => ({ area: path.split('.')[0] ?? '', name: path });
