import { dirname, join } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import {
  type Element,
  misplaced,
  parseXml,
  partsOf,
  within,
  withoutDeclaration,
  wordText,
} from '../../../../test/support/readWord.ts';
import { everyBlock, paperOf } from '../../../../test/support/samplePaper.ts';
import { solid, wordsOf } from '../../../../test/support/wordsOf.ts';
import { renderWord } from './renderWord.ts';

const partOf = async (name: string, paper = everyBlock) =>
  parseXml(withoutDeclaration(partsOf(await renderWord(paper)).get(name) ?? ''));
const named = (root: Element, name: string) => within(root).filter((element) => element.name === name);

describe('official papers as Word', () => {
  test('every part of the file is well-formed and keeps the order of the schema', async () => {
    const parts = [...partsOf(await renderWord(everyBlock))].filter(
      ([path]) => path.startsWith('word/') && path.endsWith('.xml'),
    );
    expect(parts.map(([path]) => path)).toEqual(
      expect.arrayContaining([
        'word/document.xml',
        'word/styles.xml',
        'word/numbering.xml',
        'word/footer1.xml',
        'word/fontTable.xml',
      ]),
    );
    for (const [path, xml] of parts) {
      const root = parseXml(withoutDeclaration(xml));
      expect({ path, misplaced: misplaced(root) }).toEqual({ path, misplaced: [] });
    }
    const cells = named(await partOf('word/document.xml'), 'w:tc');
    expect(cells.length).toBeGreaterThan(8);
    expect(cells.filter(({ children }) => children.at(-1)?.name !== 'w:p')).toEqual([]);
    const controls = named(await partOf('word/document.xml'), 'w:id').map(({ attributes }) => attributes);
    expect(new Set(controls).size).toBe(controls.length);
  });

  test('every part has a type, and every relationship leads to a part', async () => {
    const parts = partsOf(await renderWord(everyBlock));
    const valuesOf = (xml: string, name: string) =>
      [...xml.matchAll(new RegExp(`${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');
    const types = parts.get('[Content_Types].xml') ?? '';
    const named = new Set(valuesOf(types, 'PartName').map((path) => path.slice(1)));
    const extensions = new Set(valuesOf(types, 'Extension'));
    const untyped = [...parts.keys()].filter(
      (path) => path !== '[Content_Types].xml' && !named.has(path) && !extensions.has(path.split('.').at(-1) ?? ''),
    );
    const relations = [...parts].filter(([path]) => path.endsWith('.rels'));
    const targets = relations.flatMap(([path, xml]) =>
      valuesOf(xml, 'Target').map((target) => join(dirname(dirname(path)), target)),
    );
    expect({ untyped, missing: [...targets, ...named].filter((path) => !parts.has(path)) }).toEqual({
      untyped: [],
      missing: [],
    });
    expect(targets).toEqual(expect.arrayContaining(['word/document.xml', 'word/styles.xml', 'word/footer1.xml']));
    const used = [...parts].flatMap(([, xml]) => valuesOf(xml, 'r:(?:id|embed)'));
    const known = new Set(relations.flatMap(([, xml]) => valuesOf(xml, 'Id')));
    expect(used.filter((id) => !known.has(id))).toEqual([]);
  });

  test('rows that fit a page are not split, and the parties of a contract stay with the words above them', async () => {
    const long = '理由を具体的に記載する。'.repeat(400);
    const paper = paperOf(
      {
        type: 'table',
        widths: [1, 3],
        header: ['項目', '値'],
        rows: [
          ['一', '二'],
          ['理由', long],
        ],
      },
      { type: 'paragraph', text: '本書を作成する。' },
      { type: 'signature', party: '甲', lines: ['架空市長'] },
      { type: 'signature', party: '乙', lines: ['見本'] },
    );
    const root = await partOf('word/document.xml', paper);
    const rows = named(root, 'w:tr').map((row) => named(row, 'w:cantSplit').length === 1);
    expect(rows).toEqual([true, true, false, true, true]);
    const kept = named(root, 'w:p')
      .filter((one) => named(one, 'w:keepNext').some(({ attributes }) => attributes === ''))
      .map((one) => wordText(one));
    expect(kept).toEqual(['本書を作成する。', '', '甲', '架空市長', '印', '', '']);
  });

  test('the words of the file are the words of the blocks; Word itself writes the labels of lists that follow a series', async () => {
    const text = solid(wordText(await partOf('word/document.xml')));
    const labels = ['備考１用紙', 'ア二イ三'] as const;
    const wanted = wordsOf(everyBlock).replace(solid(labels[0]), solid('備考用紙')).replace(labels[1], '二三');
    // A reading stands before its word in the file.
    expect(text).toBe(wanted.replace('架空かくう', 'かくう架空'));
  });

  test('headings, lists, heads of tables, merged cells and content controls are real', async () => {
    const root = await partOf('word/document.xml');
    const styles = named(root, 'w:pStyle').map(({ attributes }) => /"(.*)"/.exec(attributes)?.[1]);
    expect(styles).toEqual(expect.arrayContaining(['Title', 'Heading1']));
    expect(named(root, 'w:numPr').length).toBe(3);
    expect(named(root, 'w:tblHeader').length).toBe(1);
    expect([named(root, 'w:gridSpan').length, named(root, 'w:vMerge').length]).toEqual([1, 2]);
    const controls = named(root, 'w:alias').map(({ attributes }) => /"(.*)"/.exec(attributes)?.[1]);
    expect(controls).toEqual(['年', '月', '日', '氏名', '本人の数', '加工の方法']);
    expect(named(root, 'w14:checkbox').length).toBe(2);
    expect(
      within(await partOf('word/footer1.xml'))
        .map(({ text }) => text)
        .join(''),
    ).toMatch(/PAGE.*NUMPAGES/s);
  });

  test('the Japanese font is named, with one that every Windows has in its place', async () => {
    const table = await partOf('word/fontTable.xml');
    expect(named(table, 'w:altName')[0]?.attributes).toContain('ＭＳ 明朝');
    expect(named(await partOf('word/styles.xml'), 'w:rFonts')[0]?.attributes).toContain(
      'w:eastAsia="BIZ UD明朝 Medium"',
    );
  });

  test('the same facts give the same bytes', async () => {
    const [one, other] = [await renderWord(everyBlock), await renderWord(everyBlock)];
    expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0);
  });

  test('text is never markup, and a character without a glyph is refused as in the PDF', async () => {
    const text = '<w:p/> & "x" \' ]]>';
    const paper = paperOf({ type: 'paragraph', text });
    expect(solid(wordText(await partOf('word/document.xml', paper)))).toBe(solid(text));
    await expect(renderWord(paperOf({ type: 'addressee', lines: ['葛\u{E0102}'] }))).rejects.toThrow(/宛名の/);
  });
});
