import { guidelineOf } from '../../core/call/state.ts';
import { closingMoment } from '../../core/proposal/arrival.ts';
import { openCorrection } from '../../core/proposal/state.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { Account } from '../ports/identity.ts';
import { readEntry } from '../register/readEntry.ts';
import type { FilingTarget } from './filing.ts';
import { ownProposal } from './ownProposals.ts';

/** What a filing goes to, as it stands now. */
export interface FilingSubject {
  /** The file, or the created data. */
  readonly title: string;
  /** The call that asks for it; null for created data and corrections. */
  readonly call: string | null;
  readonly isOpen: boolean;
  /** The last minute in which it can be sent, `YYYY-MM-DDThh:mm`; null = nobody has set one. */
  readonly closing: string | null;
  /** The version of the 募集要綱 that is accepted by sending; null where there is none to accept. */
  readonly guideline: string | null;
  /** The proposal that is corrected; null for one that begins. */
  readonly record: StateRecord | null;
}

/** What a filing of this person goes to; null when there is no such thing for them. */
export function filingSubject(parts: Parts, account: Account, target: FilingTarget): Promise<FilingSubject | null> {
  switch (target.kind) {
    case 'call':
      return ofCall(parts, account, target);
    case 'created':
      return ofCreated(parts, account, target);
    default:
      return ofCorrection(parts, account, target.proposal);
  }
}

const takesOnline = (parts: Parts, { organ }: Account) => {
  const rules = parts.rules.inForce(organ, parts.clock.procedure().slice(0, 10));
  return rules?.intake.onlineFiling?.value === true ? rules : null;
};

async function ofCall(
  parts: Parts,
  account: Account,
  { call: id, entry }: Extract<FilingTarget, { readonly kind: 'call' }>,
): Promise<FilingSubject | null> {
  const rules = takesOnline(parts, account);
  const call = await loadCase(parts, account.organ, 'call', id);
  const file = call?.files.find((one) => one.entry === entry);
  if (!call || !file || !['published', 'open', 'closed'].includes(call.stage)) return null;
  const closing = rules && closingMoment(call, rules);
  return {
    title: file.fileName,
    call: call.title,
    isOpen: closing !== null && call.stage === 'open' && parts.clock.procedure() <= closing,
    closing,
    guideline: guidelineOf(call)?.version ?? null,
    record: null,
  };
}

async function ofCreated(
  parts: Parts,
  account: Account,
  { entry, release }: Extract<FilingTarget, { readonly kind: 'created' }>,
): Promise<FilingSubject | null> {
  const rules = takesOnline(parts, account);
  const found = await readEntry(parts.events, account.organ, entry);
  const data = found?.entry.createdData.find((one) => one.release === release);
  if (!data) return null;
  const window = data.period && { opensOn: data.period.from, closesOn: data.period.to };
  const closing = rules && window && closingMoment(window, rules);
  const now = parts.clock.procedure();
  const isOpen = closing !== null && window !== null && now.slice(0, 10) >= window.opensOn && now <= closing;
  return { title: data.name, call: null, isOpen, closing, guideline: null, record: null };
}

async function ofCorrection(parts: Parts, account: Account, id: string): Promise<FilingSubject | null> {
  const record = await ownProposal(parts, account, id);
  if (!record) return null;
  const { created, form } = record.state;
  const deadline = openCorrection(record.state)?.deadline ?? null;
  const closing = deadline && `${deadline}T23:59`;
  return {
    title: created?.name ?? form.fileName ?? '',
    call: null,
    isOpen: closing !== null && parts.clock.procedure() <= closing,
    closing,
    guideline: null,
    record,
  };
}
