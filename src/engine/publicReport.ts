import { readRecipe } from './recipe/readRecipe.ts';
import type { Recipe } from './recipe/recipe.ts';
import { describeGeneralization } from './report/describeGeneralization.ts';
import { meaningForClasses } from './report/meaningForClasses.ts';
import { levelsInOrder } from './report/reportedLevels.ts';
import type {
  CheckReport,
  ColumnReport,
  PublicColumn,
  PublicReport,
  PublicRisk,
  Report,
  VerificationReport,
} from './report/reportTypes.ts';
import { describeRecordStep, describeSynthesis, describeTreatment } from './treat/describeTreatment.ts';

/** The report that may leave the organ: what was done in the commission's words, the counts, the verification. */
export function publicReport(report: Report): PublicReport {
  const recipe = readRecipe(JSON.stringify(report.recipe), '');
  const { items } = report.verification;
  const publicItem = ({ passed, checks }: { passed: boolean; checks: readonly CheckReport[] }) => ({
    passed,
    findings: passed ? checks.filter(isPublic).map(({ finding }) => finding) : [],
  });
  return {
    engineVersion: report.engineVersion,
    outputFile: report.outputFile,
    sha256: { output: report.sha256.output },
    outputRows: report.outputRows,
    syntheticRecords: report.syntheticRecords,
    meanings: meaningForClasses(recipe),
    columns: report.columns.filter(({ written }) => written).map((column) => publicColumn(recipe, report, column)),
    recordTechniques: recordTechniques(recipe, report),
    removedColumns: report.columns.filter(({ written }) => !written).map(({ name }) => name),
    k: recipe.k,
    countedIn: report.persons === null ? 'records' : 'persons',
    classes: report.classes,
    smallestClass: report.smallestClass !== null && report.smallestClass >= recipe.k ? report.smallestClass : null,
    risk: publicRisk(report.verification),
    utility: report.utility,
    verification: {
      passed: report.verification.passed,
      items: {
        1: publicItem(items[1]),
        2: publicItem(items[2]),
        3: publicItem(items[3]),
        4: publicItem(items[4]),
        5: publicItem(items[5]),
      },
    },
  };
}

/** Of a class that is too small nothing is told, not even its risk. */
function publicRisk({ passed, risk }: VerificationReport): PublicRisk | null {
  if (!passed || risk === null) return null;
  const { prosecutorMax, prosecutorMean, journalistMax, marketer } = risk;
  return { prosecutorMax, prosecutorMean, journalistMax, marketer };
}

/** What was done with whole records, without how it was set. */
function recordTechniques(recipe: Recipe, { suppressedRecords }: Report): string[] {
  const words = recipe.records.map((step) => describeRecordStep(step).words);
  const suppressed = suppressedRecords > 0 ? ['条件を満たさないレコードの削除'] : [];
  const synthetic = recipe.synthesis ? [describeSynthesis(recipe.synthesis).words] : [];
  const shuffled = recipe.keptOrder === null ? ['行の並べ替え'] : [];
  return [...new Set([...words, ...suppressed, ...synthetic, ...shuffled])];
}

/** Findings on thresholds and on how many values were searched tell of single persons and of the method. */
const isPublic = ({ check }: CheckReport) =>
  [
    'removedColumns',
    'codeShapes',
    'pseudoIds',
    'recomputable',
    'generalizedValues',
    'k',
    'persons',
    'diversity',
    'closeness',
    'frequency',
    'disclosure',
    'likeness',
  ].includes(check);

/** How a treatment was set stays with the organ, but for what the generalized values themselves show. */
function publicColumn({ columns }: Recipe, report: Report, { name, topLevel }: ColumnReport): PublicColumn {
  const column = columns.find((one) => one.name === name);
  if (!column) return { name, descriptions: [] };
  const levels = levelsInOrder(report.levels).map((own) => own[name] ?? 0);
  const generalized = describeGeneralization(column, { levels, topLevel });
  const words = column.treatments.map(describeTreatment).filter(({ technique }) => technique !== 'generalize');
  return {
    name,
    descriptions: [...new Set(words.map((one) => one.words)), ...(generalized === null ? [] : [generalized])],
  };
}
