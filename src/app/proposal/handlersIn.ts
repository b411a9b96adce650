import type { HandlerChange } from '../../core/proposal/contractState.ts';
import type { Handler } from '../../core/proposal/form.ts';
import type { StoredEvent } from '../ports/eventStore.ts';

/** 取扱従事者の変更 as it was told. */
export interface ReportedHandlerChange {
  readonly change: HandlerChange;
  readonly receivedOn: string;
  readonly effectiveOn: string;
  readonly handler: string;
  readonly replaces: string | null;
  readonly reason: string;
}

/** The handlers by their number, as the events told of them so far; empty where they were disposed of. */
export function handlersIn(earlier: readonly StoredEvent[]): ReadonlyMap<string, Handler> {
  const known = new Map<string, Handler>();
  for (const { type, data, personal } of earlier) {
    if (type === 'handlersReported') {
      const { handlers = [] } = (personal ?? {}) as { readonly handlers?: readonly Handler[] };
      for (const [index, handler] of handlers.entries()) known.set(`handler:${index + 1}`, handler);
    }
    if (type !== 'handlerChangeReported') continue;
    const { person = null } = (personal ?? {}) as { readonly person?: Handler | null };
    if (person) known.set((data as ReportedHandlerChange).handler, person);
  }
  return known;
}
