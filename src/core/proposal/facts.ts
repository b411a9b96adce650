import type { Circumstances, CommonRefusal } from '../aggregate.ts';
import type { CallStage } from '../call/state.ts';
import type { Decision } from '../decision.ts';
import type { PersonCount } from '../register/entry.ts';
import type { Holding } from './contractState.ts';
import type { ProposalEvent } from './events.ts';
import type { ProposalRefusal } from './refusals.ts';
import type { PartyId, ProposalState } from './state.ts';

/** What a proposal knows of its call and of the file's entry in the register. */
export interface ProposalFacts {
  readonly call: {
    readonly stage: CallStage;
    readonly opensOn: string;
    readonly closesOn: string;
    readonly entries: readonly string[];
    /** Name of the unit that the file is solicited in with others of its kind (EXC-2); null = by itself. */
    readonly group: string | null;
    /** The 募集要綱 in force on the day of the proposal (SEC-15). */
    readonly guidelineVersion: string | null;
    /** Persons of the file as fixed at the close; null while the call runs or where nobody counted. */
    readonly personsAtClose: PersonCount | null;
  } | null;
  readonly entry: {
    readonly fileName: string;
    readonly responsibleOrganization: string;
    readonly recordItems: readonly string[];
    readonly persons: PersonCount | null;
    /** The entry says that third parties are heard (I 24条の3(3)). */
    readonly thirdPartyProcedure: boolean | null;
  } | null;
  /** The other proposals that a command names. */
  readonly proposals: Readonly<
    Record<string, Pick<ProposalState, 'stage' | 'call' | 'entry'> & { readonly proposers: number }>
  >;
  /**
   * Cancellations in the organ's own records whose counterparty bears the name of a proposer (CRI-1); `certain` = the
   * address or the birth date is the same too.
   */
  readonly cancellations: readonly {
    readonly id: string;
    readonly party: PartyId;
    readonly cancelledOn: string;
    readonly certain: boolean;
  }[];
  /** The created data that the proposal is about, as the register shows it (STP-24). */
  readonly created: {
    readonly name: string;
    readonly period: { readonly from: string; readonly to: string } | null;
  } | null;
  /** For the fee of a proposal on created data: what its first contractor had to pay, and who holds a contract on it. */
  readonly createdTerms: { readonly firstFeeYen: number | null; readonly holdings: readonly Holding[] } | null;
  /** Proposals of the same call on the same file that are or were under review, this one counted; null = not asked for. */
  readonly sameCallProposals: number | null;
  /** The proposal that a command names besides its own; null = there is none, or it is the same. */
  readonly other: Pick<ProposalState, 'stage' | 'call' | 'created' | 'entry' | 'number'> | null;
  /** Birth dates of the proposers, for a corrected day of the proposal alone (DDL-16). */
  readonly birthDates: readonly (string | null)[];
  /** The next number of the year; taken for the receipt alone. */
  readonly number: { readonly fiscalYear: number; readonly serial: number } | null;
}

export type Known = ProposalFacts & Circumstances;
export type Decided = Decision<ProposalEvent, ProposalRefusal | CommonRefusal>;

export const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
export const todayOf = ({ now }: Circumstances): string => now.slice(0, 10);
