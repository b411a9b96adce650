import { parseDay } from '../../core/calendar/day.ts';
import { fiscalYearOf } from '../../core/calendar/fiscalYear.ts';
import type { CallState } from '../../core/call/state.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { PartyDetails } from '../../core/proposal/form.ts';
import type { ProposalNotice, ProposalState } from '../../core/proposal/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { callGuideline } from '../../documents/forms/callGuideline.ts';
import { conformingNotice } from '../../documents/forms/conformingNotice.ts';
import { createdUseContract } from '../../documents/forms/createdUseContract.ts';
import { nonConformingNotice } from '../../documents/forms/nonConformingNotice.ts';
import { useContract } from '../../documents/forms/useContract.ts';
import { deliveryText } from '../../messages/deliveryText.ts';
import { granularityWords } from '../../messages/granularityWords.ts';
import type { AnyState } from '../aggregates.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { StoredEvent } from '../ports/eventStore.ts';
import { casePeople } from './casePeople.ts';

/** A case at the moment of an event that a paper comes from. */
interface Occasion {
  readonly parts: Parts;
  readonly organ: OrganId;
  readonly rules: RuleSet;
  readonly event: StoredEvent;
}

const makers: Readonly<Record<string, (occasion: Occasion) => Promise<readonly (OfficialDocument | null)[]>>> = {
  callPublished: guidelines,
  conformingNoticeIssued: notices,
  nonConformingNoticeIssued: notices,
  contractConcluded: contracts,
};

/** Whether events of this type bring forth papers. */
export const bringsPapers = (type: string): boolean => Object.hasOwn(makers, type);

/** The papers that an event brings forth, from the case as it stands; none for most events. */
export async function documentsOf(
  parts: Parts,
  organ: OrganId,
  event: StoredEvent,
): Promise<readonly OfficialDocument[]> {
  const maker = makers[event.type];
  const record = maker && (await parts.events.state(organ, event.stream));
  const ruleDay = (record?.state as (AnyState & { readonly ruleDay?: string }) | undefined)?.ruleDay;
  const rules = parts.rules.inForce(organ, ruleDay ?? event.at.slice(0, 10), event.at);
  if (!maker || !rules) return [];
  return (await maker({ parts, organ, rules, event })).filter((paper) => paper !== null);
}

async function guidelines({ parts, organ, rules, event }: Occasion): Promise<readonly (OfficialDocument | null)[]> {
  const call = await loadCase(parts, organ, 'call', event.stream.id);
  const published = call?.publications.find(({ item }) => item === 'guideline');
  const opensOn = call && parseDay(call.opensOn);
  if (!call || !published || !opensOn) return [];
  const files = await Promise.all(call.files.map((file) => outlineOf(parts, organ, file)));
  const { closesOn } = call;
  return [
    callGuideline(rules, { publishedOn: published.on, opensOn, closesOn, fiscalYear: fiscalYearOf(opensOn), files }),
  ];
}

async function outlineOf(parts: Parts, organ: OrganId, { entry, fileName }: CallState['files'][number]) {
  const state = await loadCase(parts, organ, 'register', entry);
  const items = state?.contents.recordItems.map(({ name }) => name).join('、') ?? '';
  return { name: fileName, outline: state ? `${state.contents.recordScope}（${items}）` : '' };
}

/** Lines of an addressee: a body with its representative, or a person. */
const addresseeOf = ({ name, representative }: PartyDetails): string[] =>
  representative ? [name, `${representative}　様`] : [`${name}　様`];

/** 審査結果通知書: to each proposer where the organ notifies individually (K 7), else one to all. */
async function notices({ parts, organ, rules, event }: Occasion): Promise<readonly OfficialDocument[]> {
  const id = event.stream.id;
  const [proposal, people] = await Promise.all([loadCase(parts, organ, 'proposal', id), casePeople(parts, organ, id)]);
  if (!proposal) return [];
  const addressees = rules.notice.individually?.value
    ? people.proposers.map(addresseeOf)
    : [people.proposers.flatMap(addresseeOf)];
  return addressees.map((addressee) => noticeOf(rules, proposal, event.data as ProposalNotice, addressee));
}

function noticeOf(
  rules: RuleSet,
  { form, receivedOn, created }: ProposalState,
  notice: ProposalNotice,
  addressee: string[],
) {
  const { documentNumber, noticeDate, findings, items } = notice;
  const common = {
    documentNumber,
    date: noticeDate,
    addressee,
    proposalDate: receivedOn,
    created: created !== null,
    subject: created?.name ?? form.fileName ?? '',
  };
  if (items === null) return nonConformingNotice(rules, { ...common, findings });
  const { contractParty, feeYen, feePayment, feeDeadline, applicationDeadline } = items;
  const delivery = deliveryText(items);
  return conformingNotice(rules, {
    ...common,
    findings,
    contractParty,
    feeYen,
    feePayment,
    feeDeadline,
    applicationDeadline,
    delivery,
  });
}

async function contracts({ parts, organ, rules, event }: Occasion): Promise<readonly OfficialDocument[]> {
  const id = event.stream.id;
  const [proposal, people, key] = await Promise.all([
    loadCase(parts, organ, 'proposal', id),
    casePeople(parts, organ, id),
    parts.keys.publicKey(organ),
  ]);
  if (!proposal?.contract) return [];
  const { form, contract, notice, payment, created } = proposal;
  const make = created === null ? useContract : createdUseContract;
  return [
    make(rules, {
      documentNumber: notice?.documentNumber ?? '',
      signedOn: contract.concludedOn,
      draftedOn: contract.concludedOn,
      contractParty: rules.contract.party?.value ?? notice?.items?.contractParty ?? '',
      counterparties: people.proposers,
      subject: created?.name ?? form.fileName ?? '',
      persons: form.persons,
      items: form.items.map(({ name, detail, granularity }) => ({
        item: name,
        detail: detail ?? (granularity ? granularityWords[granularity] : ''),
      })),
      purposeOfUse: form.purpose ?? '',
      methodOfUse: form.method ?? '',
      usePeriod: form.period,
      placeOfUse: people.placeOfUse ?? '',
      handlers: people.handlers.map(({ name, affiliation, post }) => `${affiliation} ${post} ${name}`).join('、'),
      delivery: deliveryText(form),
      provisionDeadline: contract.provisionDeadline,
      feeYen: notice?.items?.feeYen ?? 0,
      feePaidOn: payment?.paidOn ?? null,
      feeDeadline: proposal.feeDeadline,
      keyFingerprint: key.fingerprint,
      taxStamp: contract.stampedCopies === 1,
      copy: null,
      addedClauses: [],
    }),
  ];
}
