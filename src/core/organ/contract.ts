import type { Provision } from './provision.ts';
import type { Citation, Sourced } from './ruleSet.ts';

type CancellationGroundId = 'CAN-1' | 'CAN-2' | 'CAN-3';

/** 条項 that the organ adds to the model of the use contract. */
export interface AddedClause extends Citation {
  readonly heading: string;
  readonly texts: readonly string[];
}

export interface Contract {
  readonly party: Sourced<string>;
  readonly copies: Sourced<number>;
  /** 収入印紙 on one of the copies where the contract is taxable. */
  readonly stampDutyOnOneCopy: Sourced<boolean>;
  readonly signingAfterFee: Sourced<boolean>;
  /** What follows when the counterparty wants to change something. */
  readonly amendment: Sourced<'none' | 'newProposal' | 'changeNoticeOrNewProposal' | 'changeNotice'>;
  /** CAN-1..3, in the organ's words. */
  readonly cancellationGrounds: readonly (Provision & { readonly id: CancellationGroundId })[];
  /** CAN-4: also on grounds of the contract itself. */
  readonly cancellableOnContractGrounds: Sourced<boolean>;
  readonly addedClauses: readonly AddedClause[];
  readonly cancelledBy: Sourced<'responsibleDivision' | 'head' | 'city'>;
  /** The committee may be consulted on cancellation. */
  readonly cancellationConsultation: Sourced<boolean>;
}
