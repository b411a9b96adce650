import type { SettableClock } from '../../app/ports/clock.ts';
import { japanTime, momentOf } from './japanTime.ts';

/** Where the demonstration keeps how far the procedure's time is ahead of the real one, in milliseconds. */
export interface KeptAhead {
  read(): Promise<number>;
  write(ahead: number): Promise<void>;
}

/** The clock of a demonstration: the procedure's time runs on from where it was set, also after a restart. */
export async function openDemonstrationClock(kept: KeptAhead): Promise<SettableClock> {
  let ahead = await kept.read();
  return {
    procedure: () => japanTime(Date.now() + ahead),
    real: () => new Date(),
    async setProcedure(local) {
      const wanted = momentOf(local) - Date.now();
      await kept.write(wanted);
      ahead = wanted;
    },
  };
}
