/** What a scanner tells of an XML text, in order. Names are without their prefix; `attributes` is the raw text. */
export interface XmlListener {
  open(name: string, attributes: string): void;
  /** Also for an element without content. */
  close(name: string): void;
  text(text: string): void;
}

/** The XML is none, or uses what a workbook never needs. */
export class XmlFault extends Error {}

/** No tag and no cell of a workbook is longer (32,767 characters, each at most escaped to 10). */
const longestToken = 1 << 20;

/**
 * Reads XML in pieces without keeping it: as much as workbooks use. A document type, and so every entity of its own, is refused.
 */
export function xmlScanner(listener: XmlListener) {
  let rest = '';
  let depth = 0;
  const counting: XmlListener = {
    ...listener,
    open: (name, attributes) => {
      depth += 1;
      listener.open(name, attributes);
    },
    close: (name) => {
      depth -= 1;
      listener.close(name);
    },
  };
  const scan = (text: string, atEnd: boolean): string => {
    let at = 0;
    for (;;) {
      const tag = text.indexOf('<', at);
      if (tag < 0) {
        if (atEnd && at < text.length) listener.text(decodeEntities(text.slice(at)));
        return atEnd ? '' : text.slice(at);
      }
      const end = endOfMarkup(text, tag);
      if (end < 0) {
        if (atEnd) throw new XmlFault('unfinished');
        return text.slice(at);
      }
      if (tag > at) listener.text(decodeEntities(text.slice(at, tag)));
      takeMarkup(text.slice(tag + 1, end - 1), counting);
      at = end;
    }
  };
  return {
    write(piece: string): void {
      rest = scan(rest + piece, false);
      if (rest.length > longestToken) throw new XmlFault('endless');
    },
    end(): void {
      scan(rest, true);
      if (depth !== 0) throw new XmlFault('unbalanced');
    },
  };
}

/** Just behind the markup that begins at `start`; -1 when it goes on behind the text. */
function endOfMarkup(text: string, start: number): number {
  const closing = text.startsWith('<!--', start) ? '-->' : text.startsWith('<![CDATA[', start) ? ']]>' : undefined;
  if (closing) {
    const end = text.indexOf(closing, start);
    return end < 0 ? -1 : end + closing.length;
  }
  if ('<![CDATA['.startsWith(text.slice(start, start + 9))) return -1;
  const end = text.indexOf('>', start);
  if (end < 0) return -1;
  return quotesAreEven(text, start, end) ? end + 1 : endBehindQuotes(text, start);
}

const quotesAreEven = (text: string, start: number, end: number): boolean => {
  const quote = text.indexOf('"', start);
  const single = text.indexOf("'", start);
  const none = (quote < 0 || quote > end) && (single < 0 || single > end);
  return none || endBehindQuotes(text, start) === end + 1;
};

/** A `>` inside of an attribute ends nothing. */
function endBehindQuotes(text: string, start: number): number {
  let open = '';
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (open !== '') open = character === open ? '' : open;
    else if (character === '"' || character === "'") open = character;
    else if (character === '>') return at + 1;
  }
  return -1;
}

function takeMarkup(markup: string, listener: XmlListener): void {
  const first = markup.charAt(0);
  if (first === '?') return;
  if (first === '!') {
    if (markup.startsWith('![CDATA[')) listener.text(markup.slice(8, -2));
    else if (!markup.startsWith('!--')) throw new XmlFault('doctype');
    return;
  }
  if (first === '/') {
    listener.close(localName(markup.slice(1).trimEnd()));
    return;
  }
  const isEmpty = markup.endsWith('/');
  const space = markup.search(/[\s/]/);
  const name = localName(space < 0 ? markup : markup.slice(0, space));
  listener.open(name, space < 0 ? '' : markup.slice(space));
  if (isEmpty) listener.close(name);
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(written: string): string {
  const text = written.includes('\r') ? written.replaceAll(/\r\n?/g, '\n') : written;
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(#x[\da-fA-F]{1,6}|#\d{1,7}|\w+);/g, (_, entity: string) => {
    if (!entity.startsWith('#')) return named[entity] ?? unknownEntity();
    const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : unknownEntity();
  });
}

function unknownEntity(): never {
  throw new XmlFault('entity');
}

/** The value of an attribute by its local name, in the raw text of a tag. */
export function attribute(attributes: string, name: string): string | undefined {
  const pattern = patterns.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  const found = pattern.exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decodeEntities(value);
}

const patterns = new Map<string, RegExp>();
