import type { CriterionId } from '../../core/organ/provision.ts';
import type { RuleSet } from '../../core/organ/ruleSet.ts';
import { criteriaOf } from '../../core/proposal/criteriaOf.ts';
import { type Finding, type ProposalState, type PurposeFlaw, purposeFlaws } from '../../core/proposal/state.ts';
import { findingWords } from '../../messages/findingWords.ts';
import type { Mistakes } from './readWritten.ts';
import { fileOf } from './readWritten.ts';
import type { Written } from './written.ts';

/** What the form says on one criterion. */
export interface GivenFinding {
  readonly criterion: CriterionId;
  readonly met: boolean;
  readonly reason: string;
  /** What was recorded beside it stays; a paper that was sent now joins it. */
  readonly evidence: Finding['evidence'];
  readonly flaw: Finding['flaw'];
}

export interface ReadFindings {
  /** Findings that differ from what is recorded. */
  readonly changed: readonly GivenFinding[];
  readonly mistakes: Mistakes;
}

export const metName = (criterion: CriterionId): string => `${criterion}.met`;
export const reasonName = (criterion: CriterionId): string => `${criterion}.reason`;
export const evidenceName = (criterion: CriterionId): string => `${criterion}.evidence`;
export const flawName = (criterion: CriterionId): string => `${criterion}.flaw`;

/** The recorded findings as the form shows them. */
export const writeFindings = ({ findings }: ProposalState): Written =>
  new URLSearchParams(
    findings.flatMap(({ criterion, met, reason, flaw }): [string, string][] => [
      [metName(criterion), met ? 'yes' : 'no'],
      [reasonName(criterion), reason],
      ...(flaw === null ? [] : [[flawName(criterion), flaw] as [string, string]]),
    ]),
  );

/** Reads the findings of all criteria; one that says nothing is left open. */
export function readFindings(written: Written, state: ProposalState, rules: RuleSet): ReadFindings {
  const { findings } = state;
  const changed: GivenFinding[] = [];
  const mistakes = new Map<string, string>();
  const asked = criteriaOf(state, rules);
  for (const { id: criterion, label } of rules.review.criteria.filter(({ id }) => asked.includes(id))) {
    const [met, reason] = [written.get(metName(criterion)), (written.get(reasonName(criterion)) ?? '').trim()];
    if (met !== 'yes' && met !== 'no') {
      if (reason !== '') mistakes.set(metName(criterion), findingWords.chooseMet(label));
      continue;
    }
    const known = findings.find((finding) => finding.criterion === criterion);
    const isMet = met === 'yes';
    const sent = fileOf(evidenceName(criterion), written);
    const evidence = [...(known?.evidence ?? []), ...(sent ? [sent] : [])];
    const given = { criterion, met: isMet, reason, evidence, flaw: flawOf(written, criterion) };
    const isSame = known?.met === isMet && known.reason === reason && known.flaw === given.flaw && !sent;
    if (!isSame) changed.push(given);
  }
  return { changed, mistakes };
}

const flawOf = (written: Written, criterion: CriterionId): PurposeFlaw | null =>
  purposeFlaws.find((flaw) => flaw === written.get(flawName(criterion))) ?? null;
