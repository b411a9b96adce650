import type { z } from 'zod';
import { InputError } from '../inputError.ts';

type Issue = z.core.$ZodIssue;

const typeNames: Record<string, string> = {
  string: '文字列',
  number: '数（引用符を付けない半角の数字）',
  int: '整数',
  boolean: 'true か false',
  array: '並び [ … ]',
  object: '{ … }',
  record: '{ … }',
};

/** What is wrong with one place of a recipe, as an input error that names key and value. */
export function describeIssue(issue: Issue, document: unknown): InputError {
  const place = `手順書の ${issue.path.length === 0 ? '全体' : issue.path.map(String).join(' → ')}`;
  const value = issue.path.reduce<unknown>(
    (part, key) => (part !== null && typeof part === 'object' ? Reflect.get(part, key) : undefined),
    document,
  );
  return new InputError(place, explain(issue, value));
}

function explain(issue: Issue, value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'number';
  const shown = value === undefined ? '' : `「${isPlain ? value : JSON.stringify(value)}」`;
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys);
  if (value === undefined) return 'この項目が必要です。';
  if (issue.code === 'invalid_type')
    return `値 ${shown} は使えません。${typeNames[issue.expected] ?? issue.expected}で書いてください。`;
  if (issue.code === 'invalid_value') return `値 ${shown} は使えません。使える値: ${issue.values.join('、')}。`;
  if (issue.code === 'invalid_union')
    return `値 ${shown} は使えません。${issue.path.at(-1) === 'item' ? '1 から 5 の号' : '段階の名前か 1 以上の整数'}を書いてください。`;
  if (issue.code === 'too_small')
    return `値 ${shown} は使えません。${issue.minimum} ${issue.inclusive ? '以上' : 'より大きい値'}にしてください。`;
  if (issue.code === 'too_big') return `値 ${shown} は使えません。${issue.maximum} 以下にしてください。`;
  return `値 ${shown} は使えません。`;
}

function unknownKeys(keys: readonly string[]): string {
  return `「${keys.join('」「')}」という項目はありません。つづりを確かめてください。`;
}
