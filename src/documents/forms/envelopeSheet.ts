import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { makePaper } from '../frame/makePaper.ts';

/** The sheet for the envelope's front with the red inscription (CHK-REC-3): desk, and the organ's words in red. */
export function envelopeSheet(rules: RuleSet, date: string): OfficialDocument {
  const { name, postalCode, address } = rules.desk;
  const note = rules.intake.envelopeNote?.value ?? '';
  const lines = [postalCode && `〒${postalCode.value}`, address?.value].filter((line) => typeof line === 'string');
  return makePaper(rules, 'envelopeSheet', {
    date,
    required: { 朱書き: note, 提出先の名称: name?.value, 提出先の所在地: address?.value },
    blocks: [
      { type: 'addressee', lines: [...lines, `${name?.value ?? ''}　御中`] },
      { type: 'redNote', text: note },
      {
        type: 'remarks',
        items: [
          { label: '１', text: 'この紙を封筒の表面に貼り付けてください。' },
          ...(rules.intake.arrivalRule?.value === 'arrival'
            ? [{ label: '２', text: '募集期間の最終日までに必ず到着するように発送してください（必着）。' }]
            : []),
        ],
      },
    ],
  });
}
