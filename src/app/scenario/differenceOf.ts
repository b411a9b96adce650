import type { StreamRef } from '../../core/event.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import { publicEntry } from '../../core/register/publicEntry.ts';
import type { OrganId } from '../../core/role.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { renderText } from '../../documents/render/renderText.ts';
import type { AggregateKind, AnyState } from '../aggregates.ts';
import { deadlinesOf } from '../deadlinesOf.ts';
import type { Expectation } from '../fields/scenario.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import { type Mismatch, mismatchOf, orderMismatch } from './mismatchOf.ts';
import type { StepReport } from './runScenario.ts';

/** The first thing in which a step differs from its expectation; null = as expected. */
export async function differenceOf(
  parts: Parts,
  organ: OrganId,
  expected: Expectation,
  { events, refusal, documents }: StepReport,
  stream: StreamRef,
): Promise<Mismatch | null> {
  const refusalDiffers = mismatchOf('refusal', expected.refusal ?? null, refusal);
  if (refusalDiffers) return refusalDiffers;
  const record = await parts.events.state(organ, stream);
  const state = (record?.state ?? null) as AnyState | null;
  const differences: (Mismatch | null)[] = [
    expected.events === undefined
      ? null
      : orderMismatch(
          'events',
          expected.events,
          events.map(({ type }) => type),
        ),
    expected.state === undefined ? null : mismatchOf('state', expected.state, state?.stage ?? null),
    expected.deadline === undefined
      ? null
      : mismatchOf('deadline', expected.deadline, state && deadlinesOf(stream.kind as AggregateKind, state)),
    expected.amount === undefined ? null : mismatchOf('amount', expected.amount, amountOf(state)),
    expected.register === undefined
      ? null
      : mismatchOf('register', expected.register, await registerOf(parts, organ, state, stream)),
    expected.document === undefined ? null : documentMismatch(expected.document, documents),
    expected.case === undefined ? null : mismatchOf('case', expected.case, state),
  ];
  return differences.find((one) => one !== null) ?? null;
}

/** 手数料の額 as it stands in the case: the notified one, before that the determined one. */
function amountOf(state: AnyState | null): number | null {
  const { notice, fee } = (state ?? {}) as Partial<ProposalState>;
  return notice?.items?.feeYen ?? fee?.yen ?? null;
}

/** What the public reads in the register about the file of a case. */
async function registerOf(parts: Parts, organ: OrganId, state: AnyState | null, stream: StreamRef) {
  const id = stream.kind === 'register' ? stream.id : (state as { readonly entry?: string } | null)?.entry;
  const entry = id === undefined ? null : await loadCase(parts, organ, 'register', id);
  return entry && publicEntry(entry);
}

function documentMismatch(
  { kind, contains, lacks }: NonNullable<Expectation['document']>,
  documents: readonly OfficialDocument[],
): Mismatch | null {
  const texts = documents.filter((one) => one.kind === kind).map(renderText);
  if (texts.length === 0) return { path: 'document.kind', wanted: kind, got: documents.map((one) => one.kind) };
  const text = texts.join('\n');
  const absent = contains.find((words) => !text.includes(words));
  if (absent !== undefined) return { path: 'document.contains', wanted: absent, got: text };
  const present = lacks.find((words) => text.includes(words));
  return present === undefined ? null : { path: 'document.lacks', wanted: present, got: text };
}
