import { happened } from '../decision.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { type Decided, isBlank, type Known, todayOf } from './facts.ts';
import { no } from './refusals.ts';
import type { OfferMerge, RecordMergeConsent } from './reviewCommands.ts';
import type { Merge } from './reviewState.ts';
import type { ProposalState } from './state.ts';

/** 一本化・共通化の申出 (STP-12): to proposals of the same call on the same file that are under review. */
export function offerMerge(command: OfferMerge, state: ProposalState, rules: RuleSet, facts: Known): Decided {
  const { way, proposals, terms } = command;
  const { mergeByConsent } = rules.review;
  if (mergeByConsent === null) return no('proposalSettingMissing', { setting: 'review.mergeByConsent' });
  if (!mergeByConsent.value) return no('mergeNotProvided', {}, mergeByConsent.text);
  if (isBlank(terms)) return no('mergeTermsMissing', {}, mergeByConsent.text);
  const others = proposals.map((proposal) => ({ proposal, found: facts.proposals[proposal] ?? null }));
  const unfit = others.filter(
    ({ found }) =>
      found === null || found.entry !== state.entry || found.call !== state.call || found.stage !== 'inReview',
  );
  if (unfit.length > 0)
    return no('mergeNotPossible', { proposals: unfit.map(({ proposal }) => proposal) }, mergeByConsent.text);
  return happened({
    type: 'mergeOffered',
    data: { way, terms, others: others.map(({ proposal, found }) => ({ proposal, proposers: found?.proposers ?? 0 })) },
  });
}

/** The consent of one proposer, of this proposal or of another one. */
export function recordMergeConsent(
  { do: _, other: proposal, ...given }: RecordMergeConsent,
  state: ProposalState,
): Decided {
  const { merge } = state.review;
  if (merge === null) return no('mergeNotOffered');
  if (merge.concludedOn !== null) return no('mergeOver', { concludedOn: merge.concludedOn });
  const consent = { ...given, proposal };
  const { proposer } = consent;
  if (!consenters(merge, state).some((one) => one.proposal === proposal && one.proposer === proposer))
    return no('consenterUnknown', { proposal, proposer });
  return happened({ type: 'mergeConsentRecorded', data: consent });
}

/** Everyone whose consent is needed. */
const consenters = ({ others }: Merge, { proposers }: ProposalState) =>
  [{ proposal: null, proposers: proposers.length }, ...others].flatMap((one) =>
    Array.from({ length: one.proposers }, (_, index) => ({ proposal: one.proposal, proposer: index + 1 })),
  );

export function concludeMerge(state: ProposalState, rules: RuleSet, facts: Known): Decided {
  const { merge } = state.review;
  if (merge === null) return no('mergeNotOffered');
  if (merge.concludedOn !== null) return no('mergeOver', { concludedOn: merge.concludedOn });
  const missing = consenters(merge, state).filter(
    ({ proposal, proposer }) =>
      !merge.consents.some((one) => one.consents && one.proposal === proposal && one.proposer === proposer),
  );
  if (missing.length > 0)
    return no(
      'consentMissing',
      { from: missing.map(({ proposal, proposer }) => `${proposal ?? ''}:${proposer}`) },
      rules.review.mergeByConsent?.text,
    );
  const proposals = merge.others.map(({ proposal }) => proposal);
  return happened({ type: 'mergeConcluded', data: { on: todayOf(facts), way: merge.way, proposals } });
}
