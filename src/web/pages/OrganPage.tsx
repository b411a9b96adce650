import { calendarWords } from '../../messages/calendarWords.ts';
import { filingWords } from '../../messages/filingWords.ts';
import { homeWords } from '../../messages/homeWords.ts';
import { siteWords } from '../../messages/siteWords.ts';
import type { CallCard } from '../callCards.ts';
import { Chips } from '../components/Chips.tsx';
import { type Fact, Facts } from '../components/Facts.tsx';
import { Layout } from '../components/Layout.tsx';
import { dayWords } from '../components/momentWords.ts';
import { howToPath } from '../filing/filingPaths.ts';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';

interface OrganPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly counts: { readonly total: number; readonly solicited: number };
  readonly calls: readonly CallCard[];
  /** Of the key that signs what the organ provides; 64 hexadecimal digits. */
  readonly fingerprint: string;
}

/** The home of an organ: register, calls, where to hand in, whom to ask. */
export function OrganPage({ frame, organ, counts, calls, fingerprint }: OrganPageProps) {
  const { rules, name, id } = organ;
  const data = rules.terms.data?.value;
  return (
    <Layout frame={frame} title={name} trail={[]}>
      <div class="intro">
        <h1>{name}</h1>
        <p>{data === undefined ? homeWords.organLeadNoTerm : homeWords.organLead(data)}</p>
      </div>
      <Calls organ={id} calls={calls} />
      <section class="section" aria-labelledby="register">
        <h2 id="register">{homeWords.registerSection}</h2>
        <p>{homeWords.registerCounts(counts.total, counts.solicited)}</p>
        <div class="actions">
          <a class="button button--main" href={`/organs/${id}/register`}>
            {homeWords.registerOpen}
          </a>
          <a href={`/organs/${id}/register?solicited=1`}>{homeWords.solicitedOpen}</a>
        </div>
      </section>
      <section class="section" aria-labelledby="intake">
        <h2 id="intake">{homeWords.intakeSection}</h2>
        <Facts facts={intakeFacts(organ)} />
        <p>
          <a href={howToPath(id)}>{filingWords.howOpen}</a>
        </p>
        <p>
          <a href={`/organs/${id}/forms`}>{homeWords.formsOpen}</a>
        </p>
      </section>
      <section class="section" aria-labelledby="contact">
        <h2 id="contact">{homeWords.contactSection}</h2>
        <Facts facts={contactFacts(organ)} />
      </section>
      <section class="section" aria-labelledby="basis">
        <h2 id="basis">{homeWords.basisSection}</h2>
        <Facts facts={basisFacts(organ)} />
      </section>
      <section class="section" aria-labelledby="key">
        <h2 id="key">{homeWords.keySection}</h2>
        <p>{homeWords.keyLead}</p>
        <Facts facts={[[homeWords.fingerprint, <code>{fingerprint.replace(/(.{8})(?=.)/g, '$1 ')}</code>]]} />
      </section>
    </Layout>
  );
}

function Calls({ organ, calls }: { readonly organ: string; readonly calls: readonly CallCard[] }) {
  return (
    <section class="section" aria-labelledby="calls">
      <h2 id="calls">{homeWords.callsSection}</h2>
      {calls.length === 0 && (
        <div>
          <p>{homeWords.noCalls}</p>
          <p class="soft">{homeWords.noCallsNext}</p>
        </div>
      )}
      {calls.length > 0 && (
        <p>
          <a href={`/organs/${organ}/calls.ics`}>{calendarWords.callsLink}</a>
        </p>
      )}
      {calls.map((call) => (
        <article class="card">
          <h3>{call.title}</h3>
          <Chips chips={[standing(call)]} />
          <Facts facts={callFacts(organ, call)} />
        </article>
      ))}
    </section>
  );
}

const standing = ({ standing, days }: CallCard) =>
  standing === 'open'
    ? ({ tone: 'green', label: `${homeWords.callOpen}・${homeWords.daysLeft(days)}` } as const)
    : ({ tone: 'blue', label: homeWords.startsIn(days) } as const);

const callFacts = (organ: string, { opensOn, closesOn, files }: CallCard): readonly Fact[] => [
  [homeWords.period, `${dayWords(opensOn)}から${dayWords(closesOn)}まで`],
  [
    homeWords.files,
    <ul class="plain">
      {files.map((file) => (
        <li>
          <a href={`/organs/${organ}/register/${file.entry}`}>{file.fileName}</a>
        </li>
      ))}
    </ul>,
  ],
];

const given = (value: string | undefined) =>
  value === undefined ? <span class="sheet__empty">{siteWords.notSet}</span> : value;

/** How papers are handed in. */
export function intakeFacts({ rules: { intake } }: OrganCard): readonly Fact[] {
  const { channels, copies, counter, arrivalRule, envelopeNote } = intake;
  const optional: readonly (Fact | false)[] = [
    copies !== null && [homeWords.copies, homeWords.copiesOf(copies.value)],
    counter !== null && [homeWords.counter, homeWords.counterHours(counter.value.from, counter.value.through)],
    arrivalRule !== null && [homeWords.arrival, homeWords.arrivalRule[arrivalRule.value]],
    envelopeNote !== null && [homeWords.envelope, `「${envelopeNote.value}」`],
  ];
  return [
    [homeWords.channels, given(channels?.value.map((channel) => homeWords.channel[channel]).join('、'))],
    ...optional.filter((fact) => fact !== false),
  ];
}

/** Whom to ask, and where. */
export function contactFacts({ rules: { desk } }: OrganCard): readonly Fact[] {
  const { name, postalCode, address, phone, fax, email } = desk;
  const optional: readonly (Fact | false)[] = [
    fax !== null && [homeWords.fax, <span class="number">{fax.value}</span>],
    email !== null && [homeWords.email, <a href={`mailto:${email.value}`}>{email.value}</a>],
  ];
  return [
    [homeWords.desk, given(name?.value)],
    [homeWords.address, given(address ? `${postalCode ? `〒${postalCode.value} ` : ''}${address.value}` : undefined)],
    [homeWords.phone, phone ? <a href={`tel:${phone.value}`}>{phone.value}</a> : given(undefined)],
    ...optional.filter((fact) => fact !== false),
  ];
}

const basisFacts = ({ rules: { governingDocument, sourceDate, effectiveFrom, legalBasis } }: OrganCard) => {
  const day = effectiveFrom ?? sourceDate?.value;
  const facts: readonly Fact[] = [
    [homeWords.governingDocument, given(governingDocument?.value)],
    [homeWords.sourceDate, given(day === undefined ? undefined : dayWords(day))],
    [
      homeWords.basis,
      <ul class="plain">
        {legalBasis.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>,
    ],
  ];
  return facts;
};
