import type { Language } from '../../messages/language.ts';
import { type PublicWords, publicWords } from '../../messages/publicWords.ts';
import type { CallCard } from '../callCards.ts';
import { Chips } from '../components/Chips.tsx';
import { type Fact, Facts } from '../components/Facts.tsx';
import { InJapanese } from '../components/InJapanese.tsx';
import { Layout } from '../components/Layout.tsx';
import { dayIn } from '../components/momentWords.ts';
import { OrganName, organNameIn } from '../components/OrganName.tsx';
import { howToPath } from '../filing/filingPaths.ts';
import type { Frame } from '../frame.ts';
import { languageOf, pathIn } from '../language.ts';
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
  const { rules, id } = organ;
  const language = languageOf(frame.path);
  const words = publicWords[language];
  const { home } = words;
  const data = rules.terms.data?.value;
  return (
    <Layout frame={frame} title={organNameIn(language, organ)} trail={[]} language={language}>
      <div class="intro">
        <h1>
          <OrganName organ={organ} language={language} />
        </h1>
        <Lead data={data} language={language} />
      </div>
      <Calls organ={id} calls={calls} language={language} />
      <section class="section" aria-labelledby="register">
        <h2 id="register">{home.registerSection}</h2>
        <p>{home.registerCounts(counts.total, counts.solicited)}</p>
        <div class="actions">
          <a class="button button--main" href={pathIn(language, `/organs/${id}/register`)}>
            {home.registerOpen}
          </a>
          <a href={`${pathIn(language, `/organs/${id}/register`)}?solicited=1`}>{home.solicitedOpen}</a>
        </div>
      </section>
      <section class="section" aria-labelledby="intake">
        <h2 id="intake">{home.intakeSection}</h2>
        <Facts facts={intakeFacts(organ, language)} />
        <p>
          <a href={pathIn(language, howToPath(id))}>{words.how.howOpen}</a>
        </p>
        <p>
          <a href={`/organs/${id}/forms`}>{home.formsOpen}</a>
        </p>
        <p>
          <a href={`/organs/${id}/fees`}>{home.feesOpen}</a>
        </p>
      </section>
      <section class="section" aria-labelledby="contact">
        <h2 id="contact">{home.contactSection}</h2>
        <Facts facts={contactFacts(organ, language)} />
      </section>
      <section class="section" aria-labelledby="basis">
        <h2 id="basis">{home.basisSection}</h2>
        <Facts facts={basisFacts(organ, language)} />
      </section>
      <section class="section" aria-labelledby="key">
        <h2 id="key">{home.keySection}</h2>
        <p>{home.keyLead}</p>
        <Facts facts={[[home.fingerprint, <code>{fingerprint.replace(/(.{8})(?=.)/g, '$1 ')}</code>]]} />
      </section>
    </Layout>
  );
}

interface LeadProps {
  /** What the organ calls the data. */
  readonly data: string | undefined;
  readonly language: Language;
}

function Lead({ data, language }: LeadProps) {
  const { home } = publicWords[language];
  if (data === undefined) return <p>{home.organLeadNoTerm}</p>;
  if (language === 'ja') return <p>{home.organLead(data)}</p>;
  return (
    <>
      <p>{home.organLeadNoTerm}</p>
      <p class="small soft">
        {home.term('')}
        <InJapanese on={language}>{data}</InJapanese>
      </p>
    </>
  );
}

interface CallsProps {
  readonly organ: string;
  readonly calls: readonly CallCard[];
  readonly language: Language;
}

function Calls({ organ, calls, language }: CallsProps) {
  const words = publicWords[language];
  const { home } = words;
  return (
    <section class="section" aria-labelledby="calls">
      <h2 id="calls">{home.callsSection}</h2>
      {calls.length === 0 && (
        <div>
          <p>{home.noCalls}</p>
          <p class="soft">{home.noCallsNext}</p>
        </div>
      )}
      {calls.length > 0 && (
        <p>
          <a href={`/organs/${organ}/calls.ics`}>{words.callsLink}</a>
        </p>
      )}
      {calls.map((call) => (
        <article class="card">
          <h3>
            <InJapanese on={language}>{call.title}</InJapanese>
          </h3>
          <Chips chips={[standing(call, words)]} />
          <Facts facts={callFacts(organ, call, language)} />
        </article>
      ))}
    </section>
  );
}

const standing = ({ standing, days }: CallCard, { home }: PublicWords) =>
  standing === 'open'
    ? ({ tone: 'green', label: `${home.callOpen}・${home.daysLeft(days)}` } as const)
    : ({ tone: 'blue', label: home.startsIn(days) } as const);

const callFacts = (organ: string, { opensOn, closesOn, files }: CallCard, language: Language): readonly Fact[] => [
  [
    publicWords[language].home.period,
    publicWords[language].span(dayIn[language](opensOn), dayIn[language](closesOn), ''),
  ],
  [
    publicWords[language].home.files,
    <ul class="plain">
      {files.map((file) => (
        <li>
          <a href={`/organs/${organ}/register/${file.entry}`}>
            <InJapanese on={language}>{file.fileName}</InJapanese>
          </a>
        </li>
      ))}
    </ul>,
  ],
];

/** A value of the rules, which are in Japanese; what none of them says is said to be unset. */
const given = (value: string | undefined, language: Language) =>
  value === undefined ? (
    <span class="sheet__empty">{publicWords[language].site.notSet}</span>
  ) : (
    <InJapanese on={language}>{value}</InJapanese>
  );

/** How papers are handed in. */
export function intakeFacts({ rules: { intake } }: OrganCard, language: Language): readonly Fact[] {
  const { home } = publicWords[language];
  const { channels, copies, counter, arrivalRule, envelopeNote } = intake;
  const optional: readonly (Fact | false)[] = [
    copies !== null && [home.copies, home.copiesOf(copies.value)],
    counter !== null && [home.counter, home.counterHours(counter.value.from, counter.value.through)],
    arrivalRule !== null && [home.arrival, home.arrivalRule[arrivalRule.value]],
    envelopeNote !== null && [home.envelope, given(`「${envelopeNote.value}」`, language)],
  ];
  const ways = channels?.value.map((channel) => home.channel[channel]);
  return [
    [home.channels, ways ? ways.join(language === 'ja' ? '、' : ', ') : given(undefined, language)],
    ...optional.filter((fact) => fact !== false),
  ];
}

/** Whom to ask, and where. */
export function contactFacts({ rules: { desk } }: OrganCard, language: Language): readonly Fact[] {
  const { home } = publicWords[language];
  const { name, postalCode, address, phone, fax, email } = desk;
  const optional: readonly (Fact | false)[] = [
    fax !== null && [home.fax, <span class="number">{fax.value}</span>],
    email !== null && [home.email, <a href={`mailto:${email.value}`}>{email.value}</a>],
  ];
  const where = address ? `${postalCode ? `〒${postalCode.value} ` : ''}${address.value}` : undefined;
  return [
    [home.desk, given(name?.value, language)],
    [home.address, given(where, language)],
    [home.phone, phone ? <a href={`tel:${phone.value}`}>{phone.value}</a> : given(undefined, language)],
    ...optional.filter((fact) => fact !== false),
  ];
}

const basisFacts = (
  { rules: { governingDocument, sourceDate, effectiveFrom, legalBasis } }: OrganCard,
  language: Language,
): readonly Fact[] => {
  const { home } = publicWords[language];
  const day = effectiveFrom ?? sourceDate?.value;
  return [
    [home.governingDocument, given(governingDocument?.value, language)],
    [home.sourceDate, day === undefined ? given(undefined, language) : dayIn[language](day)],
    [
      home.basis,
      <ul class="plain">
        {legalBasis.map(({ name }) => (
          <li>
            <InJapanese on={language}>{name}</InJapanese>
          </li>
        ))}
      </ul>,
    ],
  ];
};
