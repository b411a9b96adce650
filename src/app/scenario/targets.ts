import type { StreamRef } from '../../core/event.ts';
import { officeStream } from '../../core/office/office.ts';
import type { AggregateKind } from '../aggregates.ts';
import { settingsStream } from '../installationRules.ts';

/** The member of `with` that names the case a command goes to; an organ has its settings and its office once. */
export const targetNames = {
  register: 'entry',
  call: 'call',
  proposal: 'proposal',
  release: 'release',
  complaint: 'complaint',
  leak: 'leak',
  otherProvision: 'otherProvision',
  papers: 'papers',
} as const satisfies Record<Exclude<AggregateKind, 'organ' | 'office'>, string>;

/** Remembers the cases of a scenario by their names; a name that is left out means the one named last. */
export interface Targets {
  /** The case that a step means, and the fields that remain. */
  take(
    kind: AggregateKind,
    fields: Readonly<Record<string, unknown>>,
  ): { stream: StreamRef; fields: Record<string, unknown> };
  /** Notes a case that came about without being named, as a release does. */
  note(stream: StreamRef): void;
}

export function createTargets(): Targets {
  const last = new Map<string, string>();
  return {
    take(kind, fields) {
      if (kind === settingsStream.kind) return { stream: settingsStream, fields: { ...fields } };
      if (kind === officeStream.kind) return { stream: officeStream, fields: { ...fields } };
      const { [targetNames[kind]]: named, ...rest } = fields;
      const id = typeof named === 'string' && named !== '' ? named : (last.get(kind) ?? `${targetNames[kind]}-1`);
      last.set(kind, id);
      return { stream: { kind, id }, fields: rest };
    },
    note: ({ kind, id }) => void last.set(kind, id),
  };
}
