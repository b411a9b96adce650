import { type Duplex, Readable } from 'node:stream';
import type { Client, Submittable } from 'pg';

/** The parts of the driver's connection that it needs for COPY and does not describe. */
interface CopyConnection {
  readonly stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** What the driver tells the statement that it works on. */
interface CopyStatement extends Submittable {
  handleCopyInResponse?(connection: CopyConnection): void;
  handleCopyData?(message: { readonly chunk: Uint8Array }): void;
  handleCommandComplete(message: { readonly text: string }): void;
  handleReadyForQuery(): void;
  handleError(error: Error): void;
}

const submit = (client: Client, statement: CopyStatement): void => void client.query(statement);
const connectionOf = (connection: unknown) => connection as CopyConnection;

const heldBytes = 1024 * 1024;

/** The bytes of `copy … to stdout`; the server waits where the reader is slow. */
export function copyOut(client: Client, text: string): Readable {
  let source: Duplex | null = null;
  const rows = new Readable({ highWaterMark: heldBytes, read: () => void source?.resume() });
  submit(client, {
    submit(connection) {
      source = connection.stream;
      connection.query(text);
    },
    handleCopyData({ chunk }) {
      // The driver writes over its bytes with those that come next.
      if (!rows.push(Buffer.from(chunk))) source?.pause();
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => void rows.push(null),
    handleError: (error) => void rows.destroy(error),
  });
  return rows;
}

const messageBytes = 64 * 1024;

/** Resolves when a stream takes more, or is no more. */
const flows = (stream: Duplex): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      stream.off('drain', go).off('close', go);
      resolve();
    };
    stream.once('drain', go).once('close', go);
  });

async function send(connection: CopyConnection, content: AsyncIterable<Uint8Array>, isOver: () => boolean) {
  for await (const chunk of content)
    for (let at = 0; at < chunk.length; at += messageBytes) {
      if (isOver()) return;
      connection.sendCopyFromChunk(chunk.subarray(at, at + messageBytes));
      if (connection.stream.writableNeedDrain) await flows(connection.stream);
    }
  if (!isOver()) connection.endCopyFrom();
}

/**
 * Gives `content` to `copy … from stdin`; where it breaks off nothing is taken.
 * @returns the number of rows
 */
export function copyIn(client: Client, text: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let rows = 0;
  let isOver = false;
  submit(client, {
    submit: (connection) => connection.query(text),
    handleCopyInResponse(given) {
      const connection = connectionOf(given);
      send(connection, content, () => isOver).catch((error: unknown) => {
        reject(error);
        if (!isOver) connection.sendCopyFail('the source broke off');
      });
    },
    handleCommandComplete: (message) => {
      rows = Number(message.text.split(' ')[1]);
    },
    handleReadyForQuery: () => resolve(rows),
    handleError(error) {
      isOver = true;
      reject(error);
    },
  });
  return promise;
}
