import type { SettableClock } from '../../app/ports/clock.ts';
import { japanTime, momentOf } from '../clock/japanTime.ts';

/** A clock that stands still until it is set; its real time is the procedure's. `local` is Japan's, `YYYY-MM-DDThh:mm`. */
export function createMemoryClock(local: string): SettableClock {
  let moment = momentOf(local);
  return {
    procedure: () => japanTime(moment),
    real: () => new Date(moment),
    async setProcedure(next) {
      moment = momentOf(next);
    },
  };
}
