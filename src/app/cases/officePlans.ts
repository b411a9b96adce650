import { caseWords } from '../../messages/caseWords.ts';
import type { CommandName } from '../aggregates.ts';
import { divisionOf } from '../office/divisionMoves.ts';
import { staffOf } from '../office/namedPeople.ts';
import { openWork } from '../office/openWork.ts';
import type { FormPlan, Planner, Planning } from './planning.ts';
import { listedCase } from './searchCases.ts';

/** How the forms begin that name cases and divisions: both are chosen, so that nobody types a number or a name. */
export const officePlans: Partial<Record<CommandName, Planner>> = {
  assignCase: planAssignment,
  changeDivisions: planDivisions,
};

/** Every open case by its name, so that nobody types a number. */
async function planAssignment({ parts, organ, asked }: Planning): Promise<Partial<FormPlan>> {
  const open = await openWork(parts, organ);
  const cases = open.filter(({ kind }) => asked.kind === undefined || asked.kind === '' || kind === asked.kind);
  const choices = cases.map(({ kind, id, state }) => {
    const { title } = listedCase(kind, id, state);
    return {
      value: id,
      label: `${caseWords.lists[kind].short}　${title === '' || title === id ? id : `${title}（${id}）`}`,
    };
  });
  return { choices: { id: choices } };
}

/** The divisions that have open cases, entries or people, so that their names are met exactly. */
async function planDivisions({ parts, organ, today }: Planning): Promise<Partial<FormPlan>> {
  const [open, staff] = [await openWork(parts, organ), (await staffOf(parts, organ)) ?? []];
  const names = [...open.map(({ state }) => divisionOf(state)), ...staff.map(({ account }) => account.division ?? '')];
  const known = [...new Set(names)].filter((name) => name !== '').toSorted();
  if (known.length === 0) return { filled: { on: today, from: [''] } };
  return { filled: { on: today }, choices: { from: known.map((name) => ({ value: name, label: name })) } };
}
