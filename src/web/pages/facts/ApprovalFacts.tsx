import type { Approvable, Approval } from '../../../core/approval/state.ts';
import { actWords, approvalWords } from '../../../messages/approvalWords.ts';
import { staffWords } from '../../../messages/staffWords.ts';
import { timelineWords } from '../../../messages/timelineWords.ts';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { dayWords } from '../../components/momentWords.ts';

interface ApprovalFactsProps {
  readonly state: Approvable;
  readonly names: ReadonlyMap<string, string>;
}

/** What was drafted, approved and issued in a case; nothing where nothing was. */
export function ApprovalFacts({ state: { drafts, issues }, names }: ApprovalFactsProps) {
  const facts: readonly Fact[] = [
    ...drafts.map(
      ({ act, draftedOn, by, documentNumber, approval }): Fact => [
        actWords[act],
        [
          approvalWords.drafted(dayWords(draftedOn), names.get(by) ?? ''),
          ...numberOf(documentNumber ?? null),
          ...(approval === null ? [approvalWords.waiting] : [...approvedIn(approval, names), approvalWords.toIssue]),
        ].join('、'),
      ],
    ),
    ...issues.map(
      ({ act, on, documentNumber, draftedOn, approval }): Fact => [
        actWords[act],
        [
          approvalWords.drafted(dayWords(draftedOn), '').trim(),
          ...approvedIn(approval, names),
          approvalWords.issued(dayWords(on)),
          ...numberOf(documentNumber),
        ].join('、'),
      ],
    ),
  ];
  if (facts.length === 0) return null;
  return (
    <section class="section" aria-labelledby="approvals">
      <h2 id="approvals">{approvalWords.heading}</h2>
      <Facts facts={facts} />
    </section>
  );
}

const numberOf = (number: string | null): readonly string[] =>
  number === null ? [] : [timelineWords.documentNumber(number)];

const approvedIn = (
  { way, post, on, reason, inPlaceOf = null }: Approval,
  names: ReadonlyMap<string, string>,
): readonly string[] => [
  approvalWords.approved(way, post, dayWords(on)),
  ...(inPlaceOf === null ? [] : [staffWords.standsIn(names.get(inPlaceOf) ?? '')]),
  ...(reason ? [approvalWords.absence(reason)] : []),
];
