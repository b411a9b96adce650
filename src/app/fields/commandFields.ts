import type { z } from 'zod';
import { type Command, type CommandName, kindOf } from '../aggregates.ts';
import { approvalFields } from './approval.ts';
import { callFields } from './call.ts';
import { complaintFields } from './complaint.ts';
import { leakFields } from './leak.ts';
import { officeFields } from './office.ts';
import { otherProvisionFields } from './otherProvision.ts';
import { papersFields } from './papers.ts';
import { proposalFields } from './proposal.ts';
import { registerFields } from './register.ts';
import { releaseFields } from './release.ts';
import { settingsFields } from './settings.ts';

/** The fields of every command: the API, scenario files and `scenario commands` read this one table. */
export const commandFields: Readonly<Record<CommandName, z.ZodType>> = {
  ...approvalFields,
  ...registerFields,
  ...callFields,
  ...proposalFields,
  ...releaseFields,
  ...settingsFields,
  ...officeFields,
  ...complaintFields,
  ...leakFields,
  ...otherProvisionFields,
  ...papersFields,
};

/** One thing that is wrong with what was given. */
export interface FieldError {
  /** The field's path, `contents.fileName`; empty = the whole. */
  readonly field: string;
  /** Plain Japanese that names the field and the value. */
  readonly message: string;
}

export type Read<Value> = { readonly value: Value } | { readonly errors: readonly FieldError[] };

/** Reads the fields of a command; every error names its field and the value that stands there. */
export function readCommand(name: string, fields: unknown): Read<Command> {
  if (kindOf(name) === null) return { errors: [{ field: 'do', message: `「${name}」という操作はありません。` }] };
  const read = readFields(commandFields[name as CommandName], fields);
  return 'errors' in read ? read : { value: { do: name, ...(read.value as object) } as Command };
}

/** Reads a value by its schema, with errors in Japanese. */
export function readFields<Value>(schema: z.ZodType<Value>, value: unknown): Read<Value> {
  const read = schema.safeParse(value, { reportInput: true });
  return read.success ? { value: read.data } : { errors: read.error.issues.flatMap(explain) };
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (whole, part) =>
      typeof part === 'number' ? `${whole}[${part}]` : whole === '' ? String(part) : `${whole}.${String(part)}`,
    '',
  );

const shown = (value: unknown): string => {
  const written = JSON.stringify(value) ?? 'なし';
  return written.length > 60 ? `${written.slice(0, 60)}…` : written;
};

function explain(issue: z.core.$ZodIssue): FieldError[] {
  const field = pathOf(issue.path);
  const place = field === '' ? '全体' : `「${field}」`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: field === '' ? key : `${field}.${key}`,
      message: `「${field === '' ? key : `${field}.${key}`}」という項目はありません。`,
    }));
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [{ field, message: `${place}がありません。${wanted(issue)}` }];
  return [{ field, message: `${place}に ${shown(issue.input)} とあります。${wanted(issue)}` }];
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字列',
  number: '数',
  int: '整数',
  boolean: 'true か false',
  array: '一覧 [ … ]',
  object: '項目の集まり { … }',
};
const formatNames: Readonly<Record<string, string>> = {
  date: '実在する日付 (YYYY-MM-DD)',
  'YYYY-MM-DDThh:mm': '日時 (YYYY-MM-DDThh:mm)',
  'hh:mm': '時刻 (hh:mm)',
  'SHA-256': '保存したファイルの SHA-256 (16進64文字)',
};

/** What should stand there instead. */
function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${typeNames[issue.expected] ?? issue.expected}で書いてください。`;
    case 'invalid_value':
      return `${issue.values.map((value) => `「${String(value)}」`).join('、')} のいずれかにしてください。`;
    case 'too_small':
      if (issue.origin === 'array') return '一つ以上書いてください。';
      return issue.origin === 'string' ? '空にはできません。' : `${issue.minimum} 以上にしてください。`;
    case 'too_big':
      return `${issue.maximum} 以下にしてください。`;
    case 'invalid_format':
      return `${formatNames[issue.format] ?? formatNames[issue.message] ?? '決められた形'}で書いてください。`;
    case 'custom':
      return `${formatNames[issue.message] ?? issue.message}で書いてください。`;
    default:
      return '決められた形で書いてください。';
  }
}
