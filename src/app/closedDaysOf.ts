import type { ClosedDays } from '../core/calendar/closedDays.ts';
import type { Day } from '../core/calendar/day.ts';
import { officeStream } from '../core/office/office.ts';
import type { RuleSet } from '../core/organ/ruleSet.ts';
import type { OrganId } from '../core/role.ts';
import { loadCase } from './loadCase.ts';
import type { Parts } from './parts.ts';

/** The closed days of an organ: the calendar's, its 年末年始, and what it added itself. */
export async function closedDaysOf(
  parts: Pick<Parts, 'events' | 'holidays'>,
  organ: OrganId,
  rules: RuleSet | null,
): Promise<ClosedDays> {
  const own = (await loadCase(parts, organ, 'office', officeStream.id))?.closedDays ?? [];
  const added = own
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map(({ day, name }) => [day as Day, name] as const);
  return {
    ...parts.holidays,
    ...(added.length === 0
      ? {}
      : { named: new Map([...parts.holidays.named, ...added]), calendar: parts.holidays.named }),
    yearEnd: rules?.deadlines.yearEnd?.value ?? null,
  };
}
