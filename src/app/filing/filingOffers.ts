import { closingMoment } from '../../core/proposal/arrival.ts';
import type { RegisterState } from '../../core/register/state.ts';
import type { OrganId } from '../../core/role.ts';
import { publicCalls } from '../call/publicCalls.ts';
import type { Parts } from '../parts.ts';
import type { FilingTarget } from './filing.ts';

/** Something that a proposal can be made on online now. */
export interface FilingOffer {
  readonly target: FilingTarget;
  readonly title: string;
  /** The call that asks for it; null for created data. */
  readonly call: string | null;
  /** The last minute in which it can be sent. */
  readonly closing: string;
}

/** The files of the open calls and the created data of the register, where the organ takes proposals online. */
export async function filingOffers(parts: Parts, organ: OrganId): Promise<readonly FilingOffer[]> {
  const now = parts.clock.procedure();
  const rules = parts.rules.inForce(organ, now.slice(0, 10));
  if (rules?.intake.onlineFiling?.value !== true) return [];
  const calls = (await publicCalls(parts.events, organ)).filter(({ stage }) => stage === 'open');
  const ofCalls = calls.flatMap(({ id, title, files, ...window }) => {
    const closing = closingMoment(window, rules);
    if (closing === null || now > closing) return [];
    return files.map(({ entry, fileName }): FilingOffer => {
      return { target: { kind: 'call', call: id, entry }, title: fileName, call: title, closing };
    });
  });
  const { records } = await parts.events.states(organ, { kind: 'register', where: { stage: 'published' } });
  const ofCreated = records.flatMap(({ stream, state }) =>
    (state as RegisterState).createdData.flatMap(({ release, name, period }): FilingOffer[] => {
      const closing = period && closingMoment({ opensOn: period.from, closesOn: period.to }, rules);
      if (!period || !closing || now.slice(0, 10) < period.from || now > closing) return [];
      return [{ target: { kind: 'created', entry: stream.id, release }, title: name, call: null, closing }];
    }),
  );
  return [...ofCalls, ...ofCreated];
}
