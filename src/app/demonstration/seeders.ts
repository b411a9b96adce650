import { accounts } from './seedAccounts.ts';
import type { Seeder } from './seeder.ts';

/** The parts of the demonstration, in the order in which they are made. A landed name stays. */
export const seeders: readonly Seeder[] = [accounts];
