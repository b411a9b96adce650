import type { RuleSet } from '../../core/organ/ruleSet.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { yearlyFigures } from '../../documents/forms/yearlyFigures.ts';
import { figureWords } from '../../messages/figureWords.ts';
import type { Parts } from '../parts.ts';
import type { Figure } from './yearlyFigures.ts';

/** The figures of a 年度 as a paper, counted today. */
export function figuresPaper(
  { clock }: Pick<Parts, 'clock'>,
  rules: RuleSet,
  fiscalYear: number,
  figures: readonly Figure[],
): OfficialDocument {
  const names = figureWords.names(rules.terms.data?.value ?? '');
  return yearlyFigures(rules, {
    date: clock.procedure().slice(0, 10),
    fiscalYear,
    figures: figures.map(({ figure, total }) => ({
      name: names[figure],
      total,
      unit: figureWords.unitOf(figure),
    })),
  });
}
