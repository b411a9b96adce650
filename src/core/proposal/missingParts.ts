import type { RuleSet } from '../organ/ruleSet.ts';
import { type FormFieldId, formFieldIds } from './form.ts';
import type { PartyId, ProposalState } from './state.ts';

/** Names of the proposers as parties: `proposer:1` … */
export const proposerIds = ({ proposers }: Pick<ProposalState, 'proposers'>): PartyId[] =>
  proposers.map((_, index): PartyId => `proposer:${index + 1}`);

/** Whose identity the organ checks (CHK-ID-4); where its rules are silent, everyone who is named. */
export function partiesToIdentify(state: Pick<ProposalState, 'proposers' | 'agent'>, rules: RuleSet): PartyId[] {
  if (state.agent === null) return proposerIds(state);
  const whom = rules.identityCheck.identifiedWithAgent?.value ?? ['proposer', 'agent'];
  return [
    ...(whom.includes('proposer') ? proposerIds(state) : []),
    ...(whom.includes('agent') ? ['agent' as const] : []),
  ];
}

/** Names by which the file may be proposed: its own, and that of the unit it is solicited in (EXC-2). */
export const solicitedNames = (fileName: string | null | undefined, group: string | null | undefined): string[] =>
  [fileName, group].filter((name) => name !== undefined && name !== null);

/** What a proposal is looked through for: also one that is not filed yet. */
type Filed = Pick<
  ProposalState,
  'copies' | 'form' | 'filled' | 'proposers' | 'agent' | 'identified' | 'identityChecks' | 'attachments' | 'created'
>;

/**
 * What the papers still lack before the review can begin (CHK-DOC, CHK-REC-2, 1c-23): `copies`, boxes of the form,
 * `itemDetail:住所`, `pledge:proposer:1`, `usefulness`, `powerOfAttorney`, `identity:proposer:1`.
 * @param names what the form may call the file; empty = not looked at
 * @param recordItems 記録項目 of the file in the register; null = not looked at
 */
export function missingParts(
  state: Filed,
  rules: RuleSet,
  names: readonly string[],
  recordItems: readonly string[] | null,
): string[] {
  const copies = rules.intake.copies?.value ?? 1;
  const { form } = state;
  return [
    ...(state.copies < copies ? ['copies'] : []),
    ...proposerIds(state).filter((party) => !state.identified.includes(party)),
    ...wantedFields(state).filter((id) => !state.filled.includes(id)),
    ...(form.period && form.period.to < form.period.from ? ['periodContradictory'] : []),
    ...(form.fileName === null || names.length === 0 || names.includes(form.fileName) ? [] : ['fileNameInRegister']),
    ...unknownItems(state, recordItems).map(({ name }) => `itemInRegister:${name}`),
    ...form.items
      .filter(({ detail, granularity }) => detail === null && !granularity)
      .map(({ name }) => `itemDetail:${name}`),
    ...missingAttachments(state, rules),
    ...partiesToIdentify(state, rules)
      .filter((party) => !state.identityChecks.some((check) => check.party === party))
      .map((party) => `identity:${party}`),
  ];
}

/** The boxes of the form that must be filled: on created data neither the file's name nor the number of persons (FRM-18). */
export const wantedFields = ({ created }: Pick<ProposalState, 'created'>): readonly FormFieldId[] =>
  created === null ? formFieldIds : formFieldIds.filter((id) => id !== 'fileName' && id !== 'persons');

/** Wanted items that the register does not name; those of created data are named by that data, not by the file. */
const unknownItems = ({ created, form }: Filed, recordItems: readonly string[] | null) =>
  created === null && recordItems ? form.items.filter(({ name }) => !recordItems.includes(name)) : [];

/** 添付書類: a pledge of every proposer, the other papers once, 委任状 where an agent files. */
function missingAttachments(state: Filed, rules: RuleSet): string[] {
  const has = (kind: string, of: number | null) =>
    state.attachments.some(
      (paper) => paper.kind === kind && (of === null || paper.of === of || isOnlyOne(state, paper.of)),
    );
  return rules.attachments.flatMap(({ id, required }) => {
    if (id === 'identity' || required === 'whenAsked' || (required === 'agent' && state.agent === null)) return [];
    if (id !== 'pledge') return has(id, null) ? [] : [id];
    return proposerIds(state).flatMap((party, index) => (has(id, index + 1) ? [] : [`${id}:${party}`]));
  });
}

/** A paper that names no proposer is the only proposer's. */
const isOnlyOne = ({ proposers }: Filed, of: number | null) => of === null && proposers.length === 1;
