import type { AreaTable } from '../japan/areaTable.ts';
import { needsAreas } from './hierarchy/builtInReader.ts';
import { labelledHierarchy, type UnreadableValue } from './hierarchy/labelledHierarchy.ts';
import { levelWord } from './hierarchy/levelWord.ts';
import { ruleReader } from './hierarchy/ruleReader.ts';
import { InputError } from './inputError.ts';
import { parseHierarchy } from './recipe/readHierarchy.ts';

export interface MakeHierarchyOptions {
  readonly column: string;
  /** The value of the key `hierarchy` of a recipe: `builtIn`, `bands` or `redact`. */
  readonly hierarchy: unknown;
  readonly values: readonly string[];
  /** Reads the tables of municipalities and towns; called when the hierarchy needs them. */
  readonly areas?: () => AreaTable | Promise<AreaTable>;
}

/** A hierarchy as a file holds it. */
export interface MadeHierarchy {
  /** What each level is called, level 0 first. */
  readonly levels: readonly string[];
  /** One row per value; null = suppressed. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Values that could not be placed, with the reason; in `rows` they are what the key `unreadable` makes of them. */
  readonly unreadable: readonly UnreadableValue[];
  /** Whether the hierarchy refuses such values. */
  readonly refuses: boolean;
}

/**
 * Makes the hierarchy that a recipe would use for some values.
 * @throws InputError for a hierarchy that can't be used as given.
 */
export async function makeHierarchy({
  column,
  hierarchy,
  values,
  areas,
}: MakeHierarchyOptions): Promise<MadeHierarchy> {
  const rule = parseHierarchy(`列「${column}」の hierarchy`, hierarchy);
  if (rule.kind === 'csv' || rule.kind === 'none')
    throw new InputError(`列「${column}」の hierarchy`, 'builtIn、bands、redact のどれかを書いてください。');
  const needed = rule.kind === 'builtIn' && needsAreas(rule.builtIn.name);
  const reader = ruleReader(column, rule, values, needed ? ((await areas?.()) ?? null) : null);
  const made = labelledHierarchy(column, reader, values, new Set(), rule.unreadable);
  return {
    levels: ['値', ...reader.levels.map(levelWord), '隠す'],
    rows: made.hierarchy.rows,
    unreadable: made.unreadable,
    refuses: rule.unreadable === 'refuse',
  };
}
