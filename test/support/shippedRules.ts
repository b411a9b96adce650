import { join } from 'node:path';
import { japaneseHolidays } from '../../src/adapters/calendar/japaneseHolidays.ts';
import { loadProfiles } from '../../src/adapters/profiles/loadProfiles.ts';
import { ruleCheck } from '../../src/adapters/profiles/ruleCheck.ts';
import { createRuleBook } from '../../src/app/ruleBook.ts';
import type { Circumstances } from '../../src/core/aggregate.ts';
import type { RuleSet } from '../../src/core/organ/ruleSet.ts';
import type { OrganId, Role } from '../../src/core/role.ts';

/** The shipped rule sets, as the program loads them. */
export const ruleBook = createRuleBook(loadProfiles(join(import.meta.dirname, '..', '..', 'profiles')), ruleCheck);

export function rulesOf(organ: string, day = '2026-01-20'): RuleSet {
  const rules = ruleBook.inForce(organ as OrganId, day);
  if (!rules) throw new Error(`no rule set of ${organ} on ${day}`);
  return rules;
}

const holidays = japaneseHolidays();

/** Circumstances of a decision: who, when, under which day's rules. */
export const circumstances = (
  now: string,
  role: Role = 'centralDesk',
  person: string = `${role}:1`,
  organ = 'kumamoto',
): Circumstances => ({
  now,
  actor: { person, role, organ: organ as OrganId },
  ruleDay: now.slice(0, 10),
  closedDays: { ...holidays, yearEnd: { from: '12-29', through: '01-03' } },
});
