import type { Printer } from '../../app/ports/printer.ts';
import { print } from '../printer/print.ts';
import { printerOf } from '../printer/printerOf.ts';

/** Prints in the program's own thread. */
export const createMemoryPrinter = (): Printer => printerOf(print);
