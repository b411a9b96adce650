import { BuilderElement, CheckBox, ImageRun, type ParagraphChild, TextRun } from 'docx';
import { unreachable } from '../../../core/unreachable.ts';
import type { Inline, Text } from '../../block.ts';
import { linesOf } from '../lines.ts';

/** How a run looks, in half-points. */
export interface RunLook {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
}

/** Word's number of the next content control. */
export type NextId = () => number;

/** Height of a reading and how far it stands above its word, as shares of the size of the word. */
const reading = { size: 0.5, raise: 0.9 };

/** A text as the runs of a paragraph. */
export const wordRuns = (text: Text, look: RunLook, nextId: NextId): readonly ParagraphChild[] =>
  linesOf(text).flatMap((line, index) => [
    ...(index > 0 ? [new TextRun({ break: 1 })] : []),
    ...line.flatMap((piece) => wordPiece(piece, look, nextId)),
  ]);

function wordPiece(piece: Inline, look: RunLook, nextId: NextId): readonly ParagraphChild[] {
  if (typeof piece === 'string') return piece === '' ? [] : [new TextRun({ text: piece, ...look })];
  switch (piece.type) {
    case 'ruby':
      return [ruby(piece.base, piece.reading, look)];
    case 'blank':
      return [blank(piece.name, piece.width, piece.ruled ?? false, look, nextId())];
    case 'glyph':
      return [picture(piece.character, piece.png, look, nextId())];
    default:
      return unreachable(piece);
  }
}

const value = (name: string, val: string | number) =>
  new BuilderElement({ name, attributes: { val: { key: 'w:val', value: val } } });

/** The library's types do not know that a paragraph may hold elements that it has no name for. */
const inParagraph = (element: BuilderElement) => element as unknown as ParagraphChild;

function ruby(base: string, text: string, look: RunLook): ParagraphChild {
  const run = (written: string, size: number) => new TextRun({ text: written, ...look, size });
  const small = Math.round(look.size * reading.size);
  const properties = new BuilderElement({
    name: 'w:rubyPr',
    children: [
      value('w:rubyAlign', 'center'),
      value('w:hps', small),
      value('w:hpsRaise', Math.round(look.size * reading.raise)),
      value('w:hpsBaseText', look.size),
      value('w:lid', 'ja-JP'),
    ],
  });
  const part = (name: string, written: string, size: number) =>
    new BuilderElement({ name, children: [run(written, size)] });
  const children = [properties, part('w:rt', text, small), part('w:rubyBase', base, look.size)];
  return inParagraph(new BuilderElement({ name: 'w:r', children: [new BuilderElement({ name: 'w:ruby', children })] }));
}

/** A plain text control with its name; the spaces in it are the place holder. */
function blank(name: string, width: number, ruled: boolean, look: RunLook, id: number): ParagraphChild {
  const properties = new BuilderElement({
    name: 'w:sdtPr',
    children: [
      value('w:alias', name),
      value('w:tag', name),
      value('w:id', id),
      new BuilderElement({ name: 'w:showingPlcHdr' }),
      new BuilderElement({ name: 'w:text' }),
    ],
  });
  // A line under spaces at the end of a line is drawn by some programs only if they do not break.
  const room = ruled
    ? new TextRun({ text: '\u00A0'.repeat(width * 2), ...look, underline: {} })
    : new TextRun({ text: '　'.repeat(width), ...look });
  const content = new BuilderElement({ name: 'w:sdtContent', children: [room] });
  return inParagraph(new BuilderElement({ name: 'w:sdt', children: [properties, content] }));
}

/** Pixels of a picture are 1/96 inch, a half-point is 1/144 inch. */
function picture(character: string, png: string, { size }: RunLook, id: number): ParagraphChild {
  const side = Math.round((size / 144) * 96);
  return new ImageRun({
    type: 'png',
    data: Buffer.from(png, 'base64'),
    transformation: { width: side, height: side },
    altText: { id: String(id), name: character, title: character, description: character },
  });
}

/** □ or ■ that can be ticked. */
export const checkBox = (checked: boolean): ParagraphChild =>
  new CheckBox({
    checked,
    checkedState: { value: '25A0', font: 'MS Mincho' },
    uncheckedState: { value: '25A1', font: 'MS Mincho' },
  });
