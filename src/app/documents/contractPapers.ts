import type { UseContract } from '../../core/proposal/state.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { contractApplication } from '../../documents/forms/contractApplication.ts';
import type { UseContractFacts } from '../../documents/forms/contractFacts.ts';
import { createdUseContract } from '../../documents/forms/createdUseContract.ts';
import { useContract } from '../../documents/forms/useContract.ts';
import { deliveryText } from '../../messages/deliveryText.ts';
import { itemsOf } from './intakePapers.ts';
import type { ProposalOccasion } from './occasion.ts';

/** 契約締結申込書 as it came in (STP-15). */
export function applicationPapers({
  rules,
  proposal,
  people,
  subject,
  event,
}: ProposalOccasion): readonly OfficialDocument[] {
  const { receivedOn } = event.data as { readonly receivedOn: string };
  const { notice } = proposal;
  const known = notice && { documentNumber: notice.documentNumber, date: notice.noticeDate };
  const filing = { date: receivedOn, proposers: people.proposers, agent: people.agent };
  return [
    contractApplication(
      rules,
      { ...filing, notice: known, subject, feeYen: notice?.items?.feeYen ?? null },
      receivedOn,
    ),
  ];
}

/** 契約書 in its copies: drafts that go out with the notice, or as concluded. */
export async function contractCopies(
  occasion: ProposalOccasion,
  contract: UseContract | null,
): Promise<readonly OfficialDocument[]> {
  const { rules, proposal } = occasion;
  const make = proposal.created === null ? useContract : createdUseContract;
  const facts = await contractFacts(occasion, contract);
  const copies = contract?.copies ?? rules.contract.copies?.value ?? 1;
  return Array.from({ length: copies }, (_, index) =>
    make(rules, {
      ...facts,
      taxStamp: contract?.stampedCopies === 1 && index === 0,
      copy: copies > 1 ? { number: index + 1, of: copies } : null,
    }),
  );
}

export const contractPapers = (occasion: ProposalOccasion): Promise<readonly OfficialDocument[]> =>
  contractCopies(occasion, occasion.proposal.contract);

async function contractFacts(
  { parts, organ, rules, proposal, people, subject, event }: ProposalOccasion,
  contract: UseContract | null,
): Promise<Omit<UseContractFacts, 'taxStamp' | 'copy'>> {
  const { form, notice, payment, created } = proposal;
  const key = await parts.keys.publicKey(organ);
  const handlers = people.handlers.map(({ name, affiliation, post }) => `${affiliation} ${post} ${name}`);
  return {
    documentNumber: notice?.documentNumber ?? '',
    signedOn: contract?.concludedOn ?? null,
    draftedOn: notice?.noticeDate ?? event.at.slice(0, 10),
    contractParty: rules.contract.party?.value ?? notice?.items?.contractParty ?? '',
    counterparties: people.proposers,
    subject,
    persons: form.persons,
    items: created === null ? itemsOf(form) : [],
    purposeOfUse: form.purpose ?? '',
    methodOfUse: form.method ?? '',
    usePeriod: form.period,
    placeOfUse: people.placeOfUse ?? '',
    handlers: handlers.join('、'),
    delivery: deliveryText(form),
    provisionDeadline: contract?.provisionDeadline ?? null,
    feeYen: notice?.items?.feeYen ?? 0,
    feePaidOn: payment?.paidOn ?? null,
    feeDeadline: proposal.feeDeadline,
    keyFingerprint: key.fingerprint,
    addedClauses: [],
  };
}
