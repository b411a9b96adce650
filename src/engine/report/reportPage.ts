import { type Html, html } from './html.ts';

const style = `
:root { color-scheme: light; --ink: #1a1a1c; --soft: #626264; --line: #b4b4b4; --ground: #f8f8fb; --key: #0017c1; --good: #115a36; --bad: #a90000; --care: #7a4b00; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 17px/1.75 "BIZ UDPGothic", "BIZ UDPゴシック", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif; line-break: strict; overflow-wrap: anywhere; }
main { max-width: 960px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 30px; line-height: 1.4; margin: 0 0 8px; }
h2 { font-size: 22px; line-height: 1.4; margin: 48px 0 12px; padding-left: 12px; border-left: 6px solid var(--key); break-after: avoid; }
h3 { font-size: 18px; margin: 24px 0 8px; break-after: avoid; }
p { margin: 0 0 12px; }
.lead { color: var(--soft); }
.care { border: 2px solid var(--care); border-radius: 8px; padding: 12px 16px; margin: 16px 0; background: #fff8eb; }
.care p { margin: 0; }
.care strong { color: var(--care); }
.verdict { border: 3px solid; border-radius: 8px; padding: 16px 20px; margin: 24px 0; }
.verdict p { margin: 0; }
.verdict .word { font-size: 24px; font-weight: 700; }
.good { color: var(--good); } .bad { color: var(--bad); }
.verdict.good { background: #f0faf4; } .verdict.bad { background: #fdeeee; }
.verdict p + p { color: var(--ink); margin-top: 4px; }
dl.figures { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; margin: 24px 0; }
dl.figures div { border: 1px solid var(--line); border-radius: 8px; padding: 12px 14px; background: var(--ground); }
dl.figures dt { color: var(--soft); font-size: 15px; }
dl.figures dd { margin: 0; font-size: 24px; font-weight: 700; line-height: 1.4; }
dl.figures dd small { display: block; font-size: 14px; font-weight: 400; color: var(--soft); line-height: 1.5; }
table { width: 100%; border-collapse: collapse; margin: 12px 0; font-size: 16px; }
caption { text-align: left; color: var(--soft); font-size: 15px; padding-bottom: 4px; }
th, td { text-align: left; vertical-align: top; padding: 8px 10px; border-bottom: 1px solid var(--line); }
thead th { background: var(--ground); border-bottom: 2px solid var(--ink); white-space: nowrap; }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.items th { white-space: nowrap; }
.results td:nth-child(2) { width: 32%; }
th[scope=row] { min-width: 6.5em; } .items th[scope=row] { min-width: 0; }
.mark { font-weight: 700; white-space: nowrap; }
tr { break-inside: avoid; } tbody tr:first-child { break-before: avoid; }
td ul, .care ul { margin: 0; padding-left: 1.2em; }
figure { margin: 12px 0; break-inside: avoid; }
figcaption { color: var(--soft); font-size: 15px; }
svg.chart { display: block; max-width: 100%; height: auto; }
svg .bar { fill: #3460fb; } svg .axis { stroke: var(--ink); stroke-width: 1.5; }
svg text { font-size: 15px; fill: var(--ink); dominant-baseline: central; } svg .label { text-anchor: end; }
dl.terms dt { font-weight: 700; margin-top: 12px; } dl.terms dd { margin: 0 0 0 1em; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font-family: "BIZ UDGothic", Consolas, monospace; font-size: 14px; word-break: break-all; }
footer { margin-top: 48px; border-top: 1px solid var(--line); padding-top: 12px; color: var(--soft); font-size: 15px; }
@media (max-width: 640px) { dl.figures { grid-template-columns: repeat(2, 1fr); } main { padding: 16px; } section { overflow-x: auto; } table { font-size: 15px; } th, td { padding: 6px; } }
@media screen and (max-width: 640px) { table:not(.results):has(thead th:nth-child(4)) { min-width: 30em; } .results thead { display: none; } .results, .results tbody, .results tr, .results th, .results td { display: block; width: auto; border: 0; } .results td:nth-child(2) { width: auto; } .results caption { display: block; } .results tr { border-bottom: 2px solid var(--line); padding: 6px 0; } }
@page { size: A4; margin: 16mm 15mm; }
@media print { body { font-size: 10.5pt; line-height: 1.6; } main { max-width: none; padding: 0; } h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 20pt; } h3 { font-size: 11pt; } table { font-size: 9.5pt; } caption, figcaption, footer, dl.figures dt, .lead { font-size: 9pt; } dl.figures dd { font-size: 14pt; } dl.figures dd small { font-size: 8.5pt; } code { font-size: 8pt; } .verdict .word { font-size: 15pt; } svg.chart { width: 135mm; } h2 { margin-top: 16pt; } th, td { padding: 4pt 6pt; } * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
@media (forced-colors: active) { svg .bar { fill: CanvasText; } svg text { fill: CanvasText; } }
`;

/** One page that needs nothing else: no script, no font, no picture from outside. */
export function reportPage(title: string, content: Html): string {
  const page = html`<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${title}</title><style>${{ html: style }}</style></head>
<body><main>${content}</main></body></html>
`;
  return page.html;
}

export const section = (title: string, ...contents: readonly Html[]): Html =>
  html`<section><h2>${title}</h2>${contents}</section>`;
