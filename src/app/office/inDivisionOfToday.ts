import { officeStream } from '../../core/office/office.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { Account } from '../ports/identity.ts';
import { divisionOn } from './divisionMoves.ts';

/** The account in the division that its own bears today: people move with their division on the day of its change. */
export async function inDivisionOfToday(parts: Pick<Parts, 'events' | 'clock'>, account: Account): Promise<Account> {
  if (account.division === null) return account;
  const changes = (await loadCase(parts, account.organ, 'office', officeStream.id))?.divisionChanges ?? [];
  return { ...account, division: divisionOn(account.division, changes, parts.clock.procedure().slice(0, 10)) };
}
