import type { FormId } from './form.ts';
import type { Provision } from './provision.ts';
import type { Sourced } from './ruleSet.ts';

type NoticeItem = 'contract' | 'feeAmount' | 'feePayment' | 'feeDeadline' | 'delivery' | 'byRule';

export interface Notice {
  /** What the conforming notice must say, in the organ's words. */
  readonly conformingItems: readonly (Provision & { readonly id: NoticeItem })[];
  /** With whom the contract is made, as the notice says it; never derived from `contract.party` (1c-33). */
  readonly contractParty: Sourced<string>;
  readonly issuedBy: Sourced<'responsibleDivision' | 'head' | 'organ'>;
  /** Encloses the blank application and the contract's drafts. */
  readonly encloses: Sourced<readonly FormId[]>;
  /** K: the result goes to each joint proposer individually. */
  readonly individually: Sourced<boolean>;
  /** No 教示文: the result is no administrative disposition (OUT-7). */
  readonly appealNotice: Sourced<boolean>;
}
