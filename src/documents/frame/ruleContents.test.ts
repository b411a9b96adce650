import { describe, expect, test } from 'vitest';
import { paperSamples } from '../../../test/support/paperSamples.ts';
import { rulesOf } from '../../../test/support/shippedRules.ts';
import { type RuleMatterId, ruleMatterIds } from '../../core/organ/ruleMatter.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../block.ts';
import { renderText } from '../render/renderText.ts';
import type { FormKindId } from './formKinds.ts';
import { hasForm } from './formOf.ts';

const organs = ['yokohama', 'ichikawa', 'aomori-police', 'hokkaido-university', 'kumamoto'] as const;
const contentOf = (matter: RuleMatterId) => `〔${matter}についての架空の定め〕`;

/** The organ's rules with every matter set by an official. */
function settled(organ: string): RuleSet {
  const content = (matter: RuleMatterId) => ({ value: contentOf(matter), text: '架空の規則', source: '設定' });
  return { ...rulesOf(organ), ruleContents: Object.fromEntries(ruleMatterIds.map((id) => [id, content(id)])) };
}

/** The papers that show a matter, by their names among the samples. */
function papersWith(rules: RuleSet, matter: RuleMatterId): readonly string[] {
  const samples: readonly (readonly [string, (of: RuleSet) => OfficialDocument])[] = Object.entries(paperSamples);
  return samples.flatMap(([name, make]) =>
    hasForm(rules, name.split('-')[0] as FormKindId) && renderText(make(rules)).includes(contentOf(matter))
      ? [name]
      : [],
  );
}

/** Where each organ's text puts what it leaves to a rule. */
const places: Readonly<Record<RuleMatterId, readonly string[]>> = {
  proposalItems: ['callGuideline', 'proposal', 'proposal-blank', 'createdProposal', 'createdProposal-blank'],
  attachments: ['callGuideline'],
  noticeItems: ['conformingNotice', 'createdConformingNotice'],
  disclosureReading: ['thirdPartyNotice'],
  contractProcedure: ['callGuideline', 'conformingNotice', 'contractApplication', 'contractApplication-blank'],
  registerItems: ['registerEntry'],
  registerMinPersons: ['registerEntry'],
  createdDataItems: ['registerEntry', 'registerEntry-created'],
  matchingExclusion: ['reviewSheet', 'verificationCertificate'],
  systematicFiles: ['registerEntry'],
  definitions: ['callGuideline'],
  headsRules: ['callGuideline'],
};

describe.each(organs)('STP-29: what a rule says in %s', (organ) => {
  const rules = settled(organ);

  test.each(ruleMatterIds)('%s is on the papers where it belongs', (matter) => {
    const expected = places[matter].filter((name) => hasForm(rules, name.split('-')[0] as FormKindId));
    const shown = papersWith(rules, matter);
    expect(shown).toEqual(expect.arrayContaining(expected));
    const isLeft = rules.leftToRule.some(({ setting }) => setting === `ruleContents.${matter}`);
    expect(isLeft && shown.length === 0).toBe(false);
  });
});

test('STP-29: Ichikawa’s rule says which papers are attached, on the proposal beside the box to tick', () => {
  const text = renderText(paperSamples['proposal-blank'](settled('ichikawa')));
  expect(text).toContain(`□　その他規則で定める書類（${contentOf('attachments')}）`);
});
