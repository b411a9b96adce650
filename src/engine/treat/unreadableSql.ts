import { joined, name, type Sql, sql } from '../sql.ts';
import { hasNoNumberSql } from './readNumberSql.ts';
import type { TreatmentStep } from './treatmentPlan.ts';

/** Whether a step could not read the value before it, which is suppressed then, or by a top or bottom coding left as it is. */
export function unreadableSql({ id, before, column, treatment }: TreatmentStep): Sql {
  const [value, result] = [name(before), name(id)];
  if (treatment.kind !== 'topCode' && treatment.kind !== 'bottomCode')
    return sql`${value} IS NOT NULL AND ${result} IS NULL`;
  const labels = column.treatments.flatMap((one) => ('label' in one ? [sql`${one.label}`] : []));
  return sql`${value} = ${result} AND ${value} NOT IN (${joined(labels)}) AND ${hasNoNumberSql(value)}`;
}
