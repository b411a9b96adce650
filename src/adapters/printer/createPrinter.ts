import { Worker } from 'node:worker_threads';
import type { Printer } from '../../app/ports/printer.ts';
import { printerOf } from './printerOf.ts';
import type { PrintOrder } from './printOrder.ts';

type Answer = { readonly id: number } & ({ readonly printed: Uint8Array } | { readonly error: string });

/** The thread's program: its source in the checkout, its bundle beside the program's. */
const program = new URL(
  import.meta.url.endsWith('.ts') ? './printWorker.ts' : './adapters/printer/printWorker.js',
  import.meta.url,
);

/** A printer in a thread of its own, begun with the first paper; one that breaks is begun anew. */
export function createPrinter(): Printer & { stop(): Promise<void> } {
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  let worker: Worker | null = null;
  let last = 0;
  const settle = (answer: Answer) => {
    const order = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('printed' in answer) order?.resolve(answer.printed);
    else order?.reject(new Error(answer.error));
  };
  const broken = (error: Error) => {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const begin = (): Worker => {
    const begun = new Worker(program);
    begun.unref();
    begun.on('message', settle);
    begun.on('error', broken);
    return begun;
  };
  const print = (order: PrintOrder): Promise<Uint8Array> => {
    worker ??= begin();
    last += 1;
    const result = Promise.withResolvers<Uint8Array>();
    waiting.set(last, result);
    worker.postMessage({ id: last, order });
    return result.promise;
  };
  return {
    ...printerOf(print),
    async stop() {
      await worker?.terminate();
    },
  };
}
