import { afterAll, expect, test } from 'vitest';
import { lineOf, loadFound, loadTable } from '../../../test/support/foundTable.ts';
import { openTestRun } from '../../../test/support/openTestRun.ts';
import { recountClasses } from './recountClasses.ts';
import { checkPersons, makePersonHistogram } from './recountPersons.ts';

const { run, close } = await openTestRun();
afterAll(close);

const holders = { persons: 4, suppressedAs: '*', ids: ['age', 'sex', 'ill'] };
const quasi = [
  { id: 'c0', place: 0 },
  { id: 'c1', place: 1 },
];

test('a class holds the records that it should, of at least k persons; a person with two values counts for both', async () => {
  // three of two persons in the thirties, one of them twice with two illnesses; three of one person whose sex is hidden, two of them alike
  await loadFound(run, ['age,sex,ill', '30,M,a', '30,M,a', '30,M,b', '40,*,a', '40,*,c', '40,*,c']);
  await recountClasses(run, ['c0', 'c1'], null, 1);
  await loadTable(run, 'holders', [
    'age,sex,ill,person,n',
    ...['30,M,a,p,1', '30,M,b,p,1', '30,M,a,q,1', '40,null,a,r,1', '40,null,c,r,1', '40,null,c,r,1'],
  ]);
  const two = await checkPersons(run, holders, quasi, 2);
  expect(lineOf(two.check)).toMatchInlineSnapshot(
    `"5 persons 否 {"k":2,"smallest":1,"below":1,"unknown":0} 2 人に満たない組合せが 1 組、元のデータの人と結び付かない組合せが 0 組あります。"`,
  );
  expect(two.risk).toMatchObject({ countedIn: 'persons', units: 3, classes: 2, uniques: 1, prosecutorMax: 1 });
  expect(lineOf((await checkPersons(run, holders, quasi, 1)).check)).toMatchInlineSnapshot(
    `"5 persons 合 {"k":1,"smallest":1,"below":0,"unknown":0} どの組合せにも、1 人以上の人の記録があります。"`,
  );

  const histogram = async (size: 'persons' | 'values') => {
    await makePersonHistogram(run, holders, quasi, 2, size);
    return run.rows({ text: 'SELECT size, value, c FROM histogram ORDER BY size DESC, value' });
  };
  expect(await histogram('persons')).toEqual([
    { size: 2, value: 'a', c: 2 },
    { size: 2, value: 'b', c: 1 },
    { size: 1, value: 'a', c: 1 },
    { size: 1, value: 'c', c: 1 },
  ]);
  expect((await histogram('values')).map((row) => Object.values(row as object).join(' '))).toEqual([
    '3 a 2',
    '3 b 1',
    '2 a 1',
    '2 c 1',
  ]);
});

test('a class of another number of records, or of nobody, is told', async () => {
  await loadFound(run, ['age,sex,ill', '30,M,a', '30,M,a', '50,F,a']);
  await recountClasses(run, ['c0', 'c1'], null, 1);
  await loadTable(run, 'holders', ['age,sex,ill,person,n', '30,M,a,p,1', '50,M,a,q,1']);
  expect(lineOf((await checkPersons(run, holders, quasi, 1)).check)).toMatchInlineSnapshot(
    `"5 persons 否 {"k":1,"smallest":1,"below":0,"unknown":2} 1 人に満たない組合せが 0 組、元のデータの人と結び付かない組合せが 2 組あります。"`,
  );
});

test('without quasi-identifiers all are one class', async () => {
  await loadFound(run, ['age,sex,ill', '30,M,a', '50,F,b']);
  await recountClasses(run, [], null, 1);
  await loadTable(run, 'holders', ['age,sex,ill,person,n', '30,M,a,p,1', '50,F,b,q,1']);
  const { check, risk } = await checkPersons(run, holders, [], 2);
  expect([check.passed, risk.classes, risk.units]).toEqual([true, 1, 2]);
  await makePersonHistogram(run, holders, [], 2, 'persons');
  expect(await run.rows({ text: 'SELECT * FROM histogram' })).toHaveLength(2);
});
