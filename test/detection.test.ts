import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kinds } from '../src/engine/profile/kinds.ts';
import { shapes } from '../src/engine/profile/shapes.ts';
import { columnsFile, labelsFile, measureDetection } from './support/detection.ts';
import { labelledColumns, parts } from './support/labelledColumns.ts';

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

describe('finding what identifies', () => {
  test.each(parts)('the labelled columns in the repository are those that the generator makes: %s', async (part) => {
    const columns = labelledColumns(part);
    expect(columns.length).toBeGreaterThanOrEqual(60);
    expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
    const lines = Array.from({ length: columns[0]?.values.length ?? 0 }, (_, row) =>
      columns.map(({ values }) => quoted(values[row] ?? '')).join(','),
    );
    const table = [columns.map(({ header }) => header).join(','), ...lines, ''].join('\n');
    const labels = Object.fromEntries(columns.map(({ header, role }) => [header, role]));
    await expect(table).toMatchFileSnapshot(columnsFile(part));
    await expect(`${JSON.stringify(labels, null, 2)}\n`).toMatchFileSnapshot(labelsFile(part));
  });

  test.each(parts)('precision and recall of every role are 0.9 or more, and no code is missed: %s', async (part) => {
    const { scores, columns } = await measureDetection(part);
    for (const { role, precision, recall } of scores)
      expect([role, precision >= 0.9, recall >= 0.9]).toEqual([role, true, true]);
    const passing = columns.filter(
      ({ labelled, found: { role } }) => labelled === 'identificationCode' && role !== 'identificationCode',
    );
    expect(passing.map(({ header }) => header)).toEqual([]);
    for (const { found } of columns) {
      expect(found.evidence.length).toBeGreaterThan(0);
      expect(found.item === null).toBe(found.role === 'other');
    }
  });

  test('what is looked for: docs/reference/detection.md', async () => {
    const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const rows = kinds.map(({ label, role, words, shapes: names = [], byValues }) =>
      row(
        label,
        `\`${role}\``,
        words.slice(0, 8).join('、') + (words.length > 8 ? ` など ${words.length} 語` : ''),
        names.map((name) => shapes[name].label).join('、'),
        byValues === undefined ? '見出しだけから' : '値だけからも',
      ),
    );
    const text = [
      '# 列の役割の提案\n',
      '`tokumei profile` が、見出しの語と値の形から提案する役割です。提案であり、担当者が決めます。手順書で役割を書かない列があると、加工は始まりません。この表は試験が書き出したものです。\n',
      [row('種類', '役割', '見出しの語', '値の形', '判断'), row('---', '---', '---', '---', '---'), ...rows].join('\n'),
      '\n見出しでは、最後に立つ名詞を採ります（世帯主続柄は続柄）。見出しが何を言っても、値のほとんどが個人識別符号や連絡先の形なら、そちらを提案します。',
      '検査用数字は確信を高めるだけで、合わなくても個人番号でないとはしません。13 桁で検査用数字の合う番号は法人番号とします。',
      '文章の中の氏名（よくある姓と敬称）、住所、電話番号、メールアドレス、番号も探します。他から離れた数と、ごく少ない区分は、値と件数を挙げて特異な記述（4号）とします。\n',
      '役割ごとの適合率と再現率は `node launch.mjs detect` が表示します。架空の列（`test/data/columns`）は、調整に使った部分と、測るだけの部分に分かれています。\n',
    ].join('\n');
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, '../docs/reference/detection.md'));
  });
});
