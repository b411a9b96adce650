import { createHash } from 'node:crypto';
import type { PlannedRun } from './anonymize.ts';
import { describeLevel } from './hierarchy/describeLevel.ts';
import type { Recipe, RecipeColumn } from './recipe/recipe.ts';
import type { ReportedLevels } from './report/reportedLevels.ts';
import type { ColumnReport, Report, TreatmentReport, VerificationReport } from './report/reportTypes.ts';
import {
  describeRecordStep,
  describeSynthesis,
  describeTreatment,
  fullDescription,
} from './treat/describeTreatment.ts';
import type { EncodedRecords } from './treat/encodeRecords.ts';
import type { TreatedSource } from './treatSource.ts';
import { engineVersion } from './version.ts';

/** What writing and verifying add to a planned run. */
export interface WrittenOutput {
  readonly outputFile: string;
  readonly sha256: string;
  readonly rows: number;
  readonly synthetic: number;
  readonly verification: VerificationReport;
  readonly notes: readonly string[];
}

/** `report.json` of a run. */
export function buildReport(run: PlannedRun, output: WrittenOutput): Report {
  const { recipe, table, source, planned, watch } = run;
  const { plan, encoded, expectation } = planned;
  const names = encoded.quasi.map(({ column }) => column.name);
  const utility = names.map((name, index) => [name, 1 - (plan.losses[index] ?? 0)] as const);
  const total = names.length === 0 ? null : 1 - plan.loss;
  return {
    engineVersion,
    recipe: recipe.document,
    seed: recipe.seed,
    outputFile: output.outputFile,
    sha256: {
      input: table.sha256,
      recipe: createHash('sha256').update(run.recipeBytes).digest('hex'),
      output: output.sha256,
    },
    rows: table.rows + table.refusedRows,
    outputRows: output.rows,
    syntheticRecords: output.synthetic,
    suppressedRecords: plan.suppressedRecords,
    suppressedBy: plan.suppressedBy,
    droppedRecords: source.dropped.reduce((sum, records) => sum + records, 0),
    persons: source.treated.persons,
    suppressedPersons: plan.suppressedPersons,
    flow: run.flow,
    refusedRows: table.refusedRows,
    refused: table.refused,
    notes: [...table.notes, ...source.notes, ...ruleNotes(planned.encoded), ...output.notes],
    columns: table.columns.flatMap(({ name }) => columnReports(run, name)),
    treatments: treatmentReports(run, output),
    pseudonyms: source.pseudonyms,
    changedRecords: source.treated.changedRecords,
    levels: reportedLevels(run),
    loss: names.length === 0 ? null : plan.loss,
    utility: { total, columns: Object.fromEntries(utility) },
    optimal: plan.optimal,
    gap: plan.gap,
    checks: plan.checks,
    classes: plan.classes,
    smallestClass: plan.smallestClass,
    distributions: expectation.distributions,
    generalizations: expectation.generalizations,
    hierarchies: expectation.hierarchies,
    riskBefore: planned.riskBefore,
    verification: output.verification,
    seconds: watch.seconds(),
    peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** Notes of hierarchies that were made of the values; those of files stand among the notes of the source. */
const ruleNotes = ({ quasi, sensitive }: EncodedRecords) =>
  [...quasi, ...sensitive].flatMap(({ column, hierarchy }) =>
    column.hierarchy.kind === 'csv' ? [] : (hierarchy?.notes ?? []),
  );

/** The levels as `report.json` gives them. */
export function reportedLevels({ recipe, planned }: Pick<PlannedRun, 'recipe' | 'planned'>): ReportedLevels {
  const { parts, encoded, expectation } = planned;
  if (recipe.recoding === 'global' || encoded.quasi.length === 0) return expectation.levels;
  return parts.map(({ records, persons, levels, excluded }) => ({
    records,
    ...(persons === null ? {} : { persons }),
    levels: Object.fromEntries(encoded.quasi.map(({ column }, index) => [column.name, levels[index] ?? 0])),
    excluded,
  }));
}

function columnReports({ recipe, planned, source }: PlannedRun, name: string): ColumnReport[] {
  const { quasi, attributes } = planned.encoded;
  const index = quasi.findIndex(({ column }) => column.name === name);
  const level = index < 0 ? null : (planned.expectation.levels[name] ?? 0);
  const written = source.treated.columns.some(({ column }) => column.name === name);
  return recipe.columns
    .filter((column) => column.name === name)
    .map((column) => ({
      name,
      role: column.role,
      written,
      descriptions: descriptionsOf(
        column,
        planned.parts.map((part) => part.levels[index] ?? 0),
      ),
      level,
      topLevel: index < 0 ? null : (attributes[index]?.levels.length ?? 1) - 1,
      accepted: column.accepted,
    }));
}

/** @param levels of a quasi-identifier in each part; of another column nothing but zeros. */
function descriptionsOf({ treatments, hierarchy }: RecipeColumn, levels: readonly number[]): string[] {
  const used = [...new Set(levels)].toSorted((one, other) => one - other);
  const named = used.map((level) => {
    const word = describeLevel(hierarchy, level);
    return word === null ? `段階 ${level}` : `段階 ${level}: ${word}`;
  });
  const generalized = used.some((level) => level > 0) ? [`一般化（${named.join('、')}）`] : [];
  return [...treatments.map((treatment) => fullDescription(describeTreatment(treatment))), ...generalized];
}

function treatmentReports({ recipe, source }: PlannedRun, output: WrittenOutput): TreatmentReport[] {
  const records = recipe.records.map((step, index) => {
    const described = describeRecordStep(step);
    return {
      item: step.item,
      column: null,
      technique: described.technique,
      description: fullDescription(described),
      changedCells: source.dropped[index] ?? 0,
      unreadableCells: 0,
      unreadable: [],
    };
  });
  return [...records, ...stepReports(source), ...synthesisReports(recipe, output)];
}

function synthesisReports({ synthesis }: Recipe, { synthetic }: WrittenOutput): TreatmentReport[] {
  if (!synthesis) return [];
  const described = describeSynthesis(synthesis);
  return [
    {
      item: 5,
      column: null,
      technique: described.technique,
      description: fullDescription(described),
      changedCells: synthetic,
      unreadableCells: 0,
      unreadable: [],
    },
  ];
}

const stepReports = ({ treated, unreadable }: TreatedSource): TreatmentReport[] =>
  treated.steps.map(({ step, changedCells, unreadableCells }) => {
    const described = describeTreatment(step.treatment);
    return {
      item: step.treatment.item,
      column: step.column.name,
      technique: described.technique,
      description: fullDescription(described),
      changedCells,
      unreadableCells,
      unreadable: unreadable.get(step.id) ?? [],
    };
  });
