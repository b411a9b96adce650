import { officeStream } from '../../core/office/office.ts';
import { departedOn, type OfficeState, standsInFor } from '../../core/office/state.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { Account } from '../ports/identity.ts';
import { divisionOn } from './divisionMoves.ts';

/**
 * The account as it stands today: in the division that its own bears since the last change, with the offices of those
 * whose 代理 it is; null from the day on which the person left.
 */
export async function accountOfToday(
  parts: Pick<Parts, 'events' | 'clock' | 'identity'>,
  account: Account,
): Promise<Account | null> {
  const today = parts.clock.procedure().slice(0, 10);
  const office = await loadCase(parts, account.organ, 'office', officeStream.id);
  if (office === null) return account;
  if (departedOn(office, account.person, today) !== null) return null;
  const absent = standsInFor(office, account.person, today);
  const accounts = absent.length === 0 ? [] : ((await parts.identity?.accounts(account.organ)) ?? []);
  return {
    ...inDivisionOf(account, office, today),
    standsInFor: accounts
      .filter(({ person }) => absent.includes(person))
      .map((one) => inDivisionOf(one, office, today)),
  };
}

/** The account in the division that its own bears on a day. */
export const inDivisionOf = (
  account: Account,
  { divisionChanges }: Pick<OfficeState, 'divisionChanges'>,
  today: string,
): Account => ({
  ...account,
  division: account.division === null ? null : divisionOn(account.division, divisionChanges, today),
});
