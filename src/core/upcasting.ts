/** Brings the data of an event from one schema version to the next. */
export type Upcaster = (data: unknown) => unknown;

/** For each event type its upcasters in order: the first makes version 2 of version 1. A type without any stands at 1. */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;

const upcastersOf = (upcasters: Upcasters, type: string): readonly Upcaster[] =>
  Object.hasOwn(upcasters, type) ? (upcasters[type] ?? []) : [];

/** The schema version in which events of a type are written. */
export const newestVersion = (upcasters: Upcasters, type: string): number => upcastersOf(upcasters, type).length + 1;

interface Versioned {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
}

/**
 * A stored event in the newest version of its type; what is stored is never edited.
 * @throws Error when the event is newer than this program.
 */
export function newestForm<Stored extends Versioned>(upcasters: Upcasters, event: Stored): Stored {
  const newest = newestVersion(upcasters, event.type);
  if (event.schemaVersion > newest)
    throw new Error(
      `出来事「${event.type}」は版 ${event.schemaVersion} で記録されていますが、このプログラムが読めるのは版 ${newest} までです。`,
    );
  const steps = upcastersOf(upcasters, event.type).slice(event.schemaVersion - 1);
  return { ...event, schemaVersion: newest, data: steps.reduce((older, step) => step(older), event.data) };
}
