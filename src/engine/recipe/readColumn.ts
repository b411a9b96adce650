import { InputError } from '../inputError.ts';
import { readHierarchy } from './readHierarchy.ts';
import { readTreatment } from './readTreatment.ts';
import type { RecipeColumn, Role, Treatment } from './recipe.ts';
import type { ColumnDocument } from './recipeSchema.ts';

/** Techniques that remove or replace what a column holds, as the standard asks of each role. */
const replacing: Partial<Record<Role, readonly Treatment['kind'][]>> = {
  identifying: ['dropColumn', 'pseudoId', 'truncateAfter', 'datePart', 'bands', 'hierarchyLevel', 'builtInLevel'],
  identificationCode: ['dropColumn', 'pseudoId'],
  linkingCode: ['dropColumn', 'pseudoId'],
  free: ['dropColumn', 'hierarchyLevel'],
};

/** One column of the recipe. @throws InputError for a role without its treatment and for keys that contradict. */
export function readColumn(name: string, document: ColumnDocument): RecipeColumn {
  const place = `手順書の columns → ${name}`;
  const treatments = readTreatments(place, name, document);
  refuseMissingTreatment(place, document.role, treatments);
  refuseTreatmentAfterLast(place, treatments, 'dropColumn');
  refuseTreatmentAfterLast(place, treatments, 'pseudoId');
  refusePseudoIdInClasses(place, document.role, treatments);
  refuseContradiction(place, document);
  return {
    name,
    role: document.role,
    treatments,
    hierarchy: readHierarchy(`${place} → hierarchy`, document.hierarchy),
    weight: document.weight ?? 1,
    levels: {
      ...(document.levels?.min === undefined ? {} : { min: document.levels.min }),
      ...(document.levels?.max === undefined ? {} : { max: document.levels.max }),
    },
    accepted: document.accepted ?? null,
  };
}

function readTreatments(place: string, name: string, { role, treat, undisclosed }: ColumnDocument): Treatment[] {
  if (undisclosed === undefined)
    return (treat ?? []).map((treatment, index) => readTreatment(`${place} → treat → ${index}`, name, role, treatment));
  if (treat)
    throw new InputError(
      `${place} → undisclosed`,
      '不開示情報に当たる項目は加工の前に除くので、treat は書けません。treat を消してください。',
    );
  return [{ kind: 'dropColumn', undisclosed, item: 1 }];
}

function refuseMissingTreatment(place: string, role: Role, treatments: readonly Treatment[]): void {
  const wanted = replacing[role];
  if (!wanted || treatments.some(({ kind }) => wanted.includes(kind))) return;
  throw new InputError(
    `${place} → treat`,
    `役割「${role}」の列には、削除または置き換えの処理が必要です。例: "treat": [{ "dropColumn": {} }]`,
  );
}

const lastWords = {
  dropColumn: '項目を削除した後に、同じ項目の処理があります。',
  pseudoId: '仮ID にした後に、同じ項目の処理があります。仮ID は最後にしてください。',
} as const;

function refuseTreatmentAfterLast(place: string, treatments: readonly Treatment[], last: keyof typeof lastWords): void {
  const at = treatments.findIndex(({ kind }) => kind === last);
  if (at < 0) return;
  const lastItem = treatments[at]?.item ?? 5;
  const after = treatments.some(
    ({ item }, index) => index !== at && (item > lastItem || (item === lastItem && index > at)),
  );
  if (after) throw new InputError(`${place} → treat`, lastWords[last]);
}

/** A pseudo-ID is one of a kind: as a quasi-identifier it leaves no class. */
function refusePseudoIdInClasses(place: string, role: Role, treatments: readonly Treatment[]): void {
  if (role !== 'quasi' && role !== 'sensitive') return;
  if (treatments.some(({ kind }) => kind === 'pseudoId'))
    throw new InputError(
      `${place} → treat`,
      `役割「${role}」の列は仮ID にできません。連結する符号なら、役割を linkingCode にしてください。`,
    );
}

function refuseContradiction(place: string, document: ColumnDocument): void {
  const { role, levels, weight, hierarchy, treat, undisclosed } = document;
  if (role !== 'quasi' && levels)
    throw new InputError(`${place} → levels`, '段階の制限は役割 quasi の列にだけ書けます。');
  if (role !== 'quasi' && weight !== undefined)
    throw new InputError(`${place} → weight`, '重みは役割 quasi の列にだけ書けます。');
  if (role !== 'quasi' && role !== 'sensitive' && hierarchy)
    throw new InputError(`${place} → hierarchy`, '階層は役割 quasi か sensitive の列にだけ書けます。');
  if (levels?.min !== undefined && levels.max !== undefined && levels.min > levels.max)
    throw new InputError(`${place} → levels`, `min ${levels.min} が max ${levels.max} より大きくなっています。`);
  const dropped = undisclosed !== undefined || (treat?.some(({ dropColumn }) => dropColumn) ?? false);
  if (dropped && (hierarchy || levels || weight !== undefined))
    throw new InputError(place, '削除する項目に hierarchy、levels、weight は書けません。');
}
