import { InputError } from '../inputError.ts';
import type { HierarchyChoice, Recipe, RecordStep, Treatment } from './recipe.ts';

/** What is taken out before the processing (CHK-PROC-6) is read by no step of it. @throws InputError naming the column */
export function refuseUndisclosedReads({
  columns,
  records,
  personKey,
}: Pick<Recipe, 'columns' | 'records' | 'personKey'>) {
  const read = new Set([
    ...records.flatMap(readByRecords),
    ...personKey,
    ...columns.flatMap(({ treatments, hierarchy }) => [
      ...treatments.flatMap(readByTreatment),
      ...readByLevels(hierarchy),
    ]),
  ]);
  const column = columns.find(({ name, treatments }) => read.has(name) && treatments.some(isUndisclosed));
  if (column)
    throw new InputError(
      `手順書の columns → ${column.name} → undisclosed`,
      '不開示情報に当たる項目は加工の前に除くので、記録の条件、本人の鍵、他の項目の処理には使えません。',
    );
}

/** Whether a treatment takes its column out before the processing. */
export const isUndisclosed = (treatment: Treatment): boolean =>
  treatment.kind === 'dropColumn' && treatment.undisclosed !== undefined;

function readByRecords(step: RecordStep): readonly string[] {
  if (step.kind === 'sample') return [];
  return step.kind === 'objectors' ? step.key : [step.condition.column];
}

function readByTreatment(treatment: Treatment): readonly string[] {
  if (treatment.kind === 'suppressCell') return [treatment.condition.column];
  if (treatment.kind === 'swap') return treatment.within;
  return treatment.kind === 'builtInLevel' ? within(treatment.builtIn) : [];
}

const readByLevels = (hierarchy: HierarchyChoice): readonly string[] =>
  hierarchy.kind === 'builtIn' ? within(hierarchy.builtIn) : [];

const within = (builtIn: object): readonly string[] =>
  'within' in builtIn && typeof builtIn.within === 'string' ? [builtIn.within] : [];
