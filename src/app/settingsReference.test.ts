import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleBook, rulesOf } from '../../test/support/shippedRules.ts';
import { blockedBy } from '../core/settings/blockedBy.ts';
import { nationalValue } from '../core/settings/nationalValues.ts';
import { settablePaths, unsetPaths } from '../core/settings/settable.ts';
import { commandWords } from '../messages/commandWords.ts';
import { ruleName } from '../messages/ruleNames.ts';
import { shapeWords } from '../messages/shapeWords.ts';

const organs = ['yokohama', 'ichikawa', 'aomori-police', 'hokkaido-university', 'kumamoto'];
const rules = new Map(organs.map((organ) => [organ, rulesOf(organ)]));
const paths = [...new Set([...rules.values()].flatMap(settablePaths))];
const cell = (text: string) => text.replaceAll('|', '\\|');

function rowOf(path: string): string {
  const unset = organs.filter((organ) => unsetPaths(rulesOf(organ)).includes(path));
  const blocked = [...new Set([...rules.values()].flatMap((one) => blockedBy(one, path)))];
  const fixed = [...new Set([...rules.values()].flatMap((one) => nationalValue(one, path) ?? []))];
  const limits = fixed.map(({ basis, atLeast }) =>
    atLeast === undefined ? `${basis}（変えられない）` : `${basis}（${atLeast} 以上）`,
  );
  const cells = [
    ruleName(path).name,
    `\`${path}\``,
    shapeWords(ruleBook.shapeOf(path)),
    unset.length === organs.length ? 'すべて' : unset.join(' '),
    blocked.map((command) => commandWords[command].title).join('、'),
    limits.join('、'),
  ];
  return `| ${cells.map(cell).join(' | ')} |`;
}

test('docs/reference/settings.md: every value that can be set, its shape, who leaves it unset and what waits for it', async () => {
  expect(paths.length).toBeGreaterThan(180);
  expect(paths.filter((path) => ruleName(path).name === path)).toEqual([]);
  const areas = [...Map.groupBy(paths, (path) => ruleName(path).area)].map(
    ([area, ofArea]) =>
      `## ${area}\n\n| 値 | 位置 | 形 | 未設定の機関 | 未設定の間できない操作 | 国の定め |\n| --- | --- | --- | --- | --- | --- |\n${ofArea.map(rowOf).join('\n')}\n`,
  );
  await expect(`${introduction}\n${areas.join('\n')}`).toMatchFileSnapshot(
    join(import.meta.dirname, '../../docs/reference/settings.md'),
  );
});

const introduction = `# 設定できる値

この表は試験が書き出したものです。管理者が「管理」の「規程の設定」の画面、又はシナリオの \`setRuleValue\` で設定します。値には、根拠とする決定又は規定、適用する日、理由を付けます。どの設定がどの事案に及ぶかは [決定 7](../decisions/0007-settings-of-an-installation.md) にあります。

- 未設定の値を要する操作は、値の名を挙げて断られます。設定すると続きを行えます。ここに操作の名がない値は、未設定でも手続は進み、その事項は文書や画面に現れません。
- 機関の規程が与えている値は、\`correctsSource\` を true にして理由を書いたときだけ改められます。
- 国の定めは、法の適用を受ける機関でだけ働きます（\`identity.boundByAct\`）。適用関係を決める値は、どの機関でも変えられません。
- 引用・条項番号・文言の誤りは \`correctCitation\` で訂正します。箇所は \`review.criteria.CRI-2\` のように一覧の id で（id のない一覧では \`creation.securityStandards.0\` のように 0 から数えた番号で）示し、\`printed\` に \`text\`、\`law\`、\`label\`、\`wording\`、\`name\`、\`number\` のうち直すものを書きます。
`;
