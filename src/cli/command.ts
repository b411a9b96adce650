/** What a command may touch of the outside: its words, and its standard input as raw bytes. */
export interface Io {
  out(text: string): void;
  error(text: string): void;
  input(): AsyncIterable<Uint8Array>;
}

/** A command of `tokumei`; answers the exit code: 0 success, 1 the answer is no, 2 bad input. */
export type Command = (args: readonly string[], io: Io) => Promise<number>;
