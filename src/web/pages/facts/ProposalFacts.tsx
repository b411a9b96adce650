import type { CaseView } from '../../../app/cases/caseView.ts';
import { criteriaOf } from '../../../core/proposal/criteriaOf.ts';
import type { ProposalPersonal } from '../../../core/proposal/events.ts';
import type { PartyDetails } from '../../../core/proposal/form.ts';
import type { ProposalState } from '../../../core/proposal/state.ts';
import { subjectOf } from '../../../core/proposal/subjectOf.ts';
import { caseWords } from '../../../messages/caseWords.ts';
import { deliveryText } from '../../../messages/deliveryText.ts';
import { factWords } from '../../../messages/factWords.ts';
import { feeLineText } from '../../../messages/feeLine.ts';
import { optionWord } from '../../../messages/fieldWords.ts';
import { partWord } from '../../../messages/partWord.ts';
import { paymentWord } from '../../../messages/paymentWord.ts';
import { registerWords } from '../../../messages/registerWords.ts';
import { timelineWords } from '../../../messages/timelineWords.ts';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { dayWords } from '../../components/momentWords.ts';
import { Table } from '../../components/Table.tsx';
import type { OrganCard } from '../../organCard.ts';
import { ContractLifeFacts } from './ContractLifeFacts.tsx';
import { IntakeFacts, reviewFacts } from './ReviewFacts.tsx';

interface ProposalFactsProps {
  readonly organ: OrganCard;
  readonly state: ProposalState;
  /** Null where the person who looks may not see it. */
  readonly people: ProposalPersonal | null;
  readonly handlers: CaseView['handlers'];
}

/** A proposal: what came, from whom, how it was judged, what followed. */
export function ProposalFacts(props: ProposalFactsProps) {
  return (
    <>
      <Receipt {...props} />
      <People {...props} />
      <IntakeFacts organ={props.organ} state={props.state} />
      <Form {...props} />
      <Review {...props} />
      <Outcome {...props} />
      <ContractLifeFacts state={props.state} handlers={props.handlers} />
    </>
  );
}

function Receipt({ state }: ProposalFactsProps) {
  const { receivedOn, enteredOn, channel, copies, guidelineVersion, attachments, identityChecks, warnings } = state;
  const papers = attachments.map(({ kind, of }) => (of === null ? partWord(kind) : partWord(`${kind}:proposer:${of}`)));
  return (
    <section class="section" aria-labelledby="receipt">
      <h2 id="receipt">{factWords.receipt}</h2>
      <Facts
        facts={[
          [factWords.receivedOn, dayWords(receivedOn)],
          ...(enteredOn === receivedOn ? [] : [[factWords.enteredOn, dayWords(enteredOn)] as const]),
          [factWords.channel, factWords.channelCopies(partWord(channel), copies)],
          ...(guidelineVersion ? [[factWords.guidelineAccepted, guidelineVersion] as const] : []),
          [factWords.attachments, papers.join('、') || factWords.none],
          [
            factWords.identity,
            identityChecks
              .map(({ party, document, checkedOn }) =>
                factWords.identityCheck(partyWord(party), optionWord('checkIdentity', document), dayWords(checkedOn)),
              )
              .join('、') || factWords.notYet,
          ],
          ...(warnings.length > 0 ? [[factWords.warnings, warnings.map(factWords.warning).join('、')] as const] : []),
        ]}
      />
    </section>
  );
}

const partyWord = (party: string): string =>
  party === 'agent' ? partWord(party) : optionWord('checkIdentity', party.replace('proposer', 'party'));

function People({ state, people }: ProposalFactsProps) {
  return (
    <section class="section" aria-labelledby="people">
      <h2 id="people">{caseWords.people}</h2>
      {people === null ? (
        <p class="soft">{caseWords.peopleHidden}</p>
      ) : (
        <>
          {people.proposers.map((party, at) => (
            <Facts facts={partyFacts(optionWord('receiveProposal', state.proposers[at]?.kind ?? 'otherBody'), party)} />
          ))}
          {people.agent && <Facts facts={partyFacts(partWord('agent'), people.agent)} />}
        </>
      )}
    </section>
  );
}

const partyFacts = (kind: string, party: PartyDetails): readonly Fact[] => [
  [factWords.partyName, `${party.name || factWords.none}（${kind}）`],
  ...(
    [
      [factWords.address, party.address],
      [factWords.representative, party.representative],
      [factWords.birthDate, party.birthDate && dayWords(party.birthDate)],
      [factWords.contact, [party.section, party.contactPerson, party.phone, party.email].filter(Boolean).join('　')],
    ] as const
  ).flatMap(([label, value]) => (value ? [[label, value] as const] : [])),
];

function Form({ state, people }: ProposalFactsProps) {
  const { form, formVersion } = state;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [state.created ? factWords.createdData : partWord('fileName'), subjectOf(state)],
    [partWord('persons'), form.persons === null ? null : registerWords.persons(form.persons)],
    [partWord('items'), form.items.map(({ name, detail }) => (detail ? `${name}：${detail}` : name)).join('\n')],
    [partWord('purpose'), form.purpose],
    [partWord('method'), form.method],
    [partWord('business'), form.business],
    [factWords.usePeriod, form.period && registerWords.until(dayWords(form.period.from), dayWords(form.period.to))],
    [
      partWord('handlers'),
      people?.handlers.map(({ affiliation, post, name }) => `${affiliation} ${post} ${name}`).join('\n'),
    ],
    [partWord('placeOfUse'), people?.placeOfUse],
    [partWord('environment'), form.environment],
    [partWord('placeOfStorage'), people?.placeOfStorage],
    [partWord('management'), form.management],
    [partWord('measures'), form.measures],
    [factWords.delivery, deliveryText(form)],
  ];
  return (
    <section class="section" aria-labelledby="form">
      <h2 id="form">{factWords.form(formVersion)}</h2>
      <Facts facts={facts.map(([label, value]) => [label, <Lines text={value} />])} />
    </section>
  );
}

function Lines({ text }: { readonly text: string | null | undefined }) {
  if (!text) return <span class="soft">{factWords.none}</span>;
  return (
    <>
      {text.split('\n').map((line) => (
        <p>{line}</p>
      ))}
    </>
  );
}

function Review({ organ, state }: ProposalFactsProps) {
  const { findings } = state;
  const facts = reviewFacts(state);
  if (state.stage === 'received' && findings.length === 0 && facts.length === 0) return null;
  const asked = criteriaOf(state, organ.rules);
  return (
    <section class="section" aria-labelledby="review">
      <h2 id="review">{caseWords.review}</h2>
      <Table
        caption={caseWords.review}
        columns={[factWords.criterion, factWords.result, factWords.reason]}
        rows={organ.rules.review.criteria
          .filter(({ id }) => asked.includes(id))
          .map(({ id, label, wording }) => {
            const finding = findings.find(({ criterion }) => criterion === id);
            const result = finding ? (finding.met ? caseWords.met : caseWords.notMet) : caseWords.notYet;
            const warned = (finding?.warnings ?? []).map((code) => `（${factWords.warning(code)}）`).join('');
            return [`${label} ${wording ?? ''}`, result, `${finding?.reason ?? ''}${warned}`];
          })}
      />
      {facts.length > 0 && <Facts facts={facts} />}
    </section>
  );
}

function Outcome({ organ, state }: ProposalFactsProps) {
  const facts = [...feeFacts(state), ...noticeFacts(state), ...contractFacts(state)];
  if (facts.length === 0) return null;
  return (
    <section class="section" aria-labelledby="outcome">
      <h2 id="outcome">{factWords.outcome(organ.rules.terms.fee?.value ?? caseWords.fee)}</h2>
      <Facts facts={facts} />
    </section>
  );
}

function feeFacts({ fee }: ProposalState): readonly Fact[] {
  if (!fee) return [];
  const lines = fee.lines.map(({ id, yen }) => `${feeLineText[id]} ${timelineWords.yen(yen)}`);
  const minutes = fee.minutes.reduce((sum, one) => sum + one, 0);
  return [
    [factWords.feeYen, timelineWords.yen(fee.yen)],
    ...(lines.length > 0 ? [[factWords.feeLines, lines.join('、')] as const] : []),
    ...(minutes > 0 ? [[factWords.feeMinutes, factWords.minutes(minutes)] as const] : []),
    ...(fee.reason ? [[factWords.feeReason, fee.reason] as const] : []),
  ];
}

function noticeFacts({ notice }: ProposalState): readonly Fact[] {
  if (!notice) return [];
  const { items, noticeDate, documentNumber, conforming } = notice;
  return [
    [factWords.noticeResult, conforming ? caseWords.met : caseWords.notMet],
    [factWords.noticeDate, `${dayWords(noticeDate)}　${documentNumber}`],
    ...(items
      ? ([
          [partWord('contractParty'), items.contractParty],
          [partWord('feePayment'), paymentWord(items.feePayment)],
        ] as const)
      : []),
  ];
}

const contractFacts = ({ applicationReceivedOn, payment, contract, ending }: ProposalState): readonly Fact[] => [
  ...(applicationReceivedOn ? [[factWords.appliedOn, dayWords(applicationReceivedOn)] as const] : []),
  ...(payment
    ? [
        [
          factWords.paid,
          `${dayWords(payment.paidOn)}　${timelineWords.yen(payment.yen)}　${paymentWord(payment.way)}`,
        ] as const,
      ]
    : []),
  ...(contract ? [[factWords.concludedOn, dayWords(contract.concludedOn)] as const] : []),
  ...(contract?.provisionDeadline
    ? [[factWords.provisionDeadline, dayWords(contract.provisionDeadline)] as const]
    : []),
  ...(ending ? [[factWords.ending, `${dayWords(ending.on)}　${ending.reason}`] as const] : []),
];
