import type { OpenPoint } from '../../core/release/openPoint.ts';
import { openPointText } from '../../messages/openPointText.ts';
import type { TableChoice } from '../ports/anonymizer.ts';
import { type ProposedRecipe, proposeRecipe } from '../release/proposeRecipe.ts';
import type { FormPlan, Planning } from './planning.ts';

/** Group sizes and shares that a recipe begins with; the creator changes them. */
const usualRecipe = { k: 3, suppressionPercent: 5 } as const;

/** What the proposal and the source leave open stands in the form, a row for each column that has to be decided. */
export async function planRecipe({ parts, organ, record, asked }: Planning): Promise<Partial<FormPlan>> {
  const { k, suppressionPercent } = usualRecipe;
  const options = { k, suppressionLimit: suppressionPercent / 100, decisions: [], ...tableOf(asked) };
  const proposed = record && (await proposeRecipe(parts, organ, record.stream.id, options));
  if (proposed?.outcome === 'unreadable') return unreadableSource(proposed);
  if (proposed?.outcome !== 'proposed') return { filled: usualRecipe, hidden: ofWorkbook };
  const columns = proposed.open.flatMap((open) => (open.point === 'roleUndecided' ? [open.column] : []));
  const hears = proposed.open.some(({ point }) => point === 'objectorColumnMissing');
  return {
    filled: { ...usualRecipe, decisions: columns.map((column) => ({ column })) },
    hidden: [
      ...(columns.length === 0 ? ['decisions'] : []),
      ...(hears ? [] : ['objectorColumn']),
      ...(proposed.sheets.length > 1 ? [] : ['sheet']),
      ...(proposed.format === 'xlsx' ? [] : ['headerRow']),
    ],
    choices: {
      sheet: choicesOf(proposed.sheets),
      'decisions.column': columns.map((value) => ({ value, label: value })),
      objectorColumn: Object.keys(proposed.recipe.columns).map((value) => ({ value, label: value })),
    },
    notes: proposed.open.map((open) => ({
      path: placeOf(open, proposed.format),
      note: 'said',
      text: openPointText(open),
    })),
  };
}

/** The field of the form that settles a point; a workbook without the items was probably read from the wrong row. */
function placeOf({ point }: OpenPoint, format: string): string {
  if (point === 'roleUndecided') return 'decisions';
  if (point === 'objectorColumnMissing') return 'objectorColumn';
  return point === 'itemNotInSource' && format === 'xlsx' ? 'headerRow' : 'k';
}

const ofWorkbook = ['sheet', 'headerRow'] as const;
const choicesOf = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** Which table of a workbook was chosen so far. */
function tableOf({ sheet = '', headerRow = '' }: Planning['asked']): TableChoice {
  const row = Number(headerRow);
  return { sheet: sheet || null, headerRow: Number.isSafeInteger(row) && row > 0 ? row : null };
}

/** Why the source can't be read stands beside the choice that may help; of a workbook sheet and header can be chosen. */
function unreadableSource({ message, sheets }: Extract<ProposedRecipe, { outcome: 'unreadable' }>): Partial<FormPlan> {
  const path = sheets.length > 1 ? 'sheet' : sheets.length === 1 ? 'headerRow' : 'k';
  return {
    filled: usualRecipe,
    hidden: ['decisions', 'objectorColumn', ...(sheets.length > 1 ? [] : sheets.length === 1 ? ['sheet'] : ofWorkbook)],
    choices: { sheet: choicesOf(sheets) },
    notes: [{ path, note: 'said', text: message }],
  };
}
