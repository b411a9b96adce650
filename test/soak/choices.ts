import { addDays, type Day } from '../../src/core/calendar/day.ts';
import type { Tape } from './tape.ts';
import type { World } from './world.ts';

const days = [-40, -1, 0, 0, 1, 2, 29, 30, 31] as const;
const reasons = ['理由がある。', '理由がある。', '理由がある。', ' '] as const;

export const dayNear = ({ now }: World, tape: Tape): string => addDays(now.slice(0, 10) as Day, tape.one(days));
export const reasonOf = (tape: Tape): string => tape.one(reasons);
