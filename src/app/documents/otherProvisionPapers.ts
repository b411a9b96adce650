import type { OfficialDocument } from '../../documents/block.ts';
import { otherDataPublication } from '../../documents/forms/otherDataPublication.ts';
import { otherDataStatement } from '../../documents/forms/otherDataStatement.ts';
import { organWords } from '../../documents/wording/organWords.ts';
import { loadCase } from '../loadCase.ts';
import type { Occasion } from './occasion.ts';

/** ほかの匿名加工情報の公表 (FRM-26, H 18(1)). */
export async function announcementPapers({
  parts,
  organ,
  rules,
  event,
}: Occasion): Promise<readonly OfficialDocument[]> {
  const state = await loadCase(parts, organ, 'otherProvision', event.stream.id);
  if (!state) return [];
  const { announcedOn } = event.data as { readonly announcedOn: string };
  const division = organWords(rules).desk;
  return [otherDataPublication(rules, { date: announcedOn, items: state.items, wayOfProvision: state.way, division })];
}

/** 匿名加工情報である旨の明示 to the recipient (FRM-26), where it was told. */
export async function statementPapers({
  parts,
  organ,
  rules,
  event,
  documentNumber,
}: Occasion): Promise<readonly OfficialDocument[]> {
  const state = await loadCase(parts, organ, 'otherProvision', event.stream.id);
  const { handedOverOn, statedBy } = event.data as {
    readonly handedOverOn: string;
    readonly statedBy: 'mail' | 'paper' | null;
  };
  if (!state || statedBy === null) return [];
  const stored = await parts.events.read(organ, event.stream);
  const prepared = stored.find(({ type }) => type === 'otherProvisionPrepared');
  const recipient = (prepared?.personal as { readonly recipient: string } | null)?.recipient ?? '';
  const letter = { documentNumber, date: handedOverOn, addressee: [`${recipient}　御中`] };
  return [
    otherDataStatement(rules, { ...letter, dataName: state.name, items: state.items, wayOfProvision: state.way }),
  ];
}
