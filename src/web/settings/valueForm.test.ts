import { expect, test } from 'vitest';
import { ruleBook, rulesOf } from '../../../test/support/shippedRules.ts';
import type { ValueShape } from '../../core/organ/valueShape.ts';
import { settablePaths, standingAt } from '../../core/settings/settable.ts';
import { codeWord, memberWord } from '../../messages/valueWords.ts';
import { readValue, writeValue } from './valueForm.ts';

const values = ruleBook.organs.flatMap((organ) =>
  settablePaths(rulesOf(organ)).flatMap((path) => {
    const [shape, standing] = [ruleBook.shapeOf(path), standingAt(rulesOf(organ), path)];
    return shape && standing ? [{ path, shape, value: standing.value }] : [];
  }),
);

test('every value of the shipped profiles comes out of its form as it went in', () => {
  expect(values.length).toBeGreaterThan(400);
  for (const { path, shape, value } of values) {
    if (Array.isArray(value) && value.length === 0) continue;
    const form = new URLSearchParams(
      [...writeValue(shape, 'value', value)].map(([name, text]): [string, string] => [name, text]),
    );
    expect(readValue(shape, 'value', form), path).toEqual(value);
  }
});

test('a form that says nothing says null, and what is no number stays as it was typed', () => {
  const empty = new URLSearchParams();
  for (const { shape } of values) if (shape.kind !== 'group') expect(readValue(shape, 'value', empty)).toBe(null);
  expect(readValue({ kind: 'number', atLeast: 1 }, 'value', new URLSearchParams({ value: '千' }))).toBe('千');
});

/** Codes and members that stand in a shape. */
function namesIn(shape: ValueShape): { codes: readonly string[]; members: readonly string[] } {
  const groups =
    shape.kind === 'variants'
      ? shape.variants.flat()
      : shape.kind === 'group' || shape.kind === 'sections'
        ? shape.members
        : [];
  const inner = groups.map((member) => namesIn(member.shape));
  const own =
    shape.kind === 'choice' || shape.kind === 'choices' ? shape.options : shape.kind === 'sections' ? shape.ids : [];
  return {
    codes: [...own, ...inner.flatMap(({ codes }) => codes)],
    members: [...groups.map(({ name }) => name), ...inner.flatMap(({ members }) => members)],
  };
}

test('every code and every member has a Japanese word', () => {
  const shapes = settablePaths(rulesOf('kumamoto')).flatMap((path) => ruleBook.shapeOf(path) ?? []);
  const names = shapes.map(namesIn);
  const codes = new Set(names.flatMap((found) => found.codes));
  expect(codes.size).toBeGreaterThan(60);
  const isJapanese = (word: string) => /^[一-龠]+$/.test(word);
  expect(
    [...codes].filter((code) => !isJapanese(codeWord(code)) && codeWord(code) === code && !/^(CD|DVD)-R$/.test(code)),
  ).toEqual([]);
  expect(names.flatMap((found) => found.members).filter((member) => memberWord(member) === member)).toEqual([]);
});
