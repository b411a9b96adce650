import { accounts, committee } from './seedAccounts.ts';
import type { Seeder } from './seeder.ts';
import { firstCase } from './seedFirstCase.ts';
import { onlineFiling } from './seedOnlineFiling.ts';
import { registers } from './seedRegisters.ts';

/** The parts of the demonstration, in the order in which they are made. A landed name stays. */
export const seeders: readonly Seeder[] = [accounts, registers, firstCase, onlineFiling, committee];
