import { criteriaOf } from '../../core/proposal/criteriaOf.ts';
import type { CommitteeReport, Referral, WrittenOpinion } from '../../core/proposal/reviewState.ts';
import type { ProposalFee } from '../../core/proposal/state.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { committeeReferral } from '../../documents/forms/committeeReferral.ts';
import { committeeReport } from '../../documents/forms/committeeReport.ts';
import { feeSheet } from '../../documents/forms/feeSheet.ts';
import { reviewSheet } from '../../documents/forms/reviewSheet.ts';
import { thirdPartyNotice } from '../../documents/forms/thirdPartyNotice.ts';
import { writtenOpinion } from '../../documents/forms/writtenOpinion.ts';
import { loadCase } from '../loadCase.ts';
import { filedPapers } from './intakePapers.ts';
import type { ProposalOccasion } from './occasion.ts';

/** 付託 (H 8(1)). */
export function referralPapers({
  rules,
  proposal,
  number,
  subject,
  event,
  documentNumber,
}: ProposalOccasion): readonly OfficialDocument[] {
  const { referredOn, papers } = event.data as Referral;
  const facts = { documentNumber, date: referredOn, number, proposalDate: proposal.receivedOn, subject };
  return [
    committeeReferral(rules, {
      ...facts,
      papers: papers.length > 0 ? papers.map(({ name }) => name) : filedPapers(rules, proposal),
    }),
  ];
}

/** 委員会の報告 (H 8(2)). */
export function committeePapers({
  rules,
  proposal,
  number,
  subject,
  event,
}: ProposalOccasion): readonly OfficialDocument[] {
  const { reportedOn } = event.data as CommitteeReport;
  const referredOn = proposal.review.referral?.referredOn ?? reportedOn;
  const { findings } = proposal;
  return [
    committeeReport(rules, {
      reportedOn,
      referredOn,
      number,
      subject,
      criteria: criteriaOf(proposal, rules),
      findings,
    }),
  ];
}

interface Notified {
  readonly thirdParties: readonly { readonly name: string; readonly address: string | null }[];
}

/** 第三者への通知 (I 24条の8(1)): one to each, with the form of the opinion. */
export function thirdPartyPapers({
  rules,
  proposal,
  subject,
  event,
  documentNumber,
}: ProposalOccasion): readonly OfficialDocument[] {
  const { notifiedOn, opinionsDueOn } = event.data as { readonly notifiedOn: string; readonly opinionsDueOn: string };
  const { thirdParties } = (event.personal as Notified | null) ?? { thirdParties: [] };
  const items = proposal.form.items.map(({ name }) => name);
  const blank = { date: null, thirdParty: null, fileName: subject, objects: null, text: null };
  return thirdParties.flatMap(({ name, address }) => [
    thirdPartyNotice(rules, {
      documentNumber,
      date: notifiedOn,
      addressee: [...(address ? [address] : []), `${name}　様`],
      fileName: subject,
      items,
      opinionsDueOn,
    }),
    writtenOpinion(rules, blank, notifiedOn),
  ]);
}

/** 意見書 as it came in. */
export async function opinionPapers(occasion: ProposalOccasion): Promise<readonly OfficialDocument[]> {
  const { parts, organ, rules, subject, event } = occasion;
  const { thirdParty, receivedOn, objects } = event.data as WrittenOpinion;
  const text = (event.personal as { readonly text: string } | null)?.text ?? null;
  const earlier = await parts.events.read(organ, event.stream);
  const notified = earlier.findLast(({ type }) => type === 'thirdPartiesNotified')?.personal as
    | Notified
    | null
    | undefined;
  const party = notified?.thirdParties[thirdParty - 1] ?? null;
  return [writtenOpinion(rules, { date: receivedOn, thirdParty: party, fileName: subject, objects, text }, receivedOn)];
}

/** 手数料積算書 (FRM-24). */
export function feePapers({ rules, proposal, number, subject, event }: ProposalOccasion): readonly OfficialDocument[] {
  const { yen, lines, derivation = [], reason } = event.data as ProposalFee;
  const { effort, quote } = proposal.review;
  const date = event.at.slice(0, 10);
  const facts = { date, number, subject, tasks: effort?.tasks ?? [], quote, lines, derivation };
  return [feeSheet(rules, { ...facts, totalYen: yen, reason })];
}

/** 審査票 (REC-6), as it stands when the result is notified. */
export async function reviewPapers(occasion: ProposalOccasion): Promise<readonly OfficialDocument[]> {
  const { parts, organ, rules, proposal, number, subject, event } = occasion;
  const entry = await loadCase(parts, organ, 'register', proposal.entry);
  const count = entry?.persons ?? null;
  return [
    reviewSheet(rules, {
      date: event.at.slice(0, 10),
      number,
      proposalDate: proposal.receivedOn,
      created: proposal.created !== null,
      subject,
      persons: proposal.form.persons,
      filePersons: count && { count: count.uniquePersons, on: count.countedOn },
      criteria: criteriaOf(proposal, rules),
      findings: proposal.findings,
      consultations: proposal.review.consultations,
    }),
  ];
}
