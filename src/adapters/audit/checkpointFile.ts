import { createReadStream } from 'node:fs';
import { mkdir, open, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { beginning, type Link } from '../../app/audit/chainEntry.ts';
import { readCheckpoint, type SignedCheckpoint } from '../../app/audit/checkpoint.ts';
import type { OrganId } from '../../core/role.ts';
import { syncFolder } from '../files/syncFolder.ts';

/** The checkpoints of all organs outside the database, a line each, in the order in which they were signed. */
export interface CheckpointFile {
  /** The last one of an organ; the beginning if there is none. */
  last(organ: OrganId): Link;
  /** They are on disk when this returns. */
  append(checkpoints: readonly SignedCheckpoint[]): Promise<void>;
}

/** Others have written to the file, or taken it away. */
class FileChanged extends Error {}

const sizeOf = async (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return 0;
    },
  );

/**
 * Opens the file, or begins one. A last line that a killed program did not bring to its end is taken away: the database
 * has it.
 * @throws Error naming the line that cannot be read.
 */
export async function openCheckpointFile(file: string): Promise<CheckpointFile> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await dropUnfinished(file);
  let size = await sizeOf(file);
  const kept = size === 0 ? new Map<OrganId, Link>() : await lastOfEach(file);
  return {
    last: (organ) => kept.get(organ) ?? beginning,
    async append(checkpoints) {
      if ((await sizeOf(file)) !== size) throw new FileChanged(`${file} が、このプログラムの外で書き換えられました`);
      const text = checkpoints.map(({ line }) => `${line}\n`).join('');
      await appendDurably(file, text);
      size += Buffer.byteLength(text);
      for (const { organ, number, hash } of checkpoints) kept.set(organ, { number, hash });
    },
  };
}

async function lastOfEach(file: string): Promise<Map<OrganId, Link>> {
  const kept = new Map<OrganId, Link>();
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    at += 1;
    const checkpoint = readCheckpoint(line);
    if (!checkpoint) throw new Error(`${file} の ${at} 行目は、監査記録の署名として読めません`);
    kept.set(checkpoint.organ, { number: checkpoint.number, hash: checkpoint.hash });
  }
  return kept;
}

async function appendDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(file));
}

/** The longest line of a checkpoint, in bytes. */
const longestLine = 4_096;

async function dropUnfinished(file: string): Promise<void> {
  const size = await sizeOf(file);
  if (size === 0) return;
  const handle = await open(file, 'r');
  const tail = Buffer.alloc(Math.min(size, longestLine));
  await handle.read(tail, 0, tail.length, size - tail.length).finally(() => handle.close());
  const end = tail.lastIndexOf(0x0a) + 1;
  if (end < tail.length && (end > 0 || size <= longestLine)) await truncate(file, size - tail.length + end);
}
