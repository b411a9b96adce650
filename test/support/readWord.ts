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
