/**
 * Something that happened, in the past tense. `data` is kept for ever and holds no personal data; `personal` goes into
 * a record with a key of its own, which disposal removes without touching the event. A state is made from `data` alone.
 */
export interface Event<Type extends string, Data, Personal = never> {
  readonly type: Type;
  readonly data: Data;
  readonly personal?: Personal;
}

/** The life of one aggregate is one stream of events. */
export type StreamKind =
  | 'register'
  | 'call'
  | 'proposal'
  | 'release'
  | 'complaint'
  | 'leak'
  | 'otherProvision'
  | 'organ'
  | 'office'
  | 'papers';

export interface StreamRef {
  readonly kind: StreamKind;
  readonly id: string;
}
