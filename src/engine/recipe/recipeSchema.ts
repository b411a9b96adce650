import * as z from 'zod';

/** The shape of a recipe file as written; `readRecipe` turns it into a `Recipe` and checks what spans several keys. */
const item = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]).optional();
const fileEncoding = z.enum(['utf-8', 'utf-8-bom', 'cp932', 'utf-16']);
const delimiter = z.string().length(1);
const finite = z.number();

const conditionKeys = {
  equals: z.string().optional(),
  in: z.array(z.string()).min(1).optional(),
  matches: z.string().min(1).optional(),
  above: finite.optional(),
  below: finite.optional(),
};
const ownCondition = z.strictObject({ column: z.string().optional(), ...conditionKeys });
const condition = z.strictObject({ column: z.string(), ...conditionKeys });

const hierarchyFile = { csv: z.string().min(1), delimiter: delimiter.optional(), encoding: fileEncoding.optional() };
const widths = z.array(z.int().positive()).min(1);
const bands = z.strictObject({ widths, from: z.int().optional() });
const coding = z.strictObject({
  from: finite.optional(),
  atLeast: z.int().min(2).optional(),
  label: z.string().min(1).optional(),
});
const representative = z.enum(['mean', 'median']).optional();
const group = z.string().min(1).optional();
const microaggregate = z.strictObject({ k: z.int().min(2), representative, group });
const swap = z.strictObject({
  rate: finite.positive().max(1),
  within: z.array(z.string()).min(1).optional(),
  group,
});
const addNoise = z.strictObject({
  distribution: z.enum(['laplace', 'gaussian']),
  scale: finite.positive(),
  round: finite.positive().optional(),
  min: finite.optional(),
  max: finite.optional(),
});

const builtIn = z.enum(['age', 'date', 'address', 'postalCode', 'municipality', 'phone']);
const unreadable = z.enum(['refuse', 'keep', 'suppress']).optional();
const levelName = z.union([z.string().min(1), z.int().positive()]);

const generalize = z.strictObject({
  truncateAfter: z.string().min(1).optional(),
  datePart: z.enum(['year', 'month']).optional(),
  bands: bands.optional(),
  csv: z.string().min(1).optional(),
  builtIn: builtIn.optional(),
  level: levelName.optional(),
  within: z.string().min(1).optional(),
  unreadable,
  delimiter: delimiter.optional(),
  encoding: fileEncoding.optional(),
});

const treatment = z.strictObject({
  item,
  dropColumn: z.strictObject({}).optional(),
  suppressCell: ownCondition.optional(),
  generalize: generalize.optional(),
  topCode: coding.optional(),
  bottomCode: coding.optional(),
  pseudoId: z.strictObject({ length: z.int().min(8).max(64).optional() }).optional(),
  microaggregate: microaggregate.optional(),
  swap: swap.optional(),
  addNoise: addNoise.optional(),
});

export const hierarchySchema = z.strictObject({
  csv: hierarchyFile.csv.optional(),
  delimiter: hierarchyFile.delimiter,
  encoding: hierarchyFile.encoding,
  bands: bands.optional(),
  builtIn: builtIn.optional(),
  redact: z.strictObject({}).optional(),
  widths: widths.optional(),
  levels: z.array(levelName).min(1).optional(),
  within: z.string().min(1).optional(),
  unreadable,
});

const column = z.strictObject({
  role: z.enum(['identifying', 'identificationCode', 'linkingCode', 'quasi', 'sensitive', 'free', 'other']),
  treat: z.array(treatment).min(1).optional(),
  hierarchy: hierarchySchema.optional(),
  weight: z.number().positive().optional(),
  levels: z.strictObject({ min: z.int().min(0).optional(), max: z.int().min(0).optional() }).optional(),
  accepted: z.string().min(1).optional(),
  undisclosed: z.string().trim().min(1).optional(),
});

const diversity = z.strictObject({
  column: z.string(),
  model: z.enum(['distinct', 'entropy', 'recursive']),
  l: finite.min(1),
  c: finite.positive().optional(),
});

const frequency = z.strictObject({
  column: z.string(),
  alpha: finite.positive().max(1),
  values: z.array(z.string()).min(1).optional(),
});
const disclosure = z.strictObject({
  column: z.string(),
  delta: finite.positive(),
  values: z.enum(['all', 'present']).optional(),
});
const likeness = z.strictObject({
  column: z.string(),
  beta: finite.positive(),
  form: z.enum(['basic', 'enhanced']),
});

export const recipeSchema = z.strictObject({
  source: z.strictObject({
    path: z.string().min(1).optional(),
    table: z.string().min(1).optional(),
    format: z.enum(['csv', 'xlsx', 'parquet', 'postgresql']).optional(),
    delimiter: delimiter.optional(),
    encoding: fileEncoding.optional(),
    sheet: z.string().min(1).optional(),
    headerRow: z.int().positive().optional(),
  }),
  columns: z.record(z.string(), column),
  records: z
    .array(
      z.strictObject({
        item,
        drop: condition.optional(),
        keep: condition.optional(),
        objectors: z.strictObject({ ...hierarchyFile, key: z.array(z.string()).min(1) }).optional(),
        sample: z
          .strictObject({ rows: z.int().positive().optional(), share: finite.positive().max(1).optional() })
          .optional(),
        synthesize: z
          .strictObject({
            share: finite.positive().max(0.9),
            model: z.enum(['independent', 'chain']).optional(),
            mark: z.string().min(1).optional(),
          })
          .optional(),
      }),
    )
    .optional(),
  person: z.strictObject({ key: z.array(z.string()).min(1) }).optional(),
  privacy: z.strictObject({
    k: z.int().positive(),
    diversity: z.array(diversity).optional(),
    closeness: z
      .array(
        z.strictObject({
          column: z.string(),
          t: finite.min(0).max(1),
          distance: z.enum(['equal', 'ordered', 'hierarchical']),
        }),
      )
      .optional(),
    frequency: z.array(frequency).optional(),
    disclosure: z.array(disclosure).optional(),
    likeness: z.array(likeness).optional(),
  }),
  suppressionLimit: finite.min(0).max(1).optional(),
  recoding: z.enum(['global', 'local']).optional(),
  search: z
    .strictObject({
      seconds: finite.positive().optional(),
      memoryMiB: finite.min(256).optional(),
      spillMiB: finite.min(1).optional(),
    })
    .optional(),
  refusedRows: z.int().min(0).optional(),
  shuffle: z.boolean().optional(),
  shuffleReason: z.string().min(1).optional(),
  seed: z.string().optional(),
  output: z
    .strictObject({
      format: z.enum(['csv', 'xlsx', 'parquet']).optional(),
      delimiter: delimiter.optional(),
      encoding: fileEncoding.optional(),
      suppressedAs: z.string().optional(),
      suppressedRecords: z.enum(['drop', 'mark']).optional(),
      neutralizeFormulas: z.boolean().optional(),
      unencodable: z.strictObject({ replaceWith: z.string().min(1) }).optional(),
    })
    .optional(),
});

export type RecipeDocument = z.infer<typeof recipeSchema>;
export type ColumnDocument = z.infer<typeof column>;
export type TreatmentDocument = z.infer<typeof treatment>;
export type RecordDocument = NonNullable<RecipeDocument['records']>[number];
export type ConditionDocument = z.infer<typeof ownCondition>;
export type HierarchyDocument = z.infer<typeof hierarchySchema>;
