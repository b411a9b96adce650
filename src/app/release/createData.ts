import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptFile } from '../../core/keptFile.ts';
import type { Actor, OrganId } from '../../core/role.ts';
import { execute, type Outcome } from '../execute.ts';
import { loadCase } from '../loadCase.ts';
import type { Parts } from '../parts.ts';
import type { MadeFile } from '../ports/anonymizer.ts';

/**
 * The job behind `startCreation`: creates the data, stores its files and records the result with the case. Done twice for
 * the same start it records once.
 * @returns null when the release is not being created (any more)
 */
export async function createData(parts: Parts, organ: OrganId, id: string): Promise<Outcome | null> {
  const release = await loadCase(parts, organ, 'release', id);
  const record = await parts.events.state(organ, { kind: 'release', id });
  if (release?.stage !== 'creating' || !release.source || !release.recipe || !record) return null;
  const folder = await mkdtemp(join(tmpdir(), 'tokumei-creation-'));
  try {
    const result = await parts.anonymizer.anonymize({
      folder,
      source: { name: release.source.name, path: await parts.files.path(release.source.digest) },
      recipe: Buffer.from(await parts.files.get(release.recipe.digest)).toString('utf8'),
    });
    const actor: Actor = { person: 'system', role: 'system', organ };
    const order = {
      organ,
      actor,
      commandId: `create:${id}:${record.version}`,
      stream: { kind: 'release', id },
      expectedVersion: record.version,
    } as const;
    if (result.outcome === 'refused') {
      const { place, message } = result;
      return await execute(parts, { ...order, command: { do: 'recordCreationFailure', place, message } });
    }
    const { output, report, publicReport, ...numbers } = result.made;
    const creation = {
      ...numbers,
      output: await kept(parts, output),
      report: await kept(parts, report),
      publicReport: await kept(parts, publicReport),
    };
    return await execute(parts, { ...order, command: { do: 'recordCreation', creation } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const kept = async ({ files }: Parts, { name, path }: MadeFile): Promise<KeptFile> => ({
  name,
  ...(await files.put(createReadStream(path))),
});
