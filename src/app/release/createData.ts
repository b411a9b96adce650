import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { KeptFile } from '../../core/keptFile.ts';
import { objectorsOf } from '../../core/proposal/thirdParties.ts';
import type { ReleaseCommand } from '../../core/release/commands.ts';
import type { ReleaseState } from '../../core/release/state.ts';
import type { Actor, OrganId } from '../../core/role.ts';
import { objectorsNotFound } from '../../messages/openPointText.ts';
import { execute, type Outcome } from '../execute.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import { type Anonymized, type AnonymizerOrder, creationFiles, type Made } from '../ports/anonymizer.ts';
import type { StateRecord } from '../ports/eventStore.ts';
import type { CreationProgress } from '../ports/progress.ts';
import type { ReleaseRef } from '../ports/releaseVault.ts';
import { Unavailable } from '../ports/unavailable.ts';
import { unexpectedWords, withoutValues } from './withoutValues.ts';

/** How often a running creation looks whether it is still wanted, in milliseconds. */
const lookEvery = 300;

/**
 * The job behind `startCreation`: creates the data from the encrypted source, keeps its files encrypted and records the
 * result with the case. Done twice for the same start it records once; when the creation is cancelled it ends before its
 * next step and leaves nothing.
 * @returns null when the release is not being created (any more)
 */
export async function createData(parts: Parts, organ: OrganId, id: string): Promise<Outcome | null> {
  const record = await parts.events.state(organ, { kind: 'release', id });
  const release = record?.state as ReleaseState | undefined;
  if (!record || release?.stage !== 'creating' || !release.source || !release.recipe) return null;
  const ref: ReleaseRef = { organ, release: id };
  const watch = watchFor(parts, organ, record);
  try {
    const given = {
      source: release.source,
      recipe: release.recipe,
      objectors: await countObjectors(parts, organ, release),
    };
    const result = await anonymizeIn(parts, ref, given, watch.signal);
    return await execute(parts, {
      organ,
      actor: systemOf(organ),
      commandId: `create:${id}:${record.version}`,
      stream: record.stream,
      expectedVersion: record.version,
      command: result,
    });
  } catch (error) {
    if (watch.signal.aborted) return null;
    throw error;
  } finally {
    watch.stop();
    parts.progress.report(ref, null);
  }
}

const systemOf = (organ: OrganId): Actor => ({ person: 'system', role: 'system', organ });

/** Aborts when another act moved the case on: a creation that was cancelled is not wanted any more. */
function watchFor({ events }: Parts, organ: OrganId, { stream, version }: StateRecord) {
  const stopped = new AbortController();
  const look = async () => {
    const now = await events.state(organ, stream).catch(() => null);
    if (now && now.version !== version) stopped.abort();
  };
  const timer = setInterval(look, lookEvery);
  return { signal: stopped.signal, stop: () => clearInterval(timer) };
}

interface Given {
  readonly source: KeptFile;
  readonly recipe: KeptFile;
  /** How many persons' records must not be among the result (STP-11). */
  readonly objectors: number;
}

/** Runs in a private folder; what made the files is a command that records them, or why there are none. */
async function anonymizeIn(parts: Parts, ref: ReleaseRef, given: Given, signal: AbortSignal): Promise<ReleaseCommand> {
  try {
    return await parts.vault.inPrivateFolder(async (root) => {
      const folder = join(root, 'creation');
      await mkdir(folder, { mode: 0o700 });
      const path = join(root, `source${extname(given.source.name)}`);
      await parts.vault.extract(ref, given.source.digest, path);
      const result = await parts.anonymizer.anonymize({
        folder,
        source: { name: given.source.name, path },
        recipe: Buffer.from(await parts.vault.get(ref, given.recipe.digest)).toString('utf8'),
        ...tellProgress(parts, ref),
        signal,
      });
      signal.throwIfAborted();
      return await commandOf(parts, ref, result, given.objectors);
    });
  } catch (error) {
    if (signal.aborted || error instanceof Unavailable) throw error;
    return { do: 'recordCreationFailure', place: 'program', message: unexpectedWords(error) };
  }
}

/** Tells how far the creation is. */
function tellProgress(
  { progress, clock }: Parts,
  ref: ReleaseRef,
): Pick<AnonymizerOrder, 'onStep' | 'onSearch' | 'onDone'> {
  const now = () => clock.real().toISOString();
  const startedAt = now();
  let current: CreationProgress | null = null;
  const tell = (next: CreationProgress) => {
    current = next;
    progress.report(ref, next);
  };
  return {
    onStep: (step, records) => tell({ step, records, left: null, done: null, startedAt, stepStartedAt: now() }),
    onSearch: (left) => current && tell({ ...current, left }),
    onDone: (done) => current && tell({ ...current, done }),
  };
}

async function countObjectors(parts: Parts, organ: OrganId, { proposal }: ReleaseState): Promise<number> {
  const state = await loadCase(parts, organ, 'proposal', proposal);
  return state ? objectorsOf(state) : 0;
}

async function commandOf(
  parts: Parts,
  ref: ReleaseRef,
  result: Anonymized,
  objectors: number,
): Promise<ReleaseCommand> {
  if (result.outcome === 'refused')
    return { do: 'recordCreationFailure', place: result.place, message: withoutValues(result.message) };
  const { rows, outputRows, suppressedRecords } = result.made;
  if (rows - outputRows - suppressedRecords < objectors)
    return { do: 'recordCreationFailure', place: 'objectors', message: objectorsNotFound(objectors) };
  const files = await keep(parts, ref, result.made);
  return { do: 'recordCreation', creation: { ...result.made, ...files } };
}

/** All that the creation left is encrypted: an output may not pass its check, and a report tells of the method. */
async function keep({ vault }: Parts, ref: ReleaseRef, made: Made) {
  const kept = {} as Record<(typeof creationFiles)[number], KeptFile>;
  for (const file of creationFiles) {
    const { name, path } = made[file];
    kept[file] = { name, ...(await vault.put(ref, createReadStream(path))) };
  }
  return kept;
}
