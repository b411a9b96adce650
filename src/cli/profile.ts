import { InputError, type ProfiledColumn, type ProfiledFile, type ProfileOptions, profile } from '../engine/index.ts';
import { displayWidth, padDisplay } from '../japan/displayWidth.ts';
import type { Command } from './command.ts';
import { readOptions } from './readOptions.ts';
import { usages } from './usages.ts';

const encodings = ['utf-8', 'utf-8-bom', 'cp932', 'utf-16'] as const;

const roleWords = {
  identifying: '識別する記述',
  identificationCode: '個人識別符号',
  linkingCode: '連結する符号',
  quasi: '準識別子',
  sensitive: '機微な項目',
  free: '自由記述',
  other: '未定・その他',
} as const satisfies Record<ProfiledColumn['role'], string>;

const typeWords = {
  text: '文字',
  integer: '整数',
  decimal: '小数',
  date: '日付',
  code: '符号',
} as const satisfies Record<ProfiledColumn['type'], string>;

/** `tokumei profile DATA [--json] [--encoding …] [--delimiter …]` */
export const profileCommand: Command = async (args, io) => {
  try {
    const { json, ...options } = readArguments(args);
    const found = await profile(options);
    if (json) io.out(JSON.stringify(found));
    else for (const line of describe(found)) io.out(line);
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    io.error(error.message);
    return 2;
  }
};

function readArguments(args: readonly string[]): ProfileOptions & { json: boolean } {
  const options = { json: { type: 'boolean' }, encoding: { type: 'string' }, delimiter: { type: 'string' } } as const;
  const { values, positionals } = readOptions('profile', args, options);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new InputError('引数', usages.profile.usage);
  const encoding = encodings.find((one) => one === values.encoding);
  if (values.encoding !== undefined && encoding === undefined)
    throw new InputError(
      '--encoding',
      `「${values.encoding}」は使えません。${encodings.join('、')} のどれかにしてください。`,
    );
  const delimiter = values.delimiter === '\\t' ? '\t' : values.delimiter;
  return {
    path,
    json: values.json ?? false,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}

function describe({ source, rows, columns, refusedRows, refused, notes }: ProfiledFile): string[] {
  const written = source.format === 'csv' ? `（文字コード ${source.encoding}、区切り ${shown(source.delimiter)}）` : '';
  return [
    `${source.path}: ${rows.toLocaleString('ja-JP')} 行、${columns.length} 列${written}`,
    ...notes.map((note) => `注意: ${note}`),
    ...(refusedRows === 0 ? [] : [`読めない行が ${refusedRows.toLocaleString('ja-JP')} 行あります。`]),
    ...refused.slice(0, 10).map(({ line, reason }) => `  ${line} 行目: ${reason}`),
    '',
    ...tableOf(columns),
    '',
    '役割は提案です。手順書に書く前に、担当者が確かめてください。号は施行規則62条の号です。',
  ];
}

const shown = (delimiter: string) => (delimiter === '\t' ? 'タブ' : `「${delimiter}」`);

function tableOf(columns: readonly ProfiledColumn[]): string[] {
  const cells = columns.map(({ name, type, role, item, confidence, kind }) => [
    name,
    typeWords[type],
    roleWords[role],
    item === null ? '－' : `${item}号`,
    `${Math.round(confidence * 100)}%`,
    kind ?? '',
  ]);
  const head = ['列', '型', '役割（提案）', '号', '確信', '種類'];
  const widths = head.map((word, index) =>
    Math.max(...[head, ...cells].map((row) => displayWidth(row[index] ?? word))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => padDisplay(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    line(head),
    '─'.repeat(widths.reduce((sum, width) => sum + width + 2, -2)),
    ...cells.flatMap((row, index) => [line(row), ...(columns[index]?.evidence ?? []).map((one) => `    ${one}`)]),
  ];
}
