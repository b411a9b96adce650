import type { Provision } from './provision.ts';

export type AttachmentId = 'pledge' | 'usefulness' | 'identity' | 'powerOfAttorney' | 'other' | 'byRule';

/** 添付書類 */
export interface Attachment extends Provision {
  readonly id: AttachmentId;
  /** `agent` = only for a proposal by an agent, `whenAsked` = only where the organ finds it necessary. */
  readonly required: 'always' | 'agent' | 'whenAsked';
}
