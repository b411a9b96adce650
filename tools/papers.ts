// `node launch.mjs papers [PAPERS]`: prints papers with random facts and looks at every word of them, then says how fast
// papers are printed. Exit 1 if a word passes a margin, a paper can't be printed, or a speed is missed.
import fc from 'fast-check';
import type { OfficialDocument } from '../src/documents/block.ts';
import { renderCaseFile, renderPdf } from '../src/documents/render/renderPdf.ts';
import { everyForm, randomPaper } from '../test/support/randomPapers.ts';
import { boxesOutside, pagesOf } from '../test/support/readPdf.ts';

const papers = Number(process.argv[2] ?? 10_000);
if (!Number.isInteger(papers) || papers < 1) {
  console.error(`「${process.argv[2]}」は枚数として読めません。1 以上の整数を書いてください。`);
  process.exit(2);
}

const forms = everyForm();
const notice = forms.find(({ name }) => name === 'kumamoto/nonConformingNotice')?.paper as OfficialDocument;
/** The notice with another number: nothing of it was printed before. */
const numbered = (number: number): OfficialDocument => ({
  ...notice,
  blocks: notice.blocks.map((block) =>
    block.type === 'reference' ? { ...block, lines: [`架空発第${number}号`, ...block.lines.slice(1)] } : block,
  ),
});
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
const memory = () => {
  const { rss, heapUsed } = process.memoryUsage();
  return `${megabytes(rss)} (うちヒープ ${megabytes(heapUsed)})`;
};
const timed = <Result>(work: () => Result) => {
  const began = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - began };
};
const missed: string[] = [];
const say = (what: string, value: number, unit: string, limit: number) => {
  console.log(`${what}: ${value.toFixed(1)} ${unit} (目標 ${limit} ${unit} 以内)`);
  if (value > limit) missed.push(what);
};

/** As in the printing thread: what a paper took is given back between one order and the next. */
const rest = () => new Promise((resolve) => setImmediate(resolve));

async function printNotices(): Promise<void> {
  for (let number = 0; number < 20; number += 1) renderPdf(numbered(number));
  const times = Array.from({ length: 50 }, (_, index) => timed(() => renderPdf(numbered(100 + index))).milliseconds);
  say(
    '通知一通 (温まった後、毎回違う内容、中央値)',
    times.toSorted((one, other) => one - other)[25] ?? 0,
    'ミリ秒',
    20,
  );
  const before = memory();
  const marks: string[] = [];
  const began = performance.now();
  for (let number = 1_000; number < 2_000; number += 1) {
    renderPdf(numbered(number));
    await rest();
    if (number % 250 === 249) marks.push(memory());
  }
  say('通知 1,000 通', (performance.now() - began) / 1_000, '秒', 30);
  console.log(`  使用した記憶域: 前 ${before} MB、250 通ごとに ${marks.join('、')} MB`);
}

async function printCaseFile(): Promise<void> {
  const shared = forms.filter(({ name }) => name.startsWith('aomori-police/'));
  const reason = '理由を具体的に記載する。基準に照らして確かめた事実を順に述べる。'.repeat(30);
  const many = Array.from({ length: 260 }, (_, index): OfficialDocument => {
    const { paper } = shared[index % shared.length] as (typeof shared)[number];
    return index % 4 === 0 ? { ...paper, blocks: [...paper.blocks, { type: 'paragraph', text: reason }] } : paper;
  });
  let count = many.length;
  const file = (length: number) => ({
    title: '一件書類',
    issuer: '架空市',
    date: '2026-03-31',
    cover: shared.find(({ name }) => name.endsWith('/caseCover'))?.paper as OfficialDocument,
    papers: many.slice(0, length).map((paper, index) => ({
      day: '令和８年３月31日',
      title: paper.title,
      documentNumber: `架空発第${index + 1}号`,
      digest: '0123456789abcdef'.repeat(4),
      paper,
    })),
    beside: [],
  });
  const pages = await pagesOf(renderCaseFile(file(count)));
  count = Math.ceil((count * 300) / pages);
  const printed = timed(() => renderCaseFile(file(count)));
  const printedPages = await pagesOf(printed.result);
  say(`一件書類 ${printedPages} ページ`, printed.milliseconds / 1_000, '秒', 5);
}

async function printRandom(): Promise<void> {
  const seed = 20260401;
  const began = performance.now();
  await fc.assert(
    fc.asyncProperty(
      randomPaper(forms),
      async ({ paper }) => (await boxesOutside(renderPdf(paper), paper)).length === 0,
    ),
    { numRuns: papers, seed, endOnFailure: true },
  );
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  console.log(
    `${papers.toLocaleString('en-US')} 通を無作為の内容で印刷し、すべての語が余白の内にある (種 ${seed}、${seconds} 秒)`,
  );
}

await printNotices();
await printCaseFile();
await printRandom();
if (missed.length > 0) console.log(`目標に届かないもの: ${missed.join('、')}`);
process.exitCode = missed.length === 0 ? 0 : 1;
