import type { FeeOutput } from '../../app/rules/feeRule.ts';
import type { DerivationStep } from '../../core/derivationStep.ts';
import type { RuleSet, Sourced } from '../../core/organ/ruleSet.ts';
import { derivationText } from '../../messages/derivation.ts';
import { feeWords } from '../../messages/feeWords.ts';
import { paymentWord } from '../../messages/paymentWord.ts';
import { Banner } from '../components/Banner.tsx';
import { Field } from '../components/Field.tsx';
import { Layout } from '../components/Layout.tsx';
import { Mistakes } from '../components/Mistakes.tsx';
import { Table } from '../components/Table.tsx';
import { type FeeField, type FeeKind, fieldsOf, kindsOf } from '../feeQuery.ts';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';

/** A fee that was reckoned, with how it was reached and the provision that it rests on. */
export interface FeeEstimate {
  readonly output: FeeOutput;
  readonly citation: string;
  readonly derivation: readonly DerivationStep[];
}

interface FeesPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  /** What was asked for; the kind is one that the organ has. */
  readonly kind: FeeKind;
  readonly asked: URLSearchParams;
  readonly mistakes: ReadonlyMap<string, string>;
  readonly estimate: FeeEstimate | null;
}

/** The fees of an organ, and a calculator that shows its arithmetic (FEE-01..08). */
export function FeesPage(props: FeesPageProps) {
  const { frame, organ, mistakes, estimate } = props;
  const kinds = kindsOf(organ.rules);
  const rows = rowsOf(organ.rules);
  return (
    <Layout frame={frame} title={feeWords.title} trail={[{ href: `/organs/${organ.id}`, label: organ.name }]}>
      <div class="intro">
        <p class="intro__shoulder">{organ.name}</p>
        <h1>{feeWords.title}</h1>
        {kinds.length > 0 && <p>{feeWords.lead}</p>}
      </div>
      {kinds.length === 0 && (
        <Banner tone="quiet" title={feeWords.unset}>
          <p>{feeWords.unsetNext}</p>
        </Banner>
      )}
      {rows.length > 0 && (
        <section class="section" aria-labelledby="table">
          <h2 id="table">{feeWords.table}</h2>
          <Table
            caption={feeWords.table}
            columns={[feeWords.what, feeWords.amount, feeWords.basis]}
            rows={rows.map(([what, amount, basis]) => [what, amount, basis] as const)}
          />
        </section>
      )}
      {estimate && <Result {...estimate} />}
      <Mistakes title={feeWords.invalid} mistakes={mistakes} />
      {kinds.length > 0 && (
        <section class="section" aria-labelledby="calculator">
          <h2 id="calculator">{feeWords.calculator}</h2>
          <p>{feeWords.calculatorLead}</p>
          {kinds.map((kind) => (
            <Calculator {...props} kind={kind} isAsked={kind === props.kind} />
          ))}
        </section>
      )}
    </Layout>
  );
}

type Row = readonly [what: string, amount: string, basis: string];

/** Each provision on fees that the organ has, with where it stands. */
function rowsOf({ fee }: RuleSet): readonly Row[] {
  const row = <Value,>(what: string, sourced: Sourced<Value>, words: (value: Value) => string): readonly Row[] =>
    sourced === null ? [] : [[what, words(sourced.value), sourced.text]];
  return [
    ...row(feeWords.kind.new, fee.newProposal, (rule) =>
      rule.kind === 'effort'
        ? feeWords.effort(rule.baseYen, rule.yenPerHour)
        : feeWords.cumulativePersons(rule.baseYen, rule.yenPerPerson),
    ),
    ...row(feeWords.shared, fee.identicalProposals, () => feeWords.sharedText),
    ...row(feeWords.thirdParty, fee.perThirdParty, feeWords.thirdPartyText),
    ...row(feeWords.kind.createdByOther, fee.createdByOther, () => feeWords.sameAsFirst),
    ...row(feeWords.kind.createdByHolder, fee.createdByHolder, ({ yen, holder }) => feeWords.holder(yen, holder)),
    ...row(feeWords.payment, fee.payment, (ways) => ways.map(paymentWord).join('、')),
    ...row(feeWords.paidWhen, fee.paidWhen, (when) => feeWords.paidWhenText[when]),
    ...row(feeWords.otherCosts, fee.otherCosts, (text) => text),
  ];
}

function Result({ output, citation, derivation }: FeeEstimate) {
  const { lines, total } = output;
  return (
    <section class="section" aria-labelledby="result">
      <h2 id="result">{feeWords.result}</h2>
      <Table
        caption={feeWords.result}
        columns={[feeWords.line, feeWords.lineAmount]}
        rows={[
          ...lines.map(({ label, yen }) => [label, feeWords.yen(yen)] as const),
          [feeWords.total, feeWords.yen(total)],
        ]}
      />
      <h3>{feeWords.arithmetic}</h3>
      <ol class="bullets derivation">
        {derivation.map((step) => (
          <li>{derivationText(step)}</li>
        ))}
      </ol>
      <p class="soft">{feeWords.basisOf(citation)}</p>
    </section>
  );
}

function Calculator({ organ, kind, asked, mistakes, isAsked }: FeesPageProps & { readonly isAsked: boolean }) {
  const id = (name: FeeField['name']) => (isAsked ? name : `${kind}-${name}`);
  return (
    <article class="card">
      <h3>{feeWords.kind[kind]}</h3>
      <form class="form" method="get" action={`/organs/${organ.id}/fees`} novalidate>
        <input type="hidden" name="kind" value={kind} />
        {fieldsOf(organ.rules, kind).map(({ name, label, hint }) => (
          <Field
            name={id(name)}
            label={label}
            hint={hint}
            error={isAsked ? mistakes.get(name) : undefined}
            control={(ties) => (
              <input
                class="input input--short"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                value={isAsked ? (asked.get(name) ?? '') : ''}
                {...ties}
                name={name}
              />
            )}
          />
        ))}
        <div class="actions">
          <button class="button" type="submit">
            {feeWords.submit}
          </button>
        </div>
      </form>
    </article>
  );
}
