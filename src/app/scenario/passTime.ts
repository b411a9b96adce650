import type { OrganId } from '../../core/role.ts';
import type { Outcome } from '../execute.ts';
import type { Parts } from '../parts.ts';
import type { SettableClock } from '../ports/clock.ts';
import { type Due, dueActs, giveDueAct } from '../runClock.ts';

/**
 * Sets the clock forward to a step; on the way it does what is due, except the very act that the step gives itself.
 * @param onDone told of each act of the clock that changed something
 */
export async function passTime(
  parts: Parts & { readonly clock: SettableClock },
  organ: OrganId,
  step: { readonly at: string; readonly do: string },
  onDone: (act: Due, outcome: Extract<Outcome, { outcome: 'done' }>) => void = () => undefined,
): Promise<void> {
  for (let done = 1; done > 0; ) {
    const due = (await dueActs(parts, organ)).filter(({ at, command }) => at <= step.at && command.do !== step.do);
    done = 0;
    for (const act of due) {
      if (act.at > parts.clock.procedure()) await parts.clock.setProcedure(act.at);
      const outcome = await giveDueAct(parts, organ, act);
      if (outcome.outcome !== 'done') continue;
      done += 1;
      onDone(act, outcome);
    }
  }
  await parts.clock.setProcedure(step.at);
}
