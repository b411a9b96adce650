import type { Sourced } from './ruleSet.ts';

/** Local hours of the counter, both ends open (DDL-03). */
export interface CounterHours {
  /** `09:00` */
  readonly from: string;
  readonly through: string;
}

export type IntakeChannel = 'inPerson' | 'post' | 'correspondenceDelivery' | 'writing' | 'online';

export interface Intake {
  /** `writing` = 書面, with nothing said on how it arrives. */
  readonly channels: Sourced<readonly IntakeChannel[]>;
  readonly onlineFiling: Sourced<boolean>;
  /** `hh:mm` on the closing day until which an online submission is in time. */
  readonly closingTime: Sourced<string>;
  /** Whether arrival (必着) or dispatch decides for mail. */
  readonly arrivalRule: Sourced<'arrival' | 'dispatch'>;
  /** Sets of papers to hand in. */
  readonly copies: Sourced<number>;
  readonly counter: Sourced<CounterHours>;
  /** Red inscription of the envelope's front. */
  readonly envelopeNote: Sourced<string>;
  /** Staff look at drafts beforehand, without any assurance (STP-05). */
  readonly preCheck: Sourced<boolean>;
  /** The desk stamps, copies and forwards at once (STP-06). */
  readonly receiptStamp: Sourced<boolean>;
  readonly papersReturned: Sourced<boolean>;
  /** A request for correction must name a period (DDL-11). */
  readonly correctionPeriodRequired: Sourced<boolean>;
  readonly correctionBy: Sourced<'responsibleDivision' | 'head' | 'organ'>;
}
