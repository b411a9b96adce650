import type { Attribute } from '../lattice/distinctTable.ts';
import type { Requirements } from '../lattice/requirements.ts';
import type { ClassCriterion } from '../measure/classCriterion.ts';
import { classCriteria } from '../measure/judgeClasses.ts';
import type { Run } from '../run.ts';
import { name, sql, statement } from '../sql.ts';
import type { EncodedRecords } from '../treat/encodeRecords.ts';
import { type LatticeFacts, readFacts } from './latticeFacts.ts';
import { type LatticeFiles, levelsTable, writeLatticeFiles } from './latticeFiles.ts';

/** A lattice whose nodes the database counts, because its combinations are too many for the memory. */
export interface DatabaseLattice {
  readonly run: Run;
  readonly files: LatticeFiles;
  readonly facts: LatticeFacts;
  readonly k: number;
  readonly criteria: readonly ClassCriterion[];
}

/** @param attributes with the levels that are needed only. */
export async function openLattice(
  run: Run,
  encoded: EncodedRecords,
  attributes: readonly Attribute[],
  requirements: Requirements,
): Promise<DatabaseLattice> {
  const facts = await readFacts(run, encoded, attributes);
  const files = await writeLatticeFiles(run, encoded, attributes);
  return { run, files, facts, k: requirements.k, criteria: classCriteria(facts.table, requirements) };
}

/** Removes its tables and files. */
export async function closeLattice({ run, files }: DatabaseLattice): Promise<void> {
  const made = ['node', 'node_values', 'failing', 'kept_node'].map((table) => name(table));
  for (const table of [...made, ...Array.from(files.heights.keys(), levelsTable)])
    await run.execute(statement(sql`DROP TABLE IF EXISTS ${table}`));
  for (const path of files.paths) await run.removeFile(path);
}
