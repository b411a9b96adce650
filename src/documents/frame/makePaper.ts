import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block, OfficialDocument, PageSize } from '../block.ts';
import type { FormKindId } from './formKinds.ts';
import { formOf, hasForm } from './formOf.ts';
import { legendBlocks } from './legendBlocks.ts';

/** A paper that can't be made: an item that it must say is empty, or the organ has no such form. */
export class IncompletePaperError extends Error {
  override readonly name = 'IncompletePaperError';
}

export interface PaperParts {
  /** Day of the paper, `YYYY-MM-DD`. */
  readonly date: string;
  /** Other than the form's own name. */
  readonly title?: string;
  /** Items that the paper must say, by the names under which they are printed. */
  readonly required?: Readonly<Record<string, unknown>>;
  readonly page?: PageSize;
  readonly blocks: readonly Block[];
}

/**
 * Puts a paper together.
 * @throws IncompletePaperError naming the empty items, or that the organ has no such form
 */
export function makePaper(rules: RuleSet, kind: FormKindId, parts: PaperParts): OfficialDocument {
  const { name } = formOf(rules, kind);
  const issuer = rules.identity.name?.value ?? '';
  if (!hasForm(rules, kind)) throw new IncompletePaperError(`${issuer}の規程に「${name}」はありません。`);
  const empty = emptyItems({ 機関の名称: issuer, ...parts.required });
  if (empty.length > 0)
    throw new IncompletePaperError(
      `「${name}」を作れません。次の項目が空です: ${empty.join('、')}。記入してから、もう一度作ってください。`,
    );
  const { date, title = name, page, blocks } = parts;
  return { kind, title, issuer, date, ...(page ? { page } : {}), blocks: withLegend(rules, blocks) };
}

/** The note on what a paper cites in short stands above 以上, or above 担当 where there is none. */
function withLegend(rules: RuleSet, blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex(({ type }) => type === 'end' || type === 'contact');
  return blocks.toSpliced(end < 0 ? blocks.length : end, 0, ...legendBlocks(rules, blocks));
}

const emptyItems = (required: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(required)
    .filter(([, value]) => isEmpty(value))
    .map(([item]) => item);

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
