import * as z from 'zod';
import { roles } from '../../core/role.ts';
import { filledText, labelled, localTime, text } from './values.ts';

const actor = labelled(
  '役割。:1、:2 … で人を区別する (proposer:2)',
  z.string().regex(new RegExp(`^(${roles.join('|')})(:[1-9]\\d*)?$`), '役割 (proposer、centralDesk、creator:2 など)'),
);

const document = z.strictObject({
  kind: filledText('文書の種類'),
  contains: labelled('含む語句', z.array(z.string()).default([])),
  lacks: labelled('含まない語句', z.array(z.string()).default([])),
});

const expectation = z.strictObject({
  events: labelled('この順に起きる出来事', z.array(z.string())).optional(),
  refusal: labelled('拒否', z.looseObject({ code: z.string().optional() })).optional(),
  state: text('その後の状態').optional(),
  deadline: labelled('期限', z.record(z.string(), z.string())).optional(),
  amount: labelled('手数料の額 (円)', z.int()).optional(),
  register: labelled('公表されている個人情報ファイル簿の記載', z.record(z.string(), z.unknown())).optional(),
  document: labelled('作られた文書', document).optional(),
  case: labelled('事案の状態 (個人情報を除く)', z.record(z.string(), z.unknown())).optional(),
});

const step = {
  at: localTime('日時 (日本時間)'),
  as: actor,
  do: filledText('操作'),
  with: labelled('操作の項目', z.record(z.string(), z.unknown()).default({})),
  person: text('人の名前。役割が違っても同じ名前なら同じ人').optional(),
  division: text('担当課').optional(),
};

/** A scenario file: frame only; the fields under `with` belong to each command. */
export const scenarioFile = z.strictObject({
  $schema: z.string().optional(),
  title: filledText('題名'),
  organ: filledText('機関'),
  asOf: z.iso.date().describe('時計が始まる日。この日の規程が適用される').optional(),
  given: labelled('前提となる操作', z.array(z.strictObject(step)).default([])),
  steps: labelled('操作', z.array(z.strictObject({ ...step, expect: expectation.optional() }))),
});

export type ScenarioFile = z.infer<typeof scenarioFile>;
export type ScenarioStep = ScenarioFile['steps'][number];
export type Expectation = NonNullable<ScenarioStep['expect']>;
