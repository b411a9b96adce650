import type { Recipe, RecipeColumn, RecordStep, Treatment } from '../recipe/recipe.ts';

/**
 * What each draw of a run means for k and the other models, in plain words: what was counted, and what can't be claimed.
 * Holds no setting, so the public may read it.
 */
export function meaningForClasses({ columns, records, synthesis, personKey }: Recipe): string[] {
  const inPersons = personKey.length > 0;
  return [
    ...columns.flatMap((column) => column.treatments.flatMap((treatment) => ofTreatment(column, treatment, inPersons))),
    ...(records.some(isDraw) ? [extracted] : []),
    ...(synthesis ? [synthetic(synthesis.mark)] : []),
  ];
}

const isDraw = ({ kind }: RecordStep) => kind === 'sample';

const extracted =
  '無作為に抽出した記録だけを出力しています。k などは、抽出した後の記録で数えた値です。抽出されたかどうかを他人が知らないことによる守りは、k に数えていません。';

const synthetic = (mark: string) =>
  `項目「${mark}」が 1 の記録は疑似データで、実在する人の記録ではありません。出力した値から引いたもので、k、多様性、割合の差のどれにも数えていません。`;

function ofTreatment({ name, role }: RecipeColumn, treatment: Treatment, inPersons: boolean): string[] {
  switch (treatment.kind) {
    case 'pseudoId':
      return [
        `「${name}」は仮ID です。鍵のある一方向の変換で作り、鍵は作成の直後に破棄し、元の符号との対応表は作っていません。同じ人の記録は同じ仮ID でつながります。${inPersons ? 'k は人数で数えています。' : '一人に複数の記録があるファイルでは、記録で数えた k は人数の k ではありません。'}`,
      ];
    case 'addNoise':
      return [
        `「${name}」には乱数による誤差を加えました。${counted(role)}誤差は真の値を分かりにくくしますが、真の値の近くを知る人に対する k の保証でも、差分プライバシーの保証でもありません。`,
      ];
    case 'swap':
      return [
        `「${name}」は一部の記録の間で値を入れ替えました。${counted(role)}入れ替わったかどうかが分からないことによる守りは、k に数えていません。値ごとの件数は変わりませんが、ほかの項目との関係は弱まります。`,
      ];
    default:
      return [];
  }
}

function counted(role: RecipeColumn['role']): string {
  if (role === 'quasi') return 'k は、加工した後の値の組合せを、出力から数え直した値です。';
  return role === 'sensitive'
    ? '多様性や割合の差は、加工した後の値で数えた値で、真の値についての保証ではありません。'
    : 'この項目は k の計算に入りません。';
}
