import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { Block, OfficialDocument } from '../block.ts';
import type { FormKindId } from './formKinds.ts';
import { formOf } from './formOf.ts';
import { makePaper, type PaperParts } from './makePaper.ts';

/** A sheet of the organ's own records, or one that it publishes: title and body. @throws IncompletePaperError */
export function sheet(
  rules: RuleSet,
  kind: FormKindId,
  { title = formOf(rules, kind).name, blocks, ...parts }: PaperParts,
): OfficialDocument {
  const heading: Block = { type: 'title', text: title };
  return makePaper(rules, kind, { ...parts, title, blocks: [heading, ...blocks] });
}
