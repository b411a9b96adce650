import { open, rename, rm } from 'node:fs/promises';

/** Written at once, in characters. */
const portion = 1_000_000;

/** Writes lines to a file of mode 0600: aside, to the disk, and renamed only when all is there. */
export async function writeLines(file: string, lines: AsyncIterable<string>): Promise<void> {
  const aside = `${file}.${process.pid}.part`;
  const handle = await open(aside, 'wx', 0o600);
  try {
    let waiting = '';
    for await (const line of lines) {
      waiting += `${line}\n`;
      if (waiting.length < portion) continue;
      await handle.writeFile(waiting);
      waiting = '';
    }
    await handle.writeFile(waiting);
    await handle.sync();
    await handle.close();
    await rename(aside, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(aside, { force: true });
    throw error;
  }
}
