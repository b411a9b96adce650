import { CannotStart } from '../../app/ports/cannotStart.ts';

/**
 * For an answer that may be missing: null for what is not there.
 * @throws CannotStart for what is there and cannot be read
 */
export function nothingThere({ code, path }: NodeJS.ErrnoException): null {
  if (code === 'ENOENT') return null;
  throw new CannotStart(`「${path}」を読めません (${code})。持ち主と権限、ディスクの状態を確かめてください。`);
}
