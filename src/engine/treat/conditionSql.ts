import type { Test } from '../recipe/recipe.ts';
import { joined, type Sql, sql } from '../sql.ts';
import { unreachable } from '../unreachable.ts';
import { readNumberSql } from './readNumberSql.ts';

/** A test on a value of the source as a boolean that is never null. */
export function conditionSql(test: Test, value: Sql): Sql {
  switch (test.is) {
    case 'equals':
      return sql`(${value} = ${test.value})`;
    case 'in':
      return sql`(${value} IN (${joined(test.values.map((one) => sql`${one}`))}))`;
    case 'matches':
      return sql`regexp_matches(${value}, ${test.pattern})`;
    case 'above':
      return sql`coalesce(${readNumberSql(value)} > ${test.number}, false)`;
    case 'below':
      return sql`coalesce(${readNumberSql(value)} < ${test.number}, false)`;
    default:
      return unreachable(test);
  }
}
