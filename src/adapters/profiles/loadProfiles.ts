import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ja } from 'zod/locales';
import type { OrganProfile } from '../../core/organ/organProfile.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { profileSchema } from './profileSchema.ts';

/** Profiles that can't be used; the message names every mistake with file and path. */
export class ProfileError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(`プロファイルに誤りがあります。次の箇所を直してください。\n${mistakes.join('\n')}`);
    this.mistakes = mistakes;
  }
}

const { localeError } = ja();

type Reading = { readonly ruleSet: RuleSet } | { readonly mistakes: readonly string[] };

/** Checks one rule set; the mistakes are named by their path (`review.minPersons.value`), all at once. */
export function readRuleSet(data: unknown, file: string): Reading {
  const result = profileSchema.safeParse(data, { error: localeError });
  if (result.success) return { ruleSet: result.data };
  return {
    mistakes: result.error.issues.map(({ path, message }) => `${file}: ${path.join('.') || '全体'}: ${message}`),
  };
}

function readFile(folder: string, organ: string, name: string): Reading {
  const file = `${organ}/${name}`;
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(join(folder, organ, name), 'utf8'));
  } catch (error) {
    return { mistakes: [`${file}: JSON として読めません: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const reading = readRuleSet(data, file);
  if ('mistakes' in reading) return reading;
  const expected = `${reading.ruleSet.organ}/${reading.ruleSet.effectiveFrom ?? 'undated'}.json`;
  return expected === file ? reading : { mistakes: [`${file}: 中身からは ${expected} という名前になるはずです`] };
}

const oldestFirst = (one: RuleSet, other: RuleSet): number =>
  (one.effectiveFrom ?? '') < (other.effectiveFrom ?? '') ? -1 : 1;

/**
 * Loads the rule sets of every organ: `folder/<organ>/<effectiveFrom | undated>.json`.
 * @throws ProfileError naming all mistakes of all files.
 */
export function loadProfiles(folder: string): readonly OrganProfile[] {
  const organs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = organs.map(({ name }) => name).sort();
  const readings = names.flatMap((organ) =>
    readdirSync(join(folder, organ))
      .sort()
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFile(folder, organ, name)),
  );
  const mistakes = readings.flatMap((reading) => ('mistakes' in reading ? reading.mistakes : []));
  if (readings.length === 0) mistakes.push(`${folder}: プロファイルが一つもありません`);
  if (mistakes.length > 0) throw new ProfileError(mistakes);
  const ruleSets = readings.flatMap((reading) => ('ruleSet' in reading ? [reading.ruleSet] : []));
  return [...Map.groupBy(ruleSets, ({ organ }) => organ)].map(([organ, versions]) => ({
    organ,
    ruleSets: versions.toSorted(oldestFirst),
  }));
}
