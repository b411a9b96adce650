import type { OrganId } from '../../core/role.ts';

/** What was done to a log. */
export type FaultKind =
  /** The line is none of an export. */
  | 'unreadable'
  /** The contents of an entry are not those that were hashed. */
  | 'altered'
  /** An entry is missing, was put in, or stands in another place. */
  | 'order'
  /** An entry does not follow the one before it. */
  | 'link'
  /** A checkpoint was altered, removed or put in. */
  | 'checkpoint'
  /** The chain is not the one that was signed. */
  | 'rewritten'
  /** The signature is not of the key that the checkpoint names. */
  | 'signature'
  /** A key that nobody named. */
  | 'key'
  /** More entries than ever are unsigned. */
  | 'unsigned'
  /** The file does not hold what its end says. */
  | 'end'
  /** The chain does not hold a checkpoint that is known from elsewhere. */
  | 'since'
  /** An organ is not in the file. */
  | 'missing';

/** The first thing that is wrong with a chain. */
export interface ChainFault {
  readonly fault: FaultKind;
  /** The first entry that may be bad; null where the fault is in no entry. */
  readonly from: number | null;
  /** The last entry that may be the first bad one. */
  readonly through: number | null;
  /** In Japanese: what is wrong, and where. */
  readonly detail: string;
}

/** The same, with its place in the file. */
export interface AuditFault extends ChainFault {
  readonly organ: OrganId | null;
  /** From 1. */
  readonly line: number;
}

export const faultAt = (fault: FaultKind, number: number, detail: string): ChainFault => ({
  fault,
  from: number,
  through: number,
  detail,
});

export const faultWithin = (fault: FaultKind, from: number, through: number, detail: string): ChainFault => ({
  fault,
  from,
  through,
  detail,
});
