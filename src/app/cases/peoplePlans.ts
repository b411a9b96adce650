import { roleWords } from '../../messages/roleWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import type { CommandName } from '../aggregates.ts';
import { isStaff, namedPeople, type StaffMember, staffOf } from '../office/namedPeople.ts';
import type { Parts } from '../parts.ts';
import type { Choice, FormPlan, Planning } from './planning.ts';

/** The organ's people to choose from, wherever a command names one: with name, division and role. */
export async function peoplePlan(
  parts: Parts,
  command: CommandName,
  { organ }: Pick<Planning, 'organ'>,
): Promise<Pick<FormPlan, 'choices'>> {
  const named = namedPeople[command];
  const staff = named && (await staffOf(parts, organ));
  if (!named || !staff) return { choices: {} };
  const members = staff.filter(({ account }) => isStaff(account));
  const serving = members.filter((member) => endedBy(member) === null);
  return {
    choices: Object.fromEntries(
      named.map(({ field, past }) => [field, (past ? members : serving).map(choiceOf)] as const),
    ),
  };
}

const endedBy = ({ account, departedOn }: StaffMember): 'departed' | 'closed' | null =>
  departedOn !== null ? 'departed' : account.closedOn !== null ? 'closed' : null;

const choiceOf = ({ account, ...member }: StaffMember): Choice => ({
  value: account.person,
  label: staffWords.member(
    account.name,
    [account.division, ...account.roles.map((role) => roleWords[role])].filter((part) => part !== null),
    endedBy({ account, ...member }),
  ),
});
