import { applicationDeadline } from '../../core/calendar/applicationDeadline.ts';
import { parseDay } from '../../core/calendar/day.ts';
import type { ProposalState } from '../../core/proposal/state.ts';
import type { OrganId } from '../../core/role.ts';
import { closedDaysOf } from '../closedDaysOf.ts';
import type { Parts } from '../parts.ts';

/** A printed deadline that the calendar of today would count to another day. It stands as it was printed. */
export interface MovedDeadline {
  readonly id: string;
  readonly printed: string;
  readonly counted: string;
}

/** The open deadlines of the rule that an edited calendar moves (DDL-04): they are listed, never changed. */
export async function movedDeadlines(
  parts: Pick<Parts, 'events' | 'holidays' | 'rules'>,
  organ: OrganId,
): Promise<readonly MovedDeadline[]> {
  const stages = await Promise.all(
    ['conforming', 'applied'].map(
      async (stage) => (await parts.events.states(organ, { kind: 'proposal', where: { stage } })).records,
    ),
  );
  const found = await Promise.all(
    stages.flat().map(async ({ stream, state }): Promise<MovedDeadline[]> => {
      const { notice, ruleDay, applicationReceivedOn, payment } = state as ProposalState;
      const rules = parts.rules.inForce(organ, ruleDay);
      const rule = rules?.deadlines.contractApplication?.value;
      const noticeDate = notice && parseDay(notice.noticeDate);
      const { ruleDeadline: printed, applicationDeadline: wanted } = notice?.items ?? {};
      const isOver = applicationReceivedOn !== null && payment !== null;
      if (isOver || !rules || !rule || !noticeDate || !printed || printed !== wanted) return [];
      const computed = applicationDeadline(noticeDate, rule, await closedDaysOf(parts, organ, rules));
      if ('outsideCalendar' in computed || computed.deadline === printed) return [];
      return [{ id: stream.id, printed, counted: computed.deadline }];
    }),
  );
  return found.flat();
}
