import type { RiskFigures } from '../measure/riskFigures.ts';
import type { SinglingOut } from '../verify/singlingOut.ts';
import { barChart } from './barChart.ts';
import { type Html, html } from './html.ts';
import type { PublicRisk, Report } from './reportTypes.ts';
import { count, percent } from './reportWords.ts';

/** How likely records are to be told apart, before and after, as a picture and in figures. */
export function riskSection({ riskBefore, verification: { risk } }: Report): Html {
  if (risk === null) return html`<p>人数は、元のデータがないと数えられません。</p>`;
  const unit = risk.countedIn === 'persons' ? '人' : '件';
  const bar = (label: string, value: number) => ({ label, value, text: percent(value) });
  const bars = [
    bar('加工前の平均', riskBefore.prosecutorMean),
    bar('加工後の平均', risk.prosecutorMean),
    bar('加工前の一意', riskBefore.uniqueShare),
    bar('加工後の一意', risk.uniqueShare),
  ];
  const inWords = bars.map(({ label, text }) => `${label} ${text}`).join('、');
  return html`<figure><p>組み合わせて見る項目だけを知っている人が、ある人の記録を言い当てる見込みです。短いほど、見分けられにくくなります。</p>
${barChart({ id: 'risk', title: '加工の前と後の、見分けられる見込み', description: inWords, bars, most: 1 })}<figcaption>「平均」は1 ÷ 組の大きさの平均、「一意」は同じ組合せがほかにない${unit}数の割合です。</figcaption></figure>
<table><thead><tr><th scope="col">誰が</th><th scope="col">何を</th><th scope="col" class="number">加工前</th><th scope="col" class="number">加工後</th></tr></thead><tbody>
${riskRow('その人がデータにいると知っている人（prosecutor）', '最も見分けられやすい人', riskBefore.prosecutorMax, risk.prosecutorMax)}
${riskRow('同上', '平均', riskBefore.prosecutorMean, risk.prosecutorMean)}
${riskRow('データにいるかどうかを知らない人（journalist）', '最も見分けられやすい人（これ以下）', riskBefore.journalistMax, risk.journalistMax)}
${riskRow('できるだけ多くの人を見分けようとする人（marketer）', '言い当てる割合（これ以下）', riskBefore.marketer, risk.marketer)}
${html`<tr><th scope="row">同じ組合せがほかにない</th><td>標本一意</td><td class="number">${uniques(riskBefore, unit)}</td><td class="number">${uniques(risk, unit)}</td></tr>`}
</tbody></table>`;
}

const riskRow = (who: string, what: string, before: number, after: number): Html =>
  html`<tr><th scope="row">${who}</th><td>${what}</td><td class="number">${percent(before)}</td><td class="number">${percent(after)}</td></tr>`;

const uniques = (risk: RiskFigures, unit: string) => `${count(risk.uniques)}${unit}（${percent(risk.uniqueShare)}）`;

/** Who is alone on one, two or three columns of the output. */
export function singlingOutSection({ upTo, sizes, worst }: SinglingOut): Html {
  if (upTo === 0) return html`<p>項目が多いため、調べていません。</p>`;
  const rows = sizes.map(
    ({ columns, sets, telling, mostAlone }) =>
      html`<tr><th scope="row">${columns}項目</th><td class="number">${count(sets)}通り</td><td class="number">${count(telling)}通り</td><td class="number">${count(mostAlone)}件</td></tr>`,
  );
  const found = worst.map(({ columns, records }) => html`<li>${columns.join('、')}: ${count(records)}件</li>`);
  const limited = upTo < 3 ? html`<p>項目が多いため、${upTo}項目までの組合せを調べました。</p>` : '';
  return html`<p>出力の項目を${upTo}つまで知っている人が、記録を1件に絞り込める組合せを、すべて数えました。そのままの項目や機微な項目も含みます。</p>${limited}
<table><thead><tr><th scope="col">知っている項目の数</th><th scope="col" class="number">組合せ</th><th scope="col" class="number">1件に絞り込めることがある</th><th scope="col" class="number">絞り込める記録（最も多い組合せ）</th></tr></thead><tbody>${rows}</tbody></table>${found.length === 0 ? '' : html`<h3>絞り込める記録の多い組合せ</h3><ul>${found}</ul>`}`;
}

/** For the public: the output alone. */
export const publicRiskSection = (risk: PublicRisk): Html =>
  html`<table><caption>組み合わせて見る項目だけを知っている人が、ある人の記録を言い当てる見込みです。</caption><tbody>
<tr><th scope="row">最も見分けられやすい人</th><td class="number">${percent(risk.prosecutorMax)}以下</td></tr>
<tr><th scope="row">平均</th><td class="number">${percent(risk.prosecutorMean)}</td></tr>
</tbody></table>`;
