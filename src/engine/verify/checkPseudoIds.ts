import { createHash, createHmac, getHashes } from 'node:crypto';
import type { ImportedTable } from '../import/importTable.ts';
import type { RecipeColumn } from '../recipe/recipe.ts';
import type { CheckReport } from '../report/reportTypes.ts';
import { listOfValues, type Run } from '../run.ts';
import { joined, name, raw, type Sql, sql, statement } from '../sql.ts';
import { itemOfRemoval } from './checkRemovedValues.ts';
import { checked, written } from './checks.ts';
import { type Expectation, writtenColumns } from './expectation.ts';
import { type FoundRows, idOf } from './foundRows.ts';
import { pseudoIdOf } from './pseudoIdOf.ts';

/**
 * Pseudo-IDs look as they have to, and, where the source may be read, none of them is a common digest of a value of any
 * of its columns: whoever holds a list of the values can't recompute them.
 */
export async function checkPseudoIds(
  run: Run,
  found: FoundRows,
  expected: Expectation,
  source: ImportedTable | null,
): Promise<CheckReport[]> {
  const checks: CheckReport[] = [];
  for (const column of writtenColumns(expected)) {
    const treatment = pseudoIdOf(column);
    if (!treatment) continue;
    checks.push(await checkForm(run, idOf(found, column.name), column, treatment.length));
    if (source) checks.push(await checkRecomputable(run, found, column, treatment.length, source, expected));
  }
  return checks;
}

async function checkForm(run: Run, id: string, column: RecipeColumn, length: number): Promise<CheckReport> {
  const [row] = await run.rows<{ cells: number; ids: number }>(
    statement(
      sql`SELECT coalesce(sum(n) FILTER (value <> '' AND NOT regexp_full_match(value, ${`[0-9a-f]{${length}}`})), 0) AS cells, CAST(count(*) FILTER (value <> '') AS DOUBLE) AS ids FROM cells WHERE id = ${id}`,
    ),
  );
  const { cells = 0, ids = 0 } = row ?? {};
  const finding =
    cells === 0
      ? `「${column.name}」は ${length} 文字の仮ID（${written(ids)} 種類）だけです。`
      : `「${column.name}」に、仮ID の形でない値が ${written(cells)} 件あります。`;
  return checked(itemOfRemoval(column), 'pseudoIds', cells === 0, finding, { cells });
}

async function checkRecomputable(
  run: Run,
  found: FoundRows,
  column: RecipeColumn,
  length: number,
  source: ImportedTable,
  { recipe }: Expectation,
): Promise<CheckReport> {
  const id = idOf(found, column.name);
  const inDatabase = await findDigests(run, id, length, source);
  const inProcess = await findOtherDigests(run, id, length, source, recipe.seed);
  const recomputed = Math.max(inDatabase, inProcess);
  const finding =
    recomputed === 0
      ? `「${column.name}」の仮ID は、元のデータのどの項目の値からも、鍵のない一般的なハッシュでは計算できません。`
      : `「${column.name}」の仮ID のうち ${written(recomputed)} 種類は、元のデータの値のハッシュです。`;
  return checked(itemOfRemoval(column), 'recomputable', recomputed === 0, finding, { recomputed });
}

/** Every value of every column of the source, by the digests that the database has, in full and cut to the length. */
async function findDigests(run: Run, id: string, length: number, source: ImportedTable): Promise<number> {
  const columns = source.columns.map((one) => sql`SELECT DISTINCT ${name(one.id)} AS v FROM ${name(source.relation)}`);
  const digests = ['md5', 'sha1', 'sha256'].flatMap((digest): Sql[] => [
    sql`SELECT left(${raw(digest)}(v), ${length}) AS h FROM given`,
    sql`SELECT right(${raw(digest)}(v), ${length}) AS h FROM given`,
  ]);
  const [row] = await run.rows<{ ids: number }>(
    statement(
      sql`WITH given AS (SELECT DISTINCT v FROM (${joined(columns, ' UNION ALL ')}) WHERE v <> '') SELECT CAST(count(*) AS DOUBLE) AS ids FROM cells WHERE id = ${id} AND value IN (SELECT h FROM (${joined(digests, ' UNION ALL ')}))`,
    ),
  );
  return row?.ids ?? 0;
}

/** Values of each column that are tried with every digest of the cryptographic library. */
const tried = 1000;

/** The same with every other digest there is, and with the seed as key or salt, for the first values of each column. */
async function findOtherDigests(
  run: Run,
  id: string,
  length: number,
  source: ImportedTable,
  seed: string,
): Promise<number> {
  const digests = plainDigests();
  const matching = new Set<string>();
  for (const column of source.columns) {
    const [values = []] = await run.columns(
      statement(
        sql`SELECT DISTINCT ${name(column.id)} AS v FROM ${name(source.relation)} WHERE v <> '' LIMIT ${tried}`,
      ),
    );
    const candidates = (values as string[]).flatMap((value) => [
      ...digests.map((digest) => createHash(digest).update(value).digest('hex')),
      ...[seed, Buffer.from(seed, 'hex')].map((key) => createHmac('sha256', key).update(value).digest('hex')),
      createHash('sha256').update(`${seed}${value}`).digest('hex'),
    ]);
    for (const one of await presentIds(
      run,
      id,
      candidates.map((digest) => digest.slice(0, length)),
    ))
      matching.add(one);
  }
  return matching.size;
}

/** Digests of a fixed length that this build of Node can make, each under one name. */
const plainDigests = () =>
  getHashes().filter((name) =>
    /^(?:md5|ripemd160|sha1|sha224|sha256|sha384|sha512(?:-256)?|sha3-(?:256|512)|blake2[bs]\d+|sm3)$/.test(name),
  );

async function presentIds(run: Run, id: string, candidates: readonly string[]): Promise<string[]> {
  const [present = []] = await run.columns(
    statement(
      sql`SELECT value FROM cells WHERE id = ${id} AND value IN (SELECT unnest(${listOfValues(candidates)}::VARCHAR[]))`,
    ),
  );
  return present as string[];
}
