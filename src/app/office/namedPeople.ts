import { denied } from '../../core/access.ts';
import type { Refusal } from '../../core/decision.ts';
import { officeStream } from '../../core/office/office.ts';
import { departedOn, unkept } from '../../core/office/state.ts';
import type { OrganId } from '../../core/role.ts';
import type { Command, CommandName } from '../aggregates.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import { outsiders } from '../policy.ts';
import type { Account } from '../ports/identity.ts';
import { inDivisionOf } from './accountOfToday.ts';

/** A field of a command that names a member of staff; `past` = somebody who has left may be named, too. */
interface NamedPerson {
  readonly field: string;
  readonly past?: true;
}

/** Every field by which a command names members of staff. */
export const namedPeople: Partial<Record<CommandName, readonly NamedPerson[]>> = {
  assignCase: [{ field: 'person' }],
  handOverWork: [{ field: 'from', past: true }, { field: 'to' }],
  nameSubstitute: [{ field: 'person' }, { field: 'substitute' }],
  changeService: [{ field: 'person', past: true }],
  briefStaff: [{ field: 'people' }],
};

/** Whether an account is of the organ's own people. */
export const isStaff = ({ roles }: Pick<Account, 'roles'>): boolean => roles.some((role) => !outsiders.includes(role));

/** A member of staff with the day on which the person left; null = serves. */
export interface StaffMember {
  readonly account: Account;
  readonly departedOn: string | null;
}

/** The organ's people as they stand today; null where nobody signs in, as in a scenario. */
export async function staffOf(
  parts: Pick<Parts, 'events' | 'clock' | 'identity'>,
  organ: OrganId,
): Promise<readonly StaffMember[] | null> {
  const accounts = await parts.identity?.accounts(organ);
  if (accounts === undefined) return null;
  const office = (await loadCase(parts, organ, 'office', officeStream.id)) ?? unkept;
  const today = parts.clock.procedure().slice(0, 10);
  return accounts.map((account) => ({
    account: inDivisionOf(account, office, today),
    departedOn: departedOn(office, account.person, today),
  }));
}

/** Why somebody whom a command names can't be meant; null = everybody can. */
export async function namedRefusal(parts: Parts, organ: OrganId, command: Command): Promise<Refusal | null> {
  const named = namedPeople[command.do];
  const staff = named && (await staffOf(parts, organ));
  if (!named || !staff) return null;
  const said = command as unknown as Readonly<Record<string, string | readonly string[]>>;
  for (const { field, past } of named)
    for (const person of [said[field] ?? []].flat()) {
      const refusal = personRefusal(person, staff, past === true);
      if (refusal) return refusal;
    }
  return command.do === 'changeService' && !command.serves ? lastAdministratorRefusal(command.person, staff) : null;
}

/** Somebody who can sign in always stays to administer the organ. */
function lastAdministratorRefusal(person: string, staff: readonly StaffMember[]): Refusal | null {
  const administers = ({ account, departedOn: left }: StaffMember): boolean =>
    account.roles.includes('administrator') && account.closedOn === null && left === null;
  const leaving = staff.find((member) => member.account.person === person);
  if (!leaving || !administers(leaving)) return null;
  const stays = staff.some((member) => member !== leaving && administers(member));
  return stays ? null : denied('lastAdministrator', { name: leaving.account.name }).refusal;
}

function personRefusal(person: string, staff: readonly StaffMember[], past: boolean): Refusal | null {
  const found = staff.find(({ account }) => account.person === person);
  if (!found) return denied('personUnknown', { name: person }).refusal;
  const { name } = found.account;
  if (!isStaff(found.account)) return denied('personNotStaff', { name }).refusal;
  if (past) return null;
  const { departedOn: left, account } = found;
  if (left !== null) return denied('personDeparted', { name, on: left }).refusal;
  return account.closedOn === null ? null : denied('personClosed', { name, on: account.closedOn }).refusal;
}
