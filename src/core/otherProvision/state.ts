export const otherProvisionStages = ['prepared', 'announced', 'handedOver'] as const;

/** 匿名加工情報 (not 行政機関等匿名加工情報) that is to be given to a third party (H 18条, FRM-26). */
export interface OtherProvisionState {
  readonly stage: (typeof otherProvisionStages)[number];
  readonly ruleDay: string;
  readonly name: string;
  readonly items: readonly string[];
  readonly way: string;
  /** The provision of law that asks for it; null = none does, so that it is published before. */
  readonly byLaw: string | null;
  readonly announcedOn: string | null;
  readonly place: string | null;
  readonly handedOverOn: string | null;
  readonly statedBy: 'mail' | 'paper' | null;
}
