import { parentPort } from 'node:worker_threads';
import { print } from './print.ts';
import type { PrintOrder } from './printOrder.ts';

/** Prints one order after another; an error goes back as its message. */
parentPort?.on('message', async ({ id, order }: { readonly id: number; readonly order: PrintOrder }) => {
  try {
    const printed = Uint8Array.from(await print(order));
    parentPort?.postMessage({ id, printed }, [printed.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
