import type { KeptFile } from '../keptFile.ts';
import type { OutgoingAct } from './outgoingActs.ts';
import type { Approval } from './state.ts';

/**
 * A command whose paper bears a 文書番号 that nothing else of the case needs. Null or absent = the number of the draft; where
 * none was taken with it either, the paper deliberately bears none.
 */
export interface NumberedAct {
  readonly documentNumber?: string | null;
}

/** 起案. */
export interface DraftAct {
  readonly do: 'draftAct';
  readonly act: OutgoingAct;
  readonly note: string;
  readonly files: readonly KeptFile[];
  /** 文書番号, where one is taken with the draft. */
  readonly documentNumber?: string | null;
}

/** 決裁, 専決 or 代決 by another person than the drafter. */
export interface ApproveDraft extends Omit<Approval, 'on' | 'inPlaceOf'> {
  readonly do: 'approveDraft';
  readonly act: OutgoingAct;
}

/** 差戻し. */
export interface ReturnDraft {
  readonly do: 'returnDraft';
  readonly act: OutgoingAct;
  readonly reason: string;
}

/** An approval that went its way on paper or in another system. */
export interface RecordApproval extends Omit<Approval, 'inPlaceOf'> {
  readonly do: 'recordApproval';
  readonly act: OutgoingAct;
  readonly draftedOn: string;
  readonly note: string;
  readonly documentNumber?: string | null;
}

/** What can be said of every act that goes out, whatever kind of case it is of. */
export type ApprovalCommand = DraftAct | ApproveDraft | ReturnDraft | RecordApproval;
