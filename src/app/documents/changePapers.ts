import type { ChangeNotice, MinorChange } from '../../core/proposal/contractState.ts';
import type { Handler, PartyDetails } from '../../core/proposal/form.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { type ChangedItemFacts, type ChangeNoticeFacts, changeNotice } from '../../documents/forms/changeNotice.ts';
import { hasForm } from '../../documents/frame/formOf.ts';
import { contractOptionWords } from '../../messages/contractFieldWords.ts';
import { loadCase } from '../loadCase.ts';
import type { StoredEvent } from '../ports/eventStore.ts';
import { handlersIn, type ReportedHandlerChange } from '../proposal/handlersIn.ts';
import { earlierEvents, type ProposalOccasion } from './occasion.ts';

interface ChangeTexts {
  readonly texts: readonly string[];
  readonly befores?: readonly (string | null)[];
}

/** 記載事項変更通知書 as it came in (FRM-17), with what stood before each change. */
export async function changePapers(occasion: ProposalOccasion): Promise<readonly OfficialDocument[]> {
  const { items, reason, beforeProvision, receivedOn } = occasion.event.data as ChangeNotice;
  const { texts = [], befores = [] } = (occasion.event.personal ?? {}) as Partial<ChangeTexts>;
  const earlier = await earlierEvents(occasion);
  const changes = items.map((item, index) => ({
    item: contractOptionWords[item] ?? item,
    before: befores[index] ?? stoodBefore(item, earlier, occasion.people.proposers),
    after: texts[index] ?? '',
  }));
  return noticeOf(occasion, receivedOn, { changes, changesOn: null, reason, kind: 'other', beforeProvision });
}

/** 取扱従事者の追加・交代・改姓・離任 on the same paper (DDL-10). */
export async function handlerChangePapers(occasion: ProposalOccasion): Promise<readonly OfficialDocument[]> {
  const { change, receivedOn, effectiveOn, handler, replaces, reason } = occasion.event.data as ReportedHandlerChange;
  const { person = null } = (occasion.event.personal ?? {}) as { readonly person?: Handler | null };
  const known = handlersIn(await earlierEvents(occasion)).get(replaces ?? handler) ?? null;
  const changed: ChangedItemFacts = {
    item: '取扱従事者',
    before: change === 'added' ? '（追加）' : handlerText(known),
    after: change === 'left' ? '（離任）' : handlerText(person),
  };
  const kind = change === 'replaced' ? 'replacement' : change === 'added' ? 'addition' : 'other';
  const { parts, organ, event } = occasion;
  const provided = (await loadCase(parts, organ, 'release', event.stream.id))?.provision?.providedOn ?? null;
  const beforeProvision = provided === null || receivedOn < provided;
  return noticeOf(occasion, receivedOn, { changes: [changed], changesOn: effectiveOn, reason, kind, beforeProvision });
}

type Changed = Pick<ChangeNoticeFacts, 'changes' | 'changesOn' | 'reason' | 'kind' | 'beforeProvision'>;

function noticeOf(
  { rules, people, proposal, subject }: ProposalOccasion,
  receivedOn: string,
  changed: Changed,
): readonly OfficialDocument[] {
  if (!hasForm(rules, 'changeNotice')) return [];
  const contractOn = proposal.contract?.concludedOn ?? null;
  const facts = { date: receivedOn, counterparties: people.proposers, contractOn, subject, ...changed };
  return [changeNotice(rules, facts, receivedOn)];
}

/** What an item said until now: in the last notice that changed it, else in the proposal; of several proposers each. */
function stoodBefore(item: MinorChange, earlier: readonly StoredEvent[], proposers: readonly PartyDetails[]): string {
  const told = earlier.flatMap(({ type, data, personal }) => {
    if (type !== 'changeNoticeReceived') return [];
    const at = (data as ChangeNotice).items.lastIndexOf(item);
    const text = at < 0 ? undefined : (personal as ChangeTexts | null)?.texts[at];
    return text === undefined ? [] : [text];
  });
  const filed = proposers.map((party) => partyText(item, party)).filter((text) => text !== '');
  return told.at(-1) ?? (filed.join('\n') || '（提案書に記載なし）');
}

function partyText(item: MinorChange, party: PartyDetails): string {
  const { name, address, representative, section, contactPerson, phone, email } = party;
  const texts = {
    name: [name],
    address: [address],
    representative: [representative],
    section: [section],
    contact: [contactPerson, phone, email],
    other: [],
  } as const satisfies Record<MinorChange, readonly (string | null)[]>;
  return texts[item].filter((text) => text !== null).join('　');
}

const handlerText = (handler: Handler | null): string =>
  handler === null ? '―' : `${handler.affiliation}　${handler.post}　${handler.name}`;
