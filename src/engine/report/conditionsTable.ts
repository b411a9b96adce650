import type { Recipe, ShareChoice } from '../recipe/recipe.ts';
import { unreachable } from '../unreachable.ts';
import { type Html, html } from './html.ts';
import type { CheckReport, Report } from './reportTypes.ts';
import { count, percent } from './reportWords.ts';

const modelWords = {
  distinct: '値の種類の数',
  entropy: '値の散らばり（エントロピー）',
  recursive: '最も多い値の偏り',
} as const;

/** What the recipe asked for (k, l, t, α, δ, β, suppression), what the recount of the output found, and what it means. */
export function conditionsTable(recipe: Recipe, report: Report): Html {
  const { checks } = report.verification.items[5];
  const of = (name: string) => checks.filter(({ check }) => check === name);
  const [[k], [persons]] = [of('k'), of('persons')];
  const [diversity, closeness] = [of('diversity'), of('closeness')];
  return html`<table><thead><tr><th scope="col">条件</th><th scope="col" class="number">求めた値</th><th scope="col" class="number">達した値</th><th scope="col">結果</th></tr></thead><tbody>
${
  recipe.personKey.length > 0
    ? line(
        '最も小さい組（k）',
        `${count(recipe.k)}人以上`,
        numberOf(persons, 'smallest', (value) => `${count(value)}人`),
        persons,
      )
    : line(
        '最も小さい組（k）',
        `${count(recipe.k)}件以上`,
        numberOf(k, 'smallestClass', (value) => `${count(value)}件`),
        k,
      )
}
${recipe.diversity.map((choice, index) => {
  const asked = `${count(choice.l)}以上${choice.model === 'recursive' ? `（c=${choice.c}）` : ''}`;
  return line(
    `「${choice.column}」の${modelWords[choice.model]}（l）`,
    asked,
    numberOf(diversity[index], 'worst', rounded),
    diversity[index],
  );
})}
${recipe.closeness.map((choice, index) => line(`「${choice.column}」の割合の差（t）`, `${choice.t}以下`, numberOf(closeness[index], 'worst', rounded), closeness[index]))}
${recipe.shares.map((choice) => {
  const { words, asked } = shareWords(choice);
  const own = recipe.shares.filter(({ model }) => model === choice.model).indexOf(choice);
  const check = of(choice.model)[own];
  return line(`「${choice.column}」の${words}`, asked, numberOf(check, 'worst', rounded), check);
})}
${html`<tr><th scope="row">条件による除外の上限</th><td class="number">${percent(recipe.suppressionLimit)}以下</td><td class="number">${suppressedShare(report)}</td><td>「出力に入れなかった記録」を見てください。</td></tr>`}
</tbody></table>`;
}

/** What the limit counts: of the records that were neither refused nor dropped, or of their persons. */
function suppressedShare({ rows, refusedRows, droppedRecords, suppressedRecords, persons, suppressedPersons }: Report) {
  const [left, all] =
    persons === null ? [suppressedRecords, rows - refusedRows - droppedRecords] : [suppressedPersons ?? 0, persons];
  return all === 0 ? '－' : percent(left / all);
}

function shareWords(choice: ShareChoice): { readonly words: string; readonly asked: string } {
  switch (choice.model) {
    case 'frequency': {
      const bounded = choice.values === null ? '値' : `値（${choice.values.join('、')}）`;
      return { words: `${bounded}の割合の上限（α）`, asked: `${choice.alpha}以下` };
    }
    case 'disclosure':
      return { words: '割合の変わり方の限度（δ）', asked: `${choice.delta}より小さい` };
    case 'likeness':
      return { words: `割合の増え方の限度（β、${choice.form}）`, asked: `${choice.beta}以下` };
    default:
      return unreachable(choice);
  }
}

/** Without quasi-identifiers, or before the check could run, there is no finding. */
function line(word: string, asked: string, reached: string, check: CheckReport | undefined): Html {
  const result =
    check === undefined
      ? '－'
      : check.passed
        ? html`<span class="mark good">✓ 満たす</span>`
        : html`<span class="mark bad">✗ 満たさない</span>`;
  return html`<tr><th scope="row">${word}</th><td class="number">${asked}</td><td class="number">${reached}</td><td>${result}</td></tr>`;
}

function numberOf(check: CheckReport | undefined, name: string, words: (value: number) => string): string {
  const value = check?.numbers[name];
  return value === null || value === undefined ? '－' : words(value);
}

const rounded = (value: number) => (Number.isInteger(value) ? count(value) : value.toFixed(3));
