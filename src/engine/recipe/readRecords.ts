import { InputError } from '../inputError.ts';
import { onlyOf, readCondition, readHierarchyFile } from './readTreatment.ts';
import type { RecipeColumn, RecordStep, SynthesisChoice } from './recipe.ts';
import type { RecipeDocument, RecordDocument } from './recipeSchema.ts';

/** One record step of a recipe; synthetic records are no step, since they come after all others. */
export function readRecordStep(document: RecordDocument, index: number): RecordStep[] {
  const place = `手順書の records → ${index}`;
  const kind = onlyOf(place, document, ['drop', 'keep', 'objectors', 'sample', 'synthesize'] as const);
  const item = document.item ?? 5;
  const { drop, keep, objectors, sample } = document;
  if (drop) return [{ kind: 'drop', item, condition: readCondition(`${place} → drop`, drop) }];
  if (keep) return [{ kind: 'keep', item, condition: readCondition(`${place} → keep`, keep) }];
  if (objectors) return [{ kind: 'objectors', item, file: readHierarchyFile(objectors), key: objectors.key }];
  if (!sample) return [];
  const size = onlyOf(`${place} → ${kind}`, sample, ['rows', 'share'] as const);
  return [{ kind: 'sample', item, ...(size === 'rows' ? { rows: sample.rows ?? 0 } : { share: sample.share ?? 0 }) }];
}

/** @throws InputError when synthetic records are asked for twice, or their mark is the header of a column. */
export function readSynthesis(
  { records: documents = [], output, shuffle }: RecipeDocument,
  columns: readonly RecipeColumn[],
): SynthesisChoice | null {
  const asked = documents.flatMap(({ synthesize }, index) => (synthesize ? [{ synthesize, index }] : []));
  const [first, second] = asked;
  if (!first) return null;
  if (second)
    throw new InputError(
      `手順書の records → ${second.index} → synthesize`,
      '疑似データの指定は一つだけにしてください。',
    );
  const { share, model = 'independent', mark = '疑似データ' } = first.synthesize;
  const place = `手順書の records → ${first.index} → synthesize`;
  if (output?.suppressedRecords === 'mark' || shuffle === false)
    throw new InputError(
      place,
      '隠した記録を印で残すとき（mark）と、行の順を変えないときは、疑似データを加えられません。',
    );
  if (columns.some(({ name }) => name === mark))
    throw new InputError(`${place} → mark`, `「${mark}」という列がすでにあります。別の見出しにしてください。`);
  return { share, model, mark };
}
