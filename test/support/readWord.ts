import { inflateRawSync } from 'node:zlib';

/** An element of a part of a Word file: its name, its elements, and the text in it. */
export interface Element {
  readonly name: string;
  readonly attributes: string;
  readonly children: Element[];
  text: string;
}

/** The parts of a .docx by their paths, read from its central directory. */
export function partsOf(docx: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(docx);
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < zip.readUInt16LE(end + 10); entry += 1) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    const method = zip.readUInt16LE(at + 10);
    parts.set(
      zip.toString('utf8', at + 46, at + 46 + name),
      (method === 8 ? inflateRawSync(content) : content).toString('utf8'),
    );
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** The tree of an XML text as Word writes it: no comments, no CDATA. @throws Error where tags do not match */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: '', children: [], text: '' };
  const open = [root];
  for (const [, close, name = '', attributes = '', empty, text] of xml.matchAll(
    /<(\/?)([\w:]+)([^<>]*?)(\/?)>|([^<>]+)/g,
  )) {
    const parent = open.at(-1)!;
    if (text !== undefined) parent.text += text;
    else if (close) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes <${parent.name}>`);
    } else {
      const element: Element = { name, attributes, children: [], text: '' };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return root;
}

/** All elements below one, itself included. */
export const within = (element: Element): readonly Element[] => [element, ...element.children.flatMap(within)];

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const symbol = ({ attributes }: Element) =>
  String.fromCodePoint(Number.parseInt(/w:char="([^"]*)"/.exec(attributes)?.[1] ?? '', 16));

/** The words of a document in their order. */
export const wordText = (element: Element): string =>
  within(element)
    .filter(({ name }) => name === 'w:t' || name === 'w:sym')
    .map((one) => (one.name === 'w:sym' ? symbol(one) : one.text))
    .join('')
    .replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity);

export const withoutDeclaration = (xml: string): string => xml.replace(/^<\?xml[^>]*\?>/, '');

/** Order of the elements within another by ECMA-376 part 1, as far as papers use them. */
const orders: Readonly<Record<string, readonly string[]>> = {
  'w:body': ['w:p', 'w:sectPr'],
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'
      .split(' ')
      .map((name) => `w:${name}`),
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'
      .split(' ')
      .map((name) => `w:${name}`),
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription'
      .split(' ')
      .map((name) => `w:${name}`),
  'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'
    .split(' ')
    .map((name) => `w:${name}`),
  'w:tcBorders': ['w:top', 'w:start', 'w:left', 'w:bottom', 'w:end', 'w:right', 'w:insideH', 'w:insideV'],
  'w:tblBorders': ['w:top', 'w:start', 'w:left', 'w:bottom', 'w:end', 'w:right', 'w:insideH', 'w:insideV'],
  'w:tblCellMar': ['w:top', 'w:start', 'w:left', 'w:bottom', 'w:end', 'w:right'],
  'w:tbl': ['w:tblPr', 'w:tblGrid', 'w:tr'],
  'w:tr': ['w:tblPrEx', 'w:trPr', 'w:tc'],
  'w:tc': ['w:tcPr', 'w:p'],
  'w:sdt': ['w:sdtPr', 'w:sdtEndPr', 'w:sdtContent'],
  'w:sdtPr': [
    'w:rPr',
    'w:alias',
    'w:tag',
    'w:id',
    'w:lock',
    'w:placeholder',
    'w:temporary',
    'w:showingPlcHdr',
    'w:dataBinding',
    'w:label',
    'w:tabIndex',
    'w:text',
    'w14:checkbox',
  ],
  'w:ruby': ['w:rubyPr', 'w:rt', 'w:rubyBase'],
  'w:rubyPr': ['w:rubyAlign', 'w:hps', 'w:hpsRaise', 'w:hpsBaseText', 'w:lid', 'w:dirty'],
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid'
      .split(' ')
      .map((name) => `w:${name}`),
  'w:abstractNum': ['w:nsid', 'w:multiLevelType', 'w:tmpl', 'w:name', 'w:styleLink', 'w:numStyleLink', 'w:lvl'],
  'w:lvl': [
    'w:start',
    'w:numFmt',
    'w:lvlRestart',
    'w:pStyle',
    'w:isLgl',
    'w:suff',
    'w:lvlText',
    'w:lvlPicBulletId',
    'w:legacy',
    'w:lvlJc',
    'w:pPr',
    'w:rPr',
  ],
  'w:compat': ['w:ulTrailSpace', 'w:doNotExpandShiftReturn', 'w:compatSetting'],
  'w:font': ['w:altName', 'w:panose1', 'w:charset', 'w:family', 'w:notTrueType', 'w:pitch', 'w:sig'],
};
/** Elements that stand beside each other in any order. */
const mixed: Readonly<Record<string, readonly string[]>> = { 'w:body': ['w:tbl'], 'w:tc': ['w:tbl'] };

/** What stands where the schema does not let it stand. */
export function misplaced(root: Element): readonly string[] {
  return within(root).flatMap(({ name, children }) => {
    const order = orders[name];
    if (!order) return [];
    const names = children.map((child) => child.name).filter((child) => !mixed[name]?.includes(child));
    const places = names.map((child) => order.indexOf(child));
    return places.flatMap((place, index) =>
      place < 0 || place < Math.max(-1, ...places.slice(0, index)) ? [`${name}: ${names[index]}`] : [],
    );
  });
}
