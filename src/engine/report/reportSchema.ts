import * as z from 'zod';

const count = z.int().min(0);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const valueCounts = z.array(z.looseObject({ value: z.string().nullable(), records: count }));
const checks = z.array(
  z.looseObject({ check: z.string(), passed: z.boolean(), numbers: z.record(z.string(), z.number().nullable()) }),
);
const ofItem = z.looseObject({ passed: z.boolean(), checks });

/** What a verification takes from `report.json`: a file from outside, which may have been changed by anyone. */
export const reportSchema = z.looseObject({
  recipe: z.record(z.string(), z.unknown()),
  seed: z.string(),
  outputFile: z.string().regex(/^output\.(rejected\.)?(csv|xlsx|parquet)$/),
  sha256: z.looseObject({ input: digest, recipe: digest, output: digest }),
  rows: count,
  outputRows: count,
  syntheticRecords: count,
  suppressedRecords: count,
  suppressedBy: z.record(z.string(), count),
  droppedRecords: count,
  persons: count.nullable(),
  suppressedPersons: count.nullable(),
  refusedRows: count,
  refused: z.array(z.unknown()),
  flow: z.array(z.looseObject({ step: z.string(), rowsIn: count, leftOut: z.int(), rowsOut: count })),
  columns: z.array(z.looseObject({ name: z.string(), level: count.nullable(), topLevel: count.nullable() })),
  treatments: z.array(z.looseObject({ item: count, changedCells: count })),
  changedRecords: z.strictObject({ 1: count, 2: count, 3: count, 4: count, 5: count }),
  levels: z.union([
    z.record(z.string(), count),
    z
      .array(
        z.looseObject({
          records: count,
          persons: count.nullable().optional(),
          levels: z.record(z.string(), count),
          excluded: count,
        }),
      )
      .min(1),
  ]),
  loss: z.number().nullable(),
  utility: z.looseObject({ total: z.number().nullable(), columns: z.record(z.string(), z.number()) }),
  optimal: z.boolean(),
  gap: z.number(),
  classes: count,
  smallestClass: count.nullable(),
  distributions: z.record(z.string(), valueCounts),
  generalizations: z.record(z.string(), z.array(z.array(z.string().nullable()))).default({}),
  hierarchies: z.record(z.string(), z.array(z.array(z.string().nullable()))),
  verification: z.looseObject({
    passed: z.boolean(),
    rows: count,
    classes: count,
    smallestClass: count.nullable(),
    markedRecords: count,
    aloneOnAllColumns: count,
    risk: z.record(z.string(), z.unknown()).nullable(),
    singlingOut: z.looseObject({ upTo: count, sizes: z.array(z.record(z.string(), count)) }),
    items: z.strictObject({ 1: ofItem, 2: ofItem, 3: ofItem, 4: ofItem, 5: ofItem }),
    integrity: ofItem,
  }),
});
