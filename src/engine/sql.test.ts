import { expect, test } from 'vitest';
import { joined, name, raw, sql, statement } from './sql.ts';

test('a statement numbers its values in the order in which they stand, also those of inserted pieces', () => {
  const inner = sql`${name('列"名')} = ${'x'}`;
  expect(statement(sql`SELECT ${1} FROM t WHERE ${joined([inner, sql`a > ${2}`], ' AND ')}${raw(' LIMIT 3')}`)).toEqual(
    {
      text: 'SELECT $1 FROM t WHERE "列""名" = $2 AND a > $3 LIMIT 3',
      values: [1, 'x', 2],
    },
  );
});

test('text of a user is never part of the text of a statement', () => {
  const hostile = `'; DROP TABLE t; --`;
  expect(statement(sql`SELECT ${hostile}`).text).toBe('SELECT $1');
});
