import { addressLevels, addressReader } from '../../japan/addressReader.ts';
import type { AreaTable } from '../../japan/areaTable.ts';
import type { BuiltIn, RuleChoice } from '../recipe/recipe.ts';
import { unreachable } from '../unreachable.ts';
import { municipalityLevels, municipalityReader } from './municipalityReader.ts';
import { phoneLevels } from './phoneReader.ts';

/** Whether a text is a value that a level can have. */
type LabelTest = (value: string) => boolean;

/**
 * What the values of one level of a rule look like, told without the values that they were made of.
 *
 * @param level from 1; the top, at which everything is suppressed, is none.
 * @returns null where the tables that the rule needs were not handed in.
 */
export function labelTest(rule: RuleChoice, level: number, areas: AreaTable | null): LabelTest | null {
  switch (rule.kind) {
    case 'bands':
      return bandTest(rule.widths[level - 1] ?? 0, rule.from);
    case 'redact':
      return (value) => value.endsWith('*'.repeat(level));
    case 'builtIn':
      return builtInTest(rule.builtIn, level, areas);
    default:
      return unreachable(rule);
  }
}

/** Levels of a rule between the value itself and the top; null: as many as its longest value has characters. */
export function levelsOfRule(rule: RuleChoice): number | null {
  if (rule.kind === 'redact') return null;
  if (rule.kind === 'bands') return rule.widths.length;
  return rule.builtIn.name === 'age' ? rule.builtIn.widths.length : rule.builtIn.levels.length;
}

function builtInTest(builtIn: BuiltIn, level: number, areas: AreaTable | null): LabelTest | null {
  if (builtIn.name === 'age') return bandTest(builtIn.widths[level - 1] ?? 0, 0);
  const wanted = builtIn.levels[level - 1] ?? '';
  switch (builtIn.name) {
    case 'date':
      return matching(dateForms[wanted]);
    case 'postalCode':
      return postalCodeTest(Number(wanted));
    case 'phone':
      return matching(wanted === phoneLevels[0] ? /^(?:0\d{1,4}-|[^\d-]+)$/ : /^[^\d-]+$/);
    case 'address':
      return areas && addressTest(wanted, areas);
    case 'municipality':
      return areas && municipalityTest(wanted, areas);
    default:
      return unreachable(builtIn);
  }
}

const matching =
  (pattern: RegExp | undefined): LabelTest =>
  (value) =>
    pattern?.test(value) ?? false;

/** A date that names no day or month is as coarse as it was. */
const dateForms: Readonly<Record<string, RegExp>> = {
  day: /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
  month: /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/,
  year: /^\d{4}$/,
  decade: /^\d{3}0年代$/,
};

function bandTest(width: number, from: number): LabelTest {
  return (value) => {
    if (value === `<${from}`) return true;
    const [, low, high] = /^(-?\d+)-(-?\d+)$/.exec(value) ?? [];
    return low !== undefined && Number(high) - Number(low) === width - 1 && (Number(low) - from) % width === 0;
  };
}

/** `272-00**`: the first digits stand, the others are hidden. */
function postalCodeTest(digits: number): LabelTest {
  return (value) => {
    const plain = value.replace('-', '');
    const hidden = '*'.repeat(7 - digits);
    return /^[\d*]{3}-[\d*]{4}$/.test(value) && plain.endsWith(hidden) && /^\d+$/.test(plain.slice(0, digits));
  };
}

/** A label names its place, so reading it again gives it back. */
function addressTest(wanted: string, areas: AreaTable): LabelTest {
  const level = addressLevels.find((one) => one === wanted) ?? 'region';
  if (level === 'region') return municipalityTest(level, areas);
  const read = addressReader(areas);
  return (value) => {
    const address = read(value);
    return !('unreadable' in address) && address[level] === value;
  };
}

function municipalityTest(wanted: string, areas: AreaTable): LabelTest {
  const levels: readonly string[] = municipalityLevels;
  const labels = labelsAt(levels.indexOf(wanted), areas);
  return (value) => labels.has(value);
}

/** The names of all places at a level, the prefectures that stand for themselves included. */
function labelsAt(place: number, table: AreaTable): Set<string> {
  const { read } = municipalityReader(table);
  const codes = new Set(table.areas.flatMap(({ code }) => [code, code.slice(0, 2)]));
  return new Set(
    [...codes].flatMap((code) => {
      const labels = read(code);
      return 'unreadable' in labels ? [] : (labels[place] ?? []);
    }),
  );
}
