import { readRecipe } from '../recipe/readRecipe.ts';
import { barChart } from './barChart.ts';
import type { ClassSizes } from './classSizes.ts';
import { conditionsTable } from './conditionsTable.ts';
import { exceededMemory } from './exceededMemory.ts';
import { type Html, html } from './html.ts';
import { meaningForClasses } from './meaningForClasses.ts';
import { localParts } from './reportedLevels.ts';
import { reportPage, section } from './reportPage.ts';
import type { ColumnReport, Report, VerificationReport } from './reportTypes.ts';
import { count, itemWords, percent, roleWords, standardItems } from './reportWords.ts';
import { riskSection, singlingOutSection } from './riskSection.ts';

/**
 * `report.html`: the report of a run as one page for the officials of the organ; processing-method information.
 *
 * @param digest SHA-256 of `report.json`, by which the two are tied together.
 */
export function renderReport(report: Report, digest: string): string {
  const recipe = readRecipe(JSON.stringify(report.recipe), '');
  return reportPage(
    '匿名加工の報告書（機関内用）',
    html`<header><h1>匿名加工の報告書（機関内用）</h1>
<p class="lead">元のデータに行った加工と、出力だけを読み直した検証の結果です。</p></header>
<div class="care"><p><strong>取扱注意：加工方法等情報</strong>　この報告書には、加工の手順と元のデータの特徴が書かれています。出力と一緒に渡したり、公表したりしないでください。外に出せるのは public-report.html です。</p></div>
${verdict(report.verification)}
${figures(report)}
${section('規則62条の各号の結果', items(report.verification))}
${section('求めた条件と、達した値', conditionsTable(recipe, report))}
${section('項目ごとの加工', columnsTable(report))}
${report.treatments.length > 0 ? section('加工の順序', treatmentsTable(report)) : ''}
${randomness(meaningForClasses(recipe))}
${pseudonymsSection(report)}
${section('残った情報', utilityChart(report.utility))}
${section('同じ組合せの記録の数', classesChart(report.verification.classSizes, report.persons !== null))}
${localParts(report.levels).length > 0 ? section('記録ごとに違う段階（局所的な再符号化）', partsTable(report)) : ''}
${section('見分けられる見込み（リスク）', riskSection(report))}
${section('少ない項目での絞り込み', singlingOutSection(report.verification.singlingOut))}
${section('出力に入れなかった記録', leftOut(report))}
${section('確かめておくこと', warnings(report))}
${section('数の見方', terms(report.persons === null ? '件' : '人'))}
${section('加工の記録', record(report, digest))}
${section('実行した手順書', html`<pre><code>${JSON.stringify(report.recipe, null, 2)}</code></pre>`)}`,
  );
}

function verdict({ passed, items: found }: VerificationReport): Html {
  const failed = standardItems.filter((item) => !found[item].passed);
  if (passed)
    return html`<div class="verdict good"><p class="word">✓ 合格</p><p>規則62条の1号から5号まで、すべての検証に合格しました。提供には、作成した人とは別の人の確認が要ります。</p></div>`;
  const where = failed.length > 0 ? `${failed.join('号、')}号` : '出力ファイルそのもの';
  return html`<div class="verdict bad"><p class="word">✗ 不合格</p><p>${where}の検証に合格しませんでした。この出力は提供できません。下の「規則62条の各号の結果」で理由を確かめ、手順書を直してやり直してください。</p></div>`;
}

function figures(report: Report): Html {
  const { rows, outputRows, syntheticRecords, smallestClass, loss, optimal, gap, persons, levels } = report;
  const share = rows === 0 ? '' : `元の${percent((outputRows - syntheticRecords) / rows)}`;
  const kept = syntheticRecords === 0 ? share : `${share}と、疑似データ${count(syntheticRecords)}件`;
  const isLocal = localParts(levels).length > 0;
  const proof = isLocal
    ? '記録ごとに段階を変えました'
    : optimal
      ? 'これより小さくできないことを確かめました'
      : `最も小さい場合との差は${percent(gap)}以内です`;
  const people = persons === null ? '' : `加工した記録は${count(persons)}人分`;
  return html`<dl class="figures">
<div><dt>元の記録</dt><dd>${count(rows)}件<small>${people}</small></dd></div>
<div><dt>出力した記録</dt><dd>${count(outputRows)}件<small>${kept}</small></dd></div>
<div><dt>最も小さい組</dt><dd>${smallestClass === null ? 'なし' : `${count(smallestClass)}${persons === null ? '件' : '人'}`}<small>同じ組合せをもつ${persons === null ? '記録の数' : '人の数'}</small></dd></div>
<div><dt>情報の損失</dt><dd>${loss === null ? '－' : percent(loss)}<small>${loss === null ? '' : proof}</small></dd></div>
</dl>`;
}

function items({ items: found, integrity, withSource }: VerificationReport): Html {
  const mark = (passed: boolean) =>
    passed ? html`<span class="mark good">✓ 合格</span>` : html`<span class="mark bad">✗ 不合格</span>`;
  const findings = (checks: VerificationReport['integrity']['checks']) =>
    checks.length === 0
      ? html`この号で確かめる項目はありません。`
      : html`<ul>${checks.map(({ passed, finding }) => html`<li>${passed ? '' : html`<span class="mark bad">✗</span> `}${finding}</li>`)}</ul>`;
  const rows = standardItems.map(
    (item) =>
      html`<tr><th scope="row">${item}号</th><td>${itemWords[item]}</td><td>${mark(found[item].passed)}</td><td>${findings(found[item].checks)}</td></tr>`,
  );
  return html`<table class="items results"><caption>${withSource ? '出力ファイルを読み直し、元のデータとも照らし合わせて確かめました。' : '出力ファイルだけを読み直して確かめました。'}</caption><thead><tr><th scope="col">号</th><th scope="col">求められること</th><th scope="col">結果</th><th scope="col">確かめたこと</th></tr></thead><tbody>${rows}<tr><th scope="row">ファイル</th><td>書き出したものと同じファイルである。</td><td>${mark(integrity.passed)}</td><td>${findings(integrity.checks)}</td></tr></tbody></table>`;
}

function columnsTable({ columns, utility }: Report): Html {
  const rows = columns.map((column) => {
    const left = utility.columns[column.name];
    return html`<tr><th scope="row">${column.name}</th><td>${roleWords[column.role]}</td><td>${whatWasDone(column)}</td><td class="number">${levelOf(column)}</td><td class="number">${column.written && left !== undefined ? percent(left) : '－'}</td></tr>`;
  });
  return html`<table><caption>手法の名は、個人情報保護委員会の資料の手法一覧によります。</caption><thead><tr><th scope="col">項目</th><th scope="col">役割</th><th scope="col">行ったこと</th><th scope="col" class="number">一般化の段階</th><th scope="col" class="number">残った情報</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function treatmentsTable({ treatments, changedRecords }: Report): Html {
  const rows = treatments.map(
    ({ item, column, description, changedCells }) =>
      html`<tr><th scope="row">${item}号</th><td>${column ?? '記録'}</td><td>${description}</td><td class="number">${count(changedCells)}${column === null ? '件' : '個'}</td></tr>`,
  );
  const changed = standardItems
    .filter((item) => changedRecords[item] > 0)
    .map((item) => `${item}号の加工で${count(changedRecords[item])}件`);
  return html`<table class="items"><caption>1号から5号の順に行った加工です。</caption><thead><tr><th scope="col">号</th><th scope="col">項目</th><th scope="col">行ったこと</th><th scope="col" class="number">変わった値</th></tr></thead><tbody>${rows}</tbody></table>${changed.length === 0 ? '' : html`<p>変わった記録: ${changed.join('、')}。</p>`}`;
}

function whatWasDone({ written, descriptions, accepted, name }: ColumnReport): Html {
  const done = descriptions.length > 0 ? descriptions : [written ? 'そのまま' : '項目削除'];
  const reason = accepted === null ? '' : html`<p>「${name}」の番号の形の値を残す理由: ${accepted}</p>`;
  return html`${done.length === 1 ? done[0] : html`<ul>${done.map((one) => html`<li>${one}</li>`)}</ul>`}${reason}`;
}

const levelOf = ({ level, topLevel }: ColumnReport) =>
  level === null || topLevel === null ? '－' : `${level} / ${topLevel}`;

/** What local recoding gives away: of a record in a coarse class it is known that it stands in none of the finer ones. */
function partsTable({ levels, outputRows }: Report): Html {
  const parts = localParts(levels);
  const coarser = parts.slice(1).reduce((sum, { records }) => sum + records, 0);
  const inPersons = parts.some(({ persons }) => typeof persons === 'number');
  const rows = parts.map(({ records, persons, levels: own, excluded }, index) => {
    const names = Object.entries(own).map(([name, level]) => `${name} ${level}`);
    return html`<tr><th scope="row">${index + 1}回目</th><td class="number">${count(records)}件${typeof persons === 'number' ? `（${count(persons)}人分）` : ''}</td><td>${names.join('、')}</td><td class="number">${index === 0 ? '－' : `${count(excluded)}件`}</td></tr>`;
  });
  return html`<div class="care"><p><strong>注意：記録ごとに段階を変えています</strong>　粗い組の記録は、出力されたどの細かい組にも当てはまらなかった記録だと分かります。この手掛かりで絞り込む攻撃が知られています。必要がなければ、手順書の recoding を global にしてください。</p></div>
<p>2回目より後に、より粗い段階でまとめた記録は${count(coarser)}件（出力の${outputRows === 0 ? '－' : percent(coarser / outputRows)}）です。${inPersons ? '人の数は回ごとに数えたものです。何回かに分かれた人は、それぞれの回で数えています。' : ''}</p>
<table><caption>「除外できる記録」は、その回の組に当てはまるはずなのに、より細かい段階で出力したため、その組の人ではないと分かる記録の数です。</caption><thead><tr><th scope="col">回</th><th scope="col" class="number">記録</th><th scope="col">項目ごとの段階</th><th scope="col" class="number">除外できる記録</th></tr></thead><tbody>${rows}</tbody></table>`;
}

export function utilityChart({ columns, total }: Report['utility']): Html {
  const bars = Object.entries(columns).map(([label, value]) => ({ label, value, text: percent(value) }));
  if (bars.length === 0) return html`<p>組み合わせて見る項目（5号）はありません。</p>`;
  const inWords = bars.map(({ label, text }) => `${label} ${text}`).join('、');
  return html`<figure><p>一般化しても残っている細かさを、項目ごとに示します。長いほど、元のデータに近い細かさで使えます。</p>
${barChart({ id: 'utility', title: '項目ごとに残った情報', description: inWords, bars, most: 1 })}<figcaption>元のままなら100%、すべて同じ値になれば0%です。${total === null ? '' : `全体では${percent(total)}です。`}</figcaption></figure>`;
}

function classesChart(sizes: readonly ClassSizes[], inPersons: boolean): Html {
  if (sizes.length === 0) return html`<p>出力された記録はありません。</p>`;
  const bars = sizes.map(({ from, to, classes, records }) => ({
    label: to === null ? `${count(from)}件以上` : to === from ? `${count(from)}件` : `${count(from)}～${count(to)}件`,
    value: classes,
    text: `${count(classes)}組（${count(records)}件）`,
  }));
  const most = Math.max(...bars.map(({ value }) => value));
  const inWords = bars.map(({ label, text }) => `${label}の組は${text}`).join('、');
  return html`<figure><p>組み合わせて見る項目の値がすべて同じ記録を1つの「組」とします。大きい組にいるほど、誰の記録かは分かりにくくなります。</p>
${barChart({ id: 'classes', title: '組の大きさの分布', description: inWords, bars, most })}<figcaption>左は組の大きさ（記録の数）、棒は組の数、括弧の中はその記録の合計です。${inPersons ? 'k は人数で数えるので、この図の件数より小さいことがあります。' : ''}</figcaption></figure>`;
}

const criterionWords = (criterion: string) => {
  const [kind, ...column] = criterion.split(':');
  const name = `「${column.join(':')}」`;
  if (kind === 'k') return '組が小さすぎる';
  if (kind === 'frequency') return `${name}の1つの値が多すぎる`;
  return kind === 'closeness' || kind === 'disclosure' || kind === 'likeness'
    ? `${name}の割合が全体と離れている`
    : `${name}の値が偏っている`;
};

function leftOut({
  refusedRows,
  refused,
  droppedRecords,
  suppressedRecords,
  suppressedPersons,
  suppressedBy,
  rows,
}: Report): Html {
  const share = (value: number) => (rows === 0 ? '－' : percent(value / rows));
  const line = (word: string, value: number, why: Html | string) =>
    html`<tr><th scope="row">${word}</th><td class="number">${count(value)}件</td><td class="number">${share(value)}</td><td>${why}</td></tr>`;
  const reasons = Object.entries(suppressedBy).filter(([, value]) => value > 0);
  const why = html`${reasons.length === 0 ? '求めた条件を満たすために出力に残せなかった記録です。' : html`<ul>${reasons.map(([criterion, value]) => html`<li>${criterionWords(criterion)}: ${count(value)}件</li>`)}</ul>${reasons.length > 1 ? '1つの記録が複数の理由に当たることがあります。' : ''}`}`;
  const examples = refused.slice(0, 20).map(({ line: at, reason }) => html`<li>${count(at)}行目: ${reason}</li>`);
  return html`<table><thead><tr><th scope="col">種類</th><th scope="col" class="number">件数</th><th scope="col" class="number">元に対する割合</th><th scope="col">理由</th></tr></thead><tbody>${line('読めなかった行', refusedRows, 'ファイルの書き方が見出しと合わない行です。')}${line('レコード削除', droppedRecords, '手順書の指定で除いた記録です。')}${line(suppressedPersons === null ? '条件による除外' : `条件による除外（${count(suppressedPersons)}人分）`, suppressedRecords, why)}</tbody></table>${examples.length === 0 ? '' : html`<h3>読めなかった行</h3><ul>${examples}</ul>${refusedRows > examples.length ? html`<p>すべての行は refused.csv にあります。</p>` : ''}`}`;
}

/** What the draws mean for k; nothing where there are none. */
export const randomness = (meanings: readonly string[]): Html =>
  meanings.length === 0
    ? html``
    : section('乱数を使った加工と、k の意味', html`<ul>${meanings.map((one) => html`<li>${one}</li>`)}</ul>`);

function pseudonymsSection({ pseudonyms }: Report): Html {
  if (pseudonyms.length === 0) return html``;
  const rows = pseudonyms.map(
    ({ column, method, length, values }) =>
      html`<tr><th scope="row">${column}</th><td>${method}</td><td class="number">${length}文字</td><td class="number">${count(values)}種類</td><td>破棄した</td></tr>`,
  );
  return section(
    '仮ID の鍵と対応表',
    html`<p>鍵はこの実行のためにメモリーの中だけで作り、ファイルに書かず、加工が済んだところでゼロで上書きして破棄しました。元の符号と仮ID の対応表は作っていません。鍵がないので、同じ仮ID を作り直すことも、仮ID から元の符号を求めることもできません。</p><table><thead><tr><th scope="col">項目</th><th scope="col">作り方</th><th scope="col" class="number">長さ</th><th scope="col" class="number">作った仮ID</th><th scope="col">鍵</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

const blunted = (utility: Report['utility'], columns: Report['columns']) =>
  columns
    .filter(({ name, level, topLevel }) => level === topLevel && utility.columns[name] === 0)
    .map(({ name }) => name);

/** Whether a technique leaves what it can't read. */
const leaves = (technique: string) => technique === 'topCode' || technique === 'bottomCode';

function warnings({ verification, notes, treatments, columns, optimal, utility, levels }: Report): Html {
  const { aloneOnAllColumns, singular } = verification;
  const unreadable = treatments.filter(({ unreadableCells }) => unreadableCells > 0);
  const kept = columns
    .filter(({ role, written, descriptions }) => role === 'other' && written && descriptions.length === 0)
    .map(({ name }) => name);
  const points = [
    ...notes,
    ...(aloneOnAllColumns > 0
      ? [
          `そのままの項目まで含めると、ほかに同じ記録がない記録が${count(aloneOnAllColumns)}件あります。そのままの項目を知っている人がいないか、確かめてください。`,
        ]
      : []),
    ...blunted(utility, columns).map(
      (name) => `「${name}」は最も粗い段階までまとめたので、使える情報がほとんど残っていません。`,
    ),
    ...(kept.length > 0
      ? [`加工せずに残した項目: ${kept.join('、')}。個人の識別に使われないことを確かめてください。`]
      : []),
    ...singular.map(
      ({ column, values, records }) =>
        `「${column}」には、少ない記録だけがもつ値が${count(values)}種類（${count(records)}件）残っています。特異な記述（4号）でないか、確かめてください。`,
    ),
    ...unreadable.map(({ column, technique, unreadableCells, unreadable: values }) => {
      const examples = values.slice(0, 5).map((value) => (value === '' ? '（空欄）' : value));
      const told = `${count(unreadableCells)}個の値を${leaves(technique) ? 'そのまま残しました' : '隠しました'}（例: ${examples.join('、')}）。`;
      return leaves(technique)
        ? `「${column ?? ''}」の${technique === 'topCode' ? 'トップ' : 'ボトム'}コーディングで数として読めなかった${told}まとめるべき値でないか、確かめてください。`
        : `「${column ?? ''}」で読み取れなかった${told}`;
    }),
    ...(optimal || localParts(levels).length > 0
      ? []
      : ['時間内に見つかった中で最もよい結果です。さらに損失の小さい結果がある可能性があります。']),
  ];
  return points.length === 0
    ? html`<p>特に確かめておくことはありません。</p>`
    : html`<ul>${points.map((point) => html`<li>${point}</li>`)}</ul>`;
}

/** @param unit of k: records (件) or persons (人). */
export const terms = (unit: '件' | '人'): Html => html`<dl class="terms">
<dt>組（同じ組合せの記録）</dt><dd>年齢や性別など、組み合わせると人を見分けられる項目の値がすべて同じ記録の集まりです。</dd>
<dt>k（最も小さい組の大きさ）</dt><dd>どの記録も、少なくともk${unit}の同じ組合せの中に紛れています。k=5なら、組み合わせて見る項目だけで5${unit}より少なく絞り込むことはできません。</dd>
<dt>値の多様性（l）</dt><dd>1つの組の中に、病名のような項目の値が何種類あるかです。1種類しかないと、組が分かるだけで値も分かってしまいます。</dd>
<dt>割合の差（t）</dt><dd>1つの組の中の値の割合が、全体の割合からどれだけ離れているかです。0なら全体と同じ、1ならまったく違います。</dd>
<dt>値の割合の上限（α）</dt><dd>1つの組の中で、1つの値をもつ記録が占めてよい割合です。α=0.5なら、組が分かっても、その値だと半分より確かに言うことはできません。</dd>
<dt>割合の変わり方の限度（δ）</dt><dd>1つの組の中の値の割合が、全体の割合の何倍（または何分の1）までならよいかを、2を何回掛けたかで表したものです。δ=1なら、2倍に届かず、半分より多いことを求めます。</dd>
<dt>割合の増え方の限度（β）</dt><dd>組が分かったとき、ある値である見込みが全体の割合よりどれだけ増えてよいかです。β=1なら2倍までです。enhanced では、よくある値ほど厳しくします。</dd>
<dt>一般化</dt><dd>年齢を10歳ごと、住所を市町村までのように、より広い言い方に置き換えることです。段階は0が元のままで、数が大きいほど粗くなります。</dd>
<dt>残った情報・情報の損失</dt><dd>値をまとめたり記録を除いたりして失われた細かさを、0%（元のまま）から100%（すべて同じ）で表したものが損失で、100%から引いたものが残った情報です。</dd>
</dl>`;

const stepWords: Readonly<Record<string, string>> = {
  import: '読み込み',
  treat: '加工',
  search: '一般化の選択',
  write: '書き出し',
  verify: '検証',
  report: '報告',
};

function record(report: Report, digest: string): Html {
  const { engineVersion, outputFile, sha256, seed, seconds, peakMemoryMiB, checks, pseudonyms } = report;
  const exceeded = exceededMemory(report);
  const times = Object.entries(seconds).map(([step, time]) => `${stepWords[step] ?? step} ${time.toFixed(1)}秒`);
  const rows: readonly (readonly [string, Html | string])[] = [
    ['出力ファイル', outputFile],
    ['出力のSHA-256', html`<code>${sha256.output}</code>`],
    ['元データのSHA-256', html`<code>${sha256.input}</code>`],
    ['手順書のSHA-256', html`<code>${sha256.recipe}</code>`],
    ['report.jsonのSHA-256', html`<code>${digest}</code>`],
    ['乱数の種', html`<code>${seed}</code>`],
    ['調べた組合せ', `${count(checks)}通り`],
    ['かかった時間', times.join('、')],
    [
      '最大のメモリー',
      `${count(peakMemoryMiB)} MiB${exceeded === null ? '' : `（手順書の memoryMiB の ${count(exceeded)} MiB を超えました）`}`,
    ],
    ['プログラムの版', engineVersion],
  ];
  return html`<table><tbody>${rows.map(([word, value]) => html`<tr><th scope="row">${word}</th><td>${value}</td></tr>`)}</tbody></table><p>同じ元データ、同じ手順書、同じ種からは、同じ出力ができます${pseudonyms.length === 0 ? '' : '（仮ID は鍵を破棄したので、作るたびに変わります）'}。</p>`;
}
