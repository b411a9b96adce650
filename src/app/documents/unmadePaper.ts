import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import type { IncompletePaperError } from '../../documents/frame/makePaper.ts';

/** Never kept: the paper itself is made once its items are there. */
export const unmadeKind = 'unmade';

/** What stands in the place of a paper that can't be made: which items are empty, for whoever looks for it. */
export const unmadePaper = (rules: RuleSet, date: string, { message }: IncompletePaperError): OfficialDocument => ({
  kind: unmadeKind,
  title: '作成できない書面',
  issuer: rules.identity.name?.value ?? '',
  date,
  blocks: [
    { type: 'title', text: '作成できない書面' },
    { type: 'paragraph', text: message },
  ],
});
