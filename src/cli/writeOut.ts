import { writeSync } from 'node:fs';

const standardOutput = 1;
/** As a shell reports a program that its reader has left (128 + SIGPIPE). */
const readerLeft = 141;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/**
 * Writes to standard output before it returns, so that nothing piles up behind a slow reader. Where the reader has left
 * (`tokumei rules | head`), the program ends without a word.
 */
export function writeOut(text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSome(bytes, written);
}

function writeSome(bytes: Uint8Array, from: number): number {
  try {
    return writeSync(standardOutput, bytes, from);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EPIPE') process.exit(readerLeft);
    if (code !== 'EAGAIN') throw error;
    Atomics.wait(sleeper, 0, 0, 5);
    return 0;
  }
}
