import type { Clock } from '../../app/ports/clock.ts';
import { japanTime } from './japanTime.ts';

/** The clock of production: both times are the machine's. */
export const realClock: Clock = {
  procedure: () => japanTime(Date.now()),
  real: () => new Date(),
};
