import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../test/browser/stage.ts';
import type { CaseKind, CommandName } from '../../app/aggregates.ts';
import { manualCommands } from '../../app/cases/caseActs.ts';
import { commandFields, readCommand } from '../../app/fields/commandFields.ts';
import { type FieldShape, fieldAt, shapeOf } from '../../app/fields/fieldShape.ts';
import { targetNames } from '../../app/scenario/targets.ts';
import { formFieldIds } from '../../core/proposal/form.ts';
import { fieldWords, formSections, optionWord, worded } from '../../messages/fieldWords.ts';
import { segments } from '../casePaths.ts';
import { readWritten } from './readWritten.ts';
import { changeRows, under, writeValue } from './written.ts';

const names = Object.keys(commandFields) as CommandName[];
const manual = (Object.keys(segments) as CaseKind[]).flatMap(manualCommands);

/** Every field of a shape with its path without row numbers. */
function fieldsOf(shape: FieldShape, path = ''): { readonly path: string; readonly shape: FieldShape }[] {
  const inside =
    shape.kind === 'group'
      ? shape.fields.flatMap((field) => fieldsOf(field, under(path, field.name)))
      : shape.kind === 'list' && shape.item.kind === 'group'
        ? shape.item.fields.flatMap((field) => fieldsOf(field, under(path, field.name)))
        : [];
  return path === '' ? inside : [{ path, shape }, ...inside];
}

interface Step {
  readonly do: CommandName;
  readonly with?: Record<string, unknown>;
}
const guide = JSON.parse(readFileSync(join(root, 'docs/guide/kumamoto-first-case.json'), 'utf8')) as {
  given: Step[];
  steps: Step[];
};
const file = { name: 'a.csv', digest: 'a'.repeat(64), bytes: 3 };

/** The fields of a step as a command takes them: without the name of its case, with files that are stored. */
function commandOf({ do: name, with: given = {} }: Step): Record<string, unknown> {
  const targets: readonly string[] = Object.values(targetNames);
  const known = shapeOf(name).fields.map((field) => field.name);
  const own = Object.entries(given).filter(([key]) => known.includes(key) || !targets.includes(key));
  return Object.fromEntries(own.map(([key, value]) => [key, ['source', 'recipe'].includes(key) ? file : value]));
}

/** A correction says nothing of the boxes that were not asked for. */
function closedIn({ do: name, with: given }: Step): ReadonlySet<string> {
  if (name !== 'receiveCorrection') return new Set();
  const open = Object.keys((given?.form ?? {}) as object);
  return new Set(formFieldIds.filter((id) => !open.includes(id)).map((id) => `form.${id}`));
}

describe('forms of commands', () => {
  test('every field that a person fills in has a Japanese label, every value a Japanese word', () => {
    const fields = manual.flatMap((command) => fieldsOf(shapeOf(command)).map((field) => ({ command, ...field })));
    expect(fields.length).toBeGreaterThan(150);
    const label = ({ command, path, shape }: (typeof fields)[number]) => fieldWords(command, path).label ?? shape.label;
    expect(fields.filter((field) => !/[ぁ-んァ-ヶ一-龠]/.test(label(field))).map(({ path }) => path)).toEqual([]);
    const values = fields.flatMap(({ command, shape }) =>
      shape.kind === 'choice' || shape.kind === 'choices'
        ? shape.options.map((value) => [command, value] as const)
        : [],
    );
    expect(values.filter(([command, value]) => optionWord(command, value) === value)).toEqual([]);
  });

  test('words and sections name only fields that there are, and sections name every field', () => {
    expect(worded.filter(([command, path]) => fieldAt(shapeOf(command), path) === null)).toEqual([]);
    for (const [command, sections] of Object.entries(formSections)) {
      const placed = sections.flatMap(({ fields }) => fields);
      const leaves = fieldsOf(shapeOf(command as CommandName)).map(({ path }) => path);
      expect(placed.filter((path) => !leaves.includes(path))).toEqual([]);
      const covered = (path: string) =>
        placed.some((one) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`));
      expect(leaves.filter((path) => !covered(path))).toEqual([]);
    }
  });

  test('what a form shows and nobody touches is read back as the same command', () => {
    const silent = (step: Step) => step.do === 'determineFee' && step.with?.reason === '';
    const steps = [...guide.given, ...guide.steps].filter((step) => names.includes(step.do) && !silent(step));
    expect(steps.length).toBeGreaterThan(40);
    for (const step of steps) {
      const wanted = readCommand(step.do, commandOf(step));
      if ('errors' in wanted) throw new Error(`${step.do}: ${JSON.stringify(wanted.errors)}`);
      const shape = shapeOf(step.do);
      const written = writeValue(
        new URLSearchParams(),
        shape,
        step.do === 'registerFile' ? commandOf(step) : wanted.value,
      );
      expect(readCommand(step.do, readWritten(shape, written, closedIn(step)).fields)).toEqual(wanted);
    }
  });

  test('a row that is taken out leaves the others as they were; empty rows say nothing', () => {
    const shape = shapeOf('determineFee');
    const rows = (minutes: readonly (number | string)[]) => writeValue(new URLSearchParams(), shape, { minutes });
    const read = (written: URLSearchParams) => readWritten(shape, written).fields.minutes;
    expect(read(changeRows(rows([10, 20, 30]), 'remove:minutes.1'))).toEqual([10, 30]);
    expect(read(changeRows(rows([10]), 'add:minutes'))).toEqual([10]);
    expect(read(rows(['', '１，２００分', 'abc']))).toEqual([1200, 'abc']);
    expect(readWritten(shape, rows(['', 5, 'x'])).rows.get('minutes')).toEqual([1, 2]);
  });
});
