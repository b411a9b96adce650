import type { ProcessingStandard, Provision } from './provision.ts';
import type { Sourced } from './ruleSet.ts';

export interface Creation {
  readonly standards: readonly ProcessingStandard[];
  readonly trigger: Sourced<'afterContract'>;
  readonly outsourcing: Sourced<boolean>;
  /** Outsourcing over several tiers is provided for. */
  readonly subOutsourcing: Sourced<boolean>;
  /** The outsourcing contract stands under the condition of the use contract (STP-13). */
  readonly conditionPrecedent: Sourced<boolean>;
  readonly reportsOutsourcingToDesk: Sourced<boolean>;
  /** STP-19: the data is checked before it is provided. */
  readonly checkedBeforeProvision: Sourced<boolean>;
  /** Name of the council that is heard on the standards. */
  readonly council: Sourced<string>;
  /** The council's opinion must be had before these standards are set (STP-27). */
  readonly councilOpinion: Sourced<readonly ('processingStandard' | 'securityStandard')[]>;
  /** SEC-7: the duties of which a contractor is told. */
  readonly contractorDuties: readonly Provision[];
  readonly securityStandards: readonly Provision[];
  readonly confidentiality: Sourced<string>;
  readonly matchingBan: Sourced<string>;
}
