import type { DemonstrationParts, Seeder, Seeding } from './seeder.ts';

/** Makes the parts of the demonstration that are not there yet, in order. */
export async function seedDemonstration(
  seeders: readonly Seeder[],
  parts: DemonstrationParts,
  seeding: Seeding,
): Promise<void> {
  for (const { name, seed } of seeders) {
    if (await seeding.isDone(name)) continue;
    await seed(parts);
    await seeding.record(name, parts.clock.real());
  }
}
