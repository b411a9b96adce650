import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { callStages } from '../core/call/state.ts';
import { complaintStages } from '../core/complaint/state.ts';
import type { Facts } from '../core/decision.ts';
import { leakStages } from '../core/leak/state.ts';
import { officeStages } from '../core/office/state.ts';
import { otherProvisionStages } from '../core/otherProvision/state.ts';
import { papersStages } from '../core/papers/state.ts';
import { proposalStages } from '../core/proposal/state.ts';
import { refusalBases } from '../core/refusals.ts';
import { registerStages } from '../core/register/state.ts';
import { releaseStages } from '../core/release/state.ts';
import { roles } from '../core/role.ts';
import { settingsStages } from '../core/settings/state.ts';
import { refusals } from '../messages/refusals.ts';
import { roleWords } from '../messages/roleWords.ts';
import { stageWord } from '../messages/stageWord.ts';
import { type AggregateKind, aggregateKinds, permissionsOf } from './aggregates.ts';
import { describeCommands } from './fields/describeCommands.ts';
import { scenarioFile } from './fields/scenario.ts';
import { viewers } from './policy.ts';
import { targetNames } from './scenario/targets.ts';

const reference = (name: string) => join(import.meta.dirname, '../../docs/reference', name);
const kindWords: Record<AggregateKind, string> = {
  register: '個人情報ファイル簿の記載',
  call: '募集',
  proposal: '提案',
  release: '作成と提供',
  organ: '規程の設定',
  office: '機関全体の記録',
  complaint: '苦情',
  leak: '漏えい等',
  otherProvision: '他の匿名加工情報の提供',
  papers: '公文書',
};
const stages: Record<AggregateKind, readonly string[]> = {
  register: registerStages,
  call: callStages,
  proposal: proposalStages,
  release: releaseStages,
  organ: settingsStages,
  office: officeStages,
  complaint: complaintStages,
  leak: leakStages,
  otherProvision: otherProvisionStages,
  papers: papersStages,
};
/** An organ has its settings and its office once: no name tells them apart. */
const isKeptOnce = (kind: AggregateKind): kind is 'organ' | 'office' => kind === 'organ' || kind === 'office';
const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(...header), row(...header.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n');

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly default?: unknown;
}

/** A field that may be null is described by what it may be besides. */
const plain = (schema: Schema): Schema => ({
  ...schema,
  ...(schema.anyOf?.find(({ type }) => type !== 'null') ?? {}),
  ...(schema.description === undefined ? {} : { description: schema.description }),
});

function kindOfValue(given: Schema): string {
  const schema = plain(given);
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(' ');
  if (schema.type === 'array') return `一覧 (${schema.items ? kindOfValue(schema.items) : ''})`;
  return (
    { string: '文字列', integer: '整数', number: '数', boolean: 'true / false', object: '項目の集まり' }[
      schema.type ?? ''
    ] ?? '値'
  );
}

function fieldRows(given: Schema, path = ''): string[][] {
  const schema = plain(given);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const inner = plain(field);
    const here = `${path}${name}`;
    const required = schema.required?.includes(name) ? '必須' : '';
    const below =
      inner.type === 'array' && inner.items ? fieldRows(inner.items, `${here}[].`) : fieldRows(inner, `${here}.`);
    return [[`\`${here}\``, inner.description ?? '', kindOfValue(field), required], ...below];
  });
}

test('docs/reference/permissions.md: who may give which command in which stage, and who sees what', async () => {
  const parts = aggregateKinds.map((kind) => {
    const permissions: Readonly<Record<string, { roles: readonly string[]; stages: readonly string[] }>> =
      permissionsOf[kind];
    const rows = Object.entries(permissions).map(([command, { roles: givers, stages: allowed }]) => [
      `\`${command}\``,
      givers.map((role) => `\`${role}\``).join(' '),
      ...['absent', ...stages[kind]].map((stage) => (allowed.includes(stage) ? '○' : '')),
    ]);
    const header = ['操作', '役割', ...['absent', ...stages[kind]].map((stage) => `\`${stage}\``)];
    return `## ${kindWords[kind]}\n\n${table(header, rows)}\n\n${stages[kind].map((stage) => `\`${stage}\` ${stageWord(stage)}`).join('、')}\n`;
  });
  const views = table(
    ['見るもの', '役割'],
    Object.entries(viewers).map(([view, who]) => [`\`${view}\``, who.map((role) => `\`${role}\``).join(' ')]),
  );
  const names = table(
    ['役割', '名前'],
    roles.map((role) => [`\`${role}\``, roleWords[role]]),
  );
  const intro =
    '# 誰が何を行えるか\n\nこの表はプログラムが使う表から試験が書き出したものです。○ の状態でだけ、その役割の人が操作できます。担当課の人は所管するファイルの事案だけ、提案者と代理人は自分の提案だけを扱えます。`absent` はまだ登録されていないことを表します。\n';
  await expect(
    `${[intro, ...parts, `## 見ることができる人\n\n${views}\n`, `## 役割\n\n${names}`].join('\n')}\n`,
  ).toMatchFileSnapshot(reference('permissions.md'));
});

test('docs/reference/refusals.md: every refusal with what it rests on, and no code without words', async () => {
  const codes = Object.keys(refusalBases) as (keyof typeof refusalBases)[];
  expect(new Set(Object.keys(refusals))).toEqual(new Set(codes));
  const anyFact = new Proxy<Facts>({}, { get: (_, name) => `〔${String(name)}〕` });
  for (const code of codes) expect(refusals[code](anyFact), code).toMatch(/[。]$/);
  const rows = codes.map((code) => [`\`${code}\``, refusalBases[code], refusals[code](anyFact)]);
  const intro =
    '# 拒否とその根拠\n\nこの表は試験が書き出したものです。機関の規程に条項があるときは、その条項が根拠として示されます。〔 〕には事案ごとの値が入ります。\n';
  await expect(`${intro}\n${table(['符号', '根拠', '文'], rows)}\n`).toMatchFileSnapshot(reference('refusals.md'));
});

/** A schema without what a reader has no use for: the pattern that says again what the format says. */
const readable = (schema: unknown): unknown =>
  JSON.parse(
    JSON.stringify(schema, (_, value) => {
      if (typeof value !== 'object' || value === null || !('format' in value)) return value;
      const { pattern: __, ...rest } = value;
      return rest;
    }),
  );

test('docs/reference/scenario.schema.json: the frame and the fields of every command', async () => {
  const frame = z.toJSONSchema(scenarioFile, { io: 'input', unrepresentable: 'any' }) as {
    properties: Record<string, { items: { allOf?: object[] } }>;
  };
  const commands = describeCommands().map(({ name, case: kind, fields }) => {
    const { $schema: _, ...own } = fields as { $schema?: string; properties?: object };
    const target = isKeptOnce(kind) ? {} : { [targetNames[kind]]: { type: 'string', description: kindWords[kind] } };
    return { properties: { do: { const: name }, with: { ...own, properties: { ...target, ...own.properties } } } };
  });
  for (const list of ['given', 'steps']) {
    const step = frame.properties[list]?.items;
    if (!step) throw new Error(`the frame has no ${list}`);
    step.allOf = [{ $ref: '#/$defs/command' }];
  }
  const schema = readable({ ...frame, $defs: { command: { oneOf: commands } } });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(reference('scenario.schema.json'));
});

test('docs/reference/scenario.md: how a scenario is written, and every command with its fields', async () => {
  const parts = describeCommands().map(({ name, case: kind, roles: givers, states, fields }) => {
    const rows = fieldRows(fields as Schema);
    const who = `${kindWords[kind]}${isKeptOnce(kind) ? '' : ` (\`${targetNames[kind]}\`)`}。役割: ${givers.map((role) => `\`${role}\``).join(' ')}。状態: ${states.map((state) => `\`${state}\``).join(' ')}。`;
    return `### ${name}\n\n${who}\n${rows.length === 0 ? '\n項目はありません。' : `\n${table(['項目', '名前', '値', ''], rows)}`}\n`;
  });
  await expect(`${introduction}\n${parts.join('\n')}`).toMatchFileSnapshot(reference('scenario.md'));
});

const introduction = `# シナリオ

一つの事案の始めから終わりまでを、まっさらなシステムで一歩ずつ演じるファイルです。\`tokumei scenario run ファイル…\` で実行します。操作の一覧は \`tokumei scenario commands --json\` でも得られます。この文書と \`scenario.schema.json\` は試験が書き出したものです。

## 枠

\`\`\`json
{
  "title": "題名",
  "organ": "kumamoto",
  "asOf": "2025-12-19",
  "given": [],
  "steps": [
    { "at": "2026-01-20T16:59", "as": "centralDesk", "do": "receiveProposal", "with": {}, "expect": {} }
  ]
}
\`\`\`

- \`asOf\` は時計が始まる日で、その日に施行されている規程が全体に適用されます。省くと最初の \`at\` の日です。
- \`at\` は日本時間です。前の操作より前にはできません。募集の開始と終了は、その時刻が来れば時計が自動で行います (次の操作がその操作自身のときを除きます)。
- \`as\` は役割で、\`:1\`、\`:2\` … で人を区別します。数を省くと \`:1\` です。\`person\` を書くと、役割が違っても同じ名前の人は同じ人として扱われます。\`division\` は担当課の名前で、書くとその課が所管する事案だけを扱えます。
- \`with\` は操作の項目です。どの事案に対する操作かは \`entry\` (ファイル簿の記載)、\`call\` (募集)、\`proposal\` (提案)、\`release\` (作成と提供)、\`papers\` (事案の公文書) に付けた名前で示します。省くと、その種類で最後に出てきたものです。規程の設定 (\`setRuleValue\`、\`correctCitation\`、\`withdrawSetting\`) は機関に一つなので、名前がありません。設定できる値は \`settings.md\` にあります。契約を締結すると、提案と同じ名前の \`release\` ができます。
- 省いてよい項目は、省くか null にします。知らない項目は誤りです。
- ファイルを求める項目には \`{ "file": "シナリオからの相対パス" }\`、\`{ "json": 値, "name": "名前" }\`、\`{ "generated": "afterSchoolCare", "persons": 人数 }\` (架空の学童保育のデータ) を書きます。
- \`given\` は前提を作る操作で、拒否されると誤りになります。

## 期待

書いたものだけを比べます。\`refusal\` を書かない操作は、拒否されてはなりません。

| 項目 | 意味 |
| --- | --- |
| \`events\` | この順に起きる出来事の名前。間に他の出来事があってもよい |
| \`refusal\` | \`code\`、\`basis\`、\`facts\` の一部 |
| \`state\` | 操作した事案のその後の状態 |
| \`deadline\` | 期限。\`close\` (募集の終了)、\`correction\` (訂正)、\`contractApplication\` (申込み)、\`fee\` (納付)、\`provision\` (提供) |
| \`amount\` | 手数料の額 (円) |
| \`register\` | 公表されているファイル簿の記載の一部 |
| \`document\` | その操作で作られた文書。\`kind\` は \`callGuideline\`、\`conformingNotice\`、\`nonConformingNotice\`、\`useContract\` |
| \`case\` | 操作した事案の状態の一部 (個人情報は含まれない) |

終了コードは、すべて期待どおりなら 0、期待と違えば 1 (何番目の操作か、期待した値と実際の値を示す)、ファイルが使えなければ 2 です。

## 操作
`;
