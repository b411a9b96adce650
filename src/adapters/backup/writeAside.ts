import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from '../../app/ports/cannotStart.ts';
import { syncFolder } from '../files/syncFolder.ts';

const full = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const closed = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS'];

/** Says what a failed write to a place means for who chose the place; any other error is returned as it is. */
export function whyNotWritten(place: string, error: unknown): unknown {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (full.includes(code))
    return new CannotStart(
      `ディスクに空きがないため、「${place}」に書けませんでした。途中までのものは残していません。空きを作るか、別の場所を指定してください。`,
    );
  if (!closed.includes(code) || !['open', 'mkdir'].includes(syscall ?? '')) return error;
  return new CannotStart(
    `「${place}」に書き込めません (${code})。書き込めるフォルダーを指定するか、その持ち主と権限を確かめてください。`,
  );
}

async function writeTo<Result>(file: string, write: (handle: FileHandle) => Promise<Result>): Promise<Result> {
  const handle = await open(file, 'wx', 0o600);
  try {
    const result = await write(handle);
    await handle.sync();
    return result;
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file of mode 0600 aside and gives it its name when it is whole and on the disk; where that fails nothing is
 * left.
 * @throws CannotStart when the place cannot be written to or is full.
 */
export async function writeAside<Result>(
  file: string,
  write: (handle: FileHandle) => Promise<Result>,
): Promise<Result> {
  const aside = join(dirname(file), `.${basename(file)}.unfinished-${process.pid}`);
  try {
    const result = await writeTo(aside, write);
    await rename(aside, file);
    await syncFolder(dirname(file));
    return result;
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    throw whyNotWritten(file, error);
  }
}
