import { onlyOf, readCondition, readHierarchyFile } from './readTreatment.ts';
import type { RecordStep } from './recipe.ts';
import type { RecordDocument } from './recipeSchema.ts';

/** One record step of a recipe. */
export function readRecordStep(document: RecordDocument, index: number): RecordStep {
  const place = `手順書の records → ${index}`;
  const kind = onlyOf(place, document, ['drop', 'keep', 'objectors', 'sample'] as const);
  const item = document.item ?? 5;
  const { drop, keep, objectors, sample } = document;
  if (drop) return { kind: 'drop', item, condition: readCondition(`${place} → drop`, drop) };
  if (keep) return { kind: 'keep', item, condition: readCondition(`${place} → keep`, keep) };
  if (objectors) return { kind: 'objectors', item, file: readHierarchyFile(objectors), key: objectors.key };
  const size = onlyOf(`${place} → ${kind}`, sample ?? {}, ['rows', 'share'] as const);
  return { kind: 'sample', item, ...(size === 'rows' ? { rows: sample?.rows ?? 0 } : { share: sample?.share ?? 0 }) };
}
