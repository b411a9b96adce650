import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore, StoredFile } from '../../app/ports/fileStore.ts';
import { Unavailable } from '../../app/ports/unavailable.ts';
import { noSuchFile } from './noSuchFile.ts';
import { syncFolder } from './syncFolder.ts';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function whatFailed(error: unknown): unknown {
  if (!['ENOSPC', 'EDQUOT'].includes(codeOf(error))) return error;
  return new Unavailable(
    'ディスクに空きがないため、ファイルを保存できませんでした。管理者に知らせ、空きができてからもう一度行ってください。',
    { cause: error },
  );
}

async function write(handle: FileHandle, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    hash.update(chunk);
    bytes += chunk.length;
    await handle.writeFile(chunk);
  }
  await handle.sync();
  return { digest: hash.digest('hex'), bytes };
}

const digestShape = /^[0-9a-f]{64}$/;

/**
 * Files under `folder`, each named by its digest in a subfolder of its first two digits. What an earlier program did not
 * finish is removed: no other program may use the folder.
 */
export async function createFileStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  for (const name of await readdir(incoming)) await rm(join(incoming, name));

  const placeOf = (digest: string): string => join(folder, digest.slice(0, 2), digest);
  const settle = async (aside: string, { digest }: StoredFile): Promise<void> => {
    const subfolder = join(folder, digest.slice(0, 2));
    await mkdir(subfolder, { recursive: true, mode: 0o700 });
    await rename(aside, placeOf(digest));
    await syncFolder(subfolder);
    await syncFolder(folder);
  };
  const path = async (digest: string): Promise<string> => {
    const place = placeOf(digest);
    if (!digestShape.test(digest) || !(await stat(place).catch(() => null))) throw noSuchFile(digest);
    return place;
  };

  return {
    async put(content) {
      const aside = join(incoming, randomUUID());
      try {
        const handle = await open(aside, 'wx', 0o600);
        const stored = await write(handle, content).finally(() => handle.close());
        await settle(aside, stored);
        return stored;
      } catch (error) {
        await rm(aside, { force: true });
        throw whatFailed(error);
      }
    },
    async get(digest) {
      const content = await readFile(await path(digest));
      if (createHash('sha256').update(content).digest('hex') !== digest)
        throw new Error(`保管されているファイル ${digest} の中身が変わっています。バックアップから戻してください。`);
      return new Uint8Array(content);
    },
    path,
  };
}
