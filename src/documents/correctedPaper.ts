import { formatEra } from '../japan/formatEra.ts';
import type { Block, OfficialDocument } from './block.ts';

/** The paper that is corrected, and the new one's number, day and reason. */
export interface CorrectionFacts {
  readonly earlier: { readonly title: string; readonly documentNumber: string; readonly date: string };
  readonly documentNumber: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly reason: string;
}

/** A paper in the place of an issued one: its own number and day, and below its title what it corrects and why. */
export function correctedPaper(paper: OfficialDocument, facts: CorrectionFacts): OfficialDocument {
  const { earlier, documentNumber, date, reason } = facts;
  const number = earlier.documentNumber === '' ? '' : `（${earlier.documentNumber}）`;
  const note: Block = {
    type: 'paragraph',
    text: `${formatEra(earlier.date)}付けの「${earlier.title}」${number}を、次のとおり訂正します。訂正の理由は、次のとおりです。${reason}`,
  };
  const lines = [documentNumber, formatEra(date)].filter((line) => line !== '');
  const blocks = paper.blocks.filter((block, index) => block.type !== 'reference' || index !== firstReference(paper));
  const title = blocks.findIndex(({ type }) => type === 'title');
  const place = firstReference(paper) < 0 ? 0 : firstReference(paper);
  const numbered: readonly Block[] = blocks.toSpliced(place, 0, { type: 'reference', lines });
  return { ...paper, date, blocks: numbered.toSpliced(title + (title >= place ? 2 : 1), 0, note) };
}

const firstReference = ({ blocks }: OfficialDocument): number => blocks.findIndex(({ type }) => type === 'reference');
