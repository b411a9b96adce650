/** A line of the input: its text, or why it has none. Lines are counted from 1. */
export type BoundedLine =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly unreadable: 'tooLong' | 'notUtf8' };

const newline = 0x0a;

/**
 * Cuts a stream into lines at LF, keeping no more than one line of at most `limit` bytes in memory. The rest of a longer
 * line is read and thrown away. A byte order mark at the start and a CR at the end of a line are left out.
 */
export async function* boundedLines(input: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<BoundedLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let number = 1;
  let pieces: Uint8Array[] = [];
  let length = 0;
  const finish = (): BoundedLine => {
    const bytes = Buffer.concat(pieces);
    const line = length > limit ? ({ number, unreadable: 'tooLong' } as const) : decode(decoder, bytes, number);
    [pieces, length, number] = [[], 0, number + 1];
    return line;
  };
  const add = (bytes: Uint8Array): void => {
    length += bytes.length;
    if (length > limit) pieces = [];
    else pieces.push(bytes);
  };
  for await (const chunk of input) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      add(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield finish();
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, number: number): BoundedLine {
  try {
    const text = decoder.decode(bytes).replace(/\r$/, '');
    return { number, text: number === 1 ? text.replace(/^\uFEFF/, '') : text };
  } catch {
    return { number, unreadable: 'notUtf8' };
  }
}
