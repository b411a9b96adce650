import { type Html, html } from './html.ts';
import { randomness, terms, utilityChart } from './renderReport.ts';
import { reportPage, section } from './reportPage.ts';
import type { PublicReport } from './reportTypes.ts';
import { count, itemWords, standardItems } from './reportWords.ts';
import { publicRiskSection } from './riskSection.ts';

/** `public-report.html`: what may leave the organ with the data. Holds what `PublicReport` holds and nothing else. */
export function renderPublicReport(report: PublicReport): string {
  return reportPage(
    '匿名加工の説明書',
    html`<header><h1>匿名加工の説明書</h1>
<p class="lead">提供するデータについて、行った加工の種類と、検証の結果を説明します。</p></header>
${verdict(report.verification.passed)}
${figures(report)}
${section('規則62条の各号の結果', items(report))}
${section('データの項目', columns(report))}
${randomness(report.meanings)}
${section('残った情報', utilityChart(report.utility))}
${report.risk ? section('見分けられる見込み', publicRiskSection(report.risk)) : ''}
${section('数の見方', terms(report.countedIn === 'persons' ? '人' : '件'))}
${section('ファイルの確認', file(report))}`,
  );
}

const verdict = (passed: boolean): Html =>
  passed
    ? html`<div class="verdict good"><p class="word">✓ 検証に合格</p><p>作成したデータを読み直し、個人情報の保護に関する法律施行規則62条の1号から5号までを確かめました。</p></div>`
    : html`<div class="verdict bad"><p class="word">✗ 検証に不合格</p><p>このデータは提供できません。</p></div>`;

function figures({ syntheticRecords, outputRows, columns: kept, k, smallestClass, countedIn }: PublicReport): Html {
  const unit = countedIn === 'persons' ? '人' : '件';
  return html`<dl class="figures">
<div><dt>記録の数</dt><dd>${count(outputRows)}件${syntheticRecords === 0 ? '' : html`<small>うち疑似データ${count(syntheticRecords)}件</small>`}</dd></div>
<div><dt>項目の数</dt><dd>${count(kept.length)}項目</dd></div>
<div><dt>求めた組の大きさ（k）</dt><dd>${count(k)}${unit}以上</dd></div>
<div><dt>最も小さい組</dt><dd>${smallestClass === null ? 'なし' : `${count(smallestClass)}${unit}`}</dd></div>
</dl>`;
}

function items({ verification }: PublicReport): Html {
  const rows = standardItems.map((item) => {
    const { passed, findings } = verification.items[item];
    const mark = passed ? html`<span class="mark good">✓ 合格</span>` : html`<span class="mark bad">✗ 不合格</span>`;
    return html`<tr><th scope="row">${item}号</th><td>${itemWords[item]}</td><td>${mark}</td><td>${findings.length === 0 ? '作成した機関が、機関内の報告書で確かめました。' : html`<ul>${findings.map((one) => html`<li>${one}</li>`)}</ul>`}</td></tr>`;
  });
  return html`<table class="items results"><thead><tr><th scope="col">号</th><th scope="col">求められること</th><th scope="col">結果</th><th scope="col">確かめたこと</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function columns({ columns: kept, removedColumns, recordTechniques }: PublicReport): Html {
  const rows = kept.map(
    ({ name, descriptions }) =>
      html`<tr><th scope="row">${name}</th><td>${descriptions.length === 0 ? 'そのまま' : descriptions.join('、')}</td></tr>`,
  );
  return html`<table><caption>手法の名は、個人情報保護委員会の資料の手法一覧によります。</caption><thead><tr><th scope="col">項目</th><th scope="col">行った加工</th></tr></thead><tbody>${rows}</tbody></table>${removedColumns.length === 0 ? '' : html`<p>削除した項目（項目削除）: ${removedColumns.join('、')}</p>`}${recordTechniques.length === 0 ? '' : html`<p>記録に行った加工: ${recordTechniques.join('、')}</p>`}`;
}

const file = ({ outputFile, sha256, engineVersion }: PublicReport): Html =>
  html`<table><tbody><tr><th scope="row">ファイル名</th><td>${outputFile}</td></tr><tr><th scope="row">SHA-256</th><td><code>${sha256.output}</code></td></tr><tr><th scope="row">プログラムの版</th><td>${engineVersion}</td></tr></tbody></table><p>受け取ったファイルのSHA-256がこの値と同じなら、ファイルは作成したときのままです。</p>`;
