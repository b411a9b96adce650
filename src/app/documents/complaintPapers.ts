import type { ComplaintEvent } from '../../core/complaint/complaint.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { complaintRecord } from '../../documents/forms/complaintRecord.ts';
import type { Occasion } from './occasion.ts';

/** 苦情処理票 (STP-25), whole once the complaint is settled. */
export async function complaintPapers({ parts, organ, rules, event }: Occasion): Promise<readonly OfficialDocument[]> {
  const stored = await parts.events.read(organ, event.stream);
  const events = stored.map(({ type, data, personal }) => ({ type, data, personal }) as ComplaintEvent);
  const received = events.find((one) => one.type === 'complaintReceived');
  if (!received) return [];
  const { receivedOn, unit } = received.data;
  const referred = events.find((one) => one.type === 'complaintReferred');
  const settled = events.find((one) => one.type === 'complaintSettled');
  const handled = events.filter((one) => one.type === 'complaintHandled');
  return [
    complaintRecord(rules, {
      receivedOn,
      number: event.stream.id,
      complainant: received.personal?.complainant ?? null,
      content: received.personal?.text ?? '（廃棄済み）',
      unit,
      steps: handled.map(({ data, personal }) => ({ on: data.on, text: personal?.text ?? '（廃棄済み）' })),
      result: settled ? { on: settled.data.on, text: settled.personal?.result ?? '（廃棄済み）' } : null,
      referral: referred ? { on: referred.data.on, to: referred.data.to, reason: '' } : null,
    }),
  ];
}
