import { open } from 'node:fs/promises';

/** Where a text file stops being text. */
export interface UndecodablePlace {
  /** From 0. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** The bytes there, hexadecimal, up to four. */
  readonly bytes: string;
}

const chunkSize = 1 << 19;

/**
 * The first byte sequence of a file that its encoding does not have, found by reading it again from the start.
 * @param label as TextDecoder takes it
 */
export async function locateUndecodable(path: string, label: string): Promise<UndecodablePlace | undefined> {
  const file = await open(path);
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  const replay = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  try {
    let line = 1;
    const { size } = await file.stat();
    for (let start = 0; start < size; start += chunkSize) {
      const chunk = Buffer.alloc(chunkSize);
      const { bytesRead } = await file.read(chunk, 0, chunkSize, start);
      const bytes = chunk.subarray(0, bytesRead);
      if (!decodes(decoder, bytes, start + bytesRead < size)) return placeWithin(replay, bytes, start, line);
      line += lineEndsOf(replay.decode(bytes, { stream: true }));
    }
    return undefined;
  } finally {
    await file.close();
  }
}

type Decoder = InstanceType<typeof TextDecoder>;

function decodes(decoder: Decoder, bytes: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

/** Byte by byte: the sequence that fails begins after the last byte that completed a character. */
function placeWithin(decoder: Decoder, bytes: Buffer, start: number, linesBefore: number): UndecodablePlace {
  let line = linesBefore;
  let good = 0;
  try {
    for (let at = 0; at < bytes.length; at += 1) {
      const text = decoder.decode(bytes.subarray(at, at + 1), { stream: true });
      if (text === '') continue;
      line += lineEndsOf(text);
      good = at + 1;
    }
  } catch {
    // The place is what was sought.
  }
  return { offset: start + good, line, bytes: bytes.subarray(good, good + 4).toString('hex') };
}

const lineEndsOf = (text: string) => text.split('\n').length - 1;
