import { caseWords } from '../../messages/caseWords.ts';
import type { CommandName } from '../aggregates.ts';
import { knownDivisions } from '../office/knownDivisions.ts';
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

async function planDivisions({ parts, organ, today }: Planning): Promise<Partial<FormPlan>> {
  const known = await knownDivisions(parts, organ);
  if (known.length === 0) return { filled: { on: today, from: [''] } };
  return { filled: { on: today }, choices: { from: known.map((name) => ({ value: name, label: name })) } };
}
