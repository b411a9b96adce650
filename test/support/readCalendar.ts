// Reads iCalendar by RFC 5545 alone, octet by octet, knowing nothing of how it is written.

interface ReadEvent {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** `YYYY-MM-DD`, or `YYYY-MM-DDThh:mm` in Asia/Tokyo. */
  readonly at: string;
}

interface Line {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
}

/** 3.1: CRLF followed by a space or a tab is taken out of the octets, before they are read as characters. */
function contentLines(octets: Buffer): readonly Line[] {
  const kept: number[] = [];
  for (let at = 0; at < octets.length; at += 1) {
    const isFold =
      octets[at] === 0x0d && octets[at + 1] === 0x0a && (octets[at + 2] === 0x20 || octets[at + 2] === 0x09);
    if (isFold) at += 2;
    else kept.push(octets[at] ?? 0);
  }
  const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(kept));
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  return text.slice(0, -2).split('\r\n').map(lineOf);
}

function lineOf(text: string): Line {
  const colon = text.indexOf(':');
  if (colon < 1) throw new Error(`no content line: ${text}`);
  const [name = '', ...parameters] = text.slice(0, colon).split(';');
  const pairs = parameters.map((one) => one.split('=') as [string, string]);
  return { name, parameters: Object.fromEntries(pairs), value: text.slice(colon + 1) };
}

/** 3.3.11: a backslash stands before itself, `;`, `,` and `n`, and nowhere else. */
function plain(value: string): string {
  let text = '';
  for (let at = 0; at < value.length; at += 1) {
    const mark = value[at] ?? '';
    if (mark === ',' || mark === ';') throw new Error(`a bare ${mark} in ${value}`);
    if (mark !== '\\') text += mark;
    else {
      at += 1;
      const meant = { n: '\n', N: '\n', '\\': '\\', ',': ',', ';': ';' }[value[at] ?? ''];
      if (meant === undefined) throw new Error(`a backslash before ${value[at]}`);
      text += meant;
    }
  }
  return text;
}

function dayOf({ parameters, value }: Line): string {
  const [, year, month, day, time] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{4})00)?$/.exec(value) ?? [];
  const isDay = parameters.VALUE === 'DATE';
  if (isDay !== (time === undefined) || (!isDay && parameters.TZID !== 'Asia/Tokyo'))
    throw new Error(`no day: ${value}`);
  return `${year}-${month}-${day}${time === undefined ? '' : `T${time.slice(0, 2)}:${time.slice(2)}`}`;
}

/** The name and the events of a calendar. @throws Error where it is none */
export function readCalendar(octets: Buffer): { readonly name: string; readonly events: readonly ReadEvent[] } {
  const open: string[] = [];
  const found: Line[][] = [];
  let name = '';
  for (const line of contentLines(octets)) {
    if (line.name === 'BEGIN') {
      open.push(line.value);
      if (line.value === 'VEVENT') found.push([]);
    } else if (line.name === 'END') {
      if (open.pop() !== line.value) throw new Error(`${line.value} ends and has not begun`);
    } else if (open.at(-1) === 'VEVENT') found.at(-1)?.push(line);
    else if (line.name === 'NAME') name = plain(line.value);
  }
  if (open.length > 0) throw new Error(`${open.join()} does not end`);
  return { name, events: found.map(eventOf) };
}

function eventOf(lines: readonly Line[]): ReadEvent {
  const one = (name: string): Line => {
    const [line, ...more] = lines.filter((each) => each.name === name);
    if (!line || more.length > 0) throw new Error(`${more.length + 1} lines of ${name}`);
    return line;
  };
  if (!/^\d{8}T\d{6}Z$/.test(one('DTSTAMP').value)) throw new Error('no time at which the event was made');
  const description = lines.find((line) => line.name === 'DESCRIPTION');
  return {
    uid: plain(one('UID').value),
    summary: plain(one('SUMMARY').value),
    description: description ? plain(description.value) : '',
    url: one('URL').value,
    at: dayOf(one('DTSTART')),
  };
}
