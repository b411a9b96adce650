import { join } from 'node:path';
import { japaneseHolidays } from '../../src/adapters/calendar/japaneseHolidays.ts';
import { loadProfiles } from '../../src/adapters/profiles/loadProfiles.ts';
import { type Answer, answerLine } from '../../src/app/rules/answerLine.ts';

/** The shipped profiles and holidays, as `tokumei rules` has them. */
export const shipped = {
  profiles: loadProfiles(join(import.meta.dirname, '../../profiles')),
  holidays: japaneseHolidays(),
};

export const organs = ['yokohama', 'ichikawa', 'aomori-police', 'hokkaido-university', 'kumamoto'] as const;

export function ask(organ: string, rule: string, input: unknown, more: Record<string, unknown> = {}): Answer {
  return answerLine(JSON.stringify({ id: 'test', organ, rule, input, ...more }), 1, shipped);
}

/** The output of an answer, or the code of its error. */
export function outputOf(organ: string, rule: string, input: unknown, more?: Record<string, unknown>): unknown {
  const answer = ask(organ, rule, input, more);
  return answer.ok ? answer.output : answer.error.code;
}
