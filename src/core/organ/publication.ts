import type { FormId } from './form.ts';
import type { Provision } from './provision.ts';
import type { Sourced } from './ruleSet.ts';
import type { PrePublishedItem } from './solicitation.ts';

/** Until when something must be published, seen from the opening day, and what follows when it is not (PUB-2, PUB-3). */
export interface PublicationGate {
  readonly place: string;
  readonly published: 'onOrBeforeOpening' | 'beforeOpening';
  readonly otherwise: 'block' | 'warn';
}

export interface Publication {
  readonly register: Sourced<string>;
  /** Endings of the names of the units by which the register is shown: 区, 局. */
  readonly registerUnits: Sourced<readonly string[]>;
  readonly guideline: Sourced<PublicationGate>;
  readonly beforeOpening: Sourced<PublicationGate & { readonly items: readonly PrePublishedItem[] }>;
  /** Where created data is published: owner of the site and whom the desk asks. */
  readonly createdData: Sourced<{ readonly place: string; readonly through: string | null }>;
  /** The items of that publication, in the organ's words. */
  readonly createdDataItems: readonly Provision[];
  /** H 18: other 匿名加工情報 given to third parties is published in advance. */
  readonly otherAnonymizedInformation: Sourced<boolean>;
  /** Blank forms offered for download. */
  readonly blankForms: Sourced<readonly FormId[]>;
}
