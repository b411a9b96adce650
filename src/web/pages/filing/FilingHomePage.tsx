import type { FilingOffer } from '../../../app/filing/filingOffers.ts';
import { calendarWords } from '../../../messages/calendarWords.ts';
import { filingWords } from '../../../messages/filingWords.ts';
import { Banner } from '../../components/Banner.tsx';
import { Chips } from '../../components/Chips.tsx';
import { type Fact, Facts } from '../../components/Facts.tsx';
import { Layout } from '../../components/Layout.tsx';
import { momentWords } from '../../components/momentWords.ts';
import { draftPath, filingPath, guidelinePath, ownPath } from '../../filing/filingPaths.ts';
import type { Frame } from '../../frame.ts';
import type { OrganCard } from '../../organCard.ts';

/** A draft as the list shows it. */
export interface ListedDraft {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly savedAt: string;
  readonly closing: string | null;
}

/** A proposal of the person's own as the list shows it. */
export interface ListedOwn {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  /** What is to be done by when; null = nothing is dated. */
  readonly due: string | null;
}

export interface FilingHomePageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly name: string;
  readonly offers: readonly FilingOffer[];
  readonly drafts: readonly ListedDraft[];
  readonly own: readonly ListedOwn[];
  readonly notice: { readonly tone: 'success' | 'warning'; readonly title: string } | null;
}

/** The first page of a proposer or an agent: what is theirs, and what they can begin. */
export function FilingHomePage(props: FilingHomePageProps) {
  const { frame, organ, name, notice } = props;
  return (
    <Layout frame={frame} title={filingWords.home} trail={[{ href: `/organs/${organ.id}`, label: organ.name }]}>
      {notice && <Banner tone={notice.tone} title={notice.title} />}
      <div class="intro">
        <p class="intro__shoulder">{organ.name}</p>
        <h1>{filingWords.home}</h1>
        <p>{filingWords.homeLead(name)}</p>
      </div>
      <Own {...props} />
      <Drafts {...props} />
      <Offers {...props} />
    </Layout>
  );
}

function Own({ organ, own }: FilingHomePageProps) {
  return (
    <section class="section" aria-labelledby="own">
      <h2 id="own">{filingWords.own}</h2>
      {own.length === 0 && (
        <div>
          <p>{filingWords.ownNone}</p>
          <p class="soft">{filingWords.ownNoneNext}</p>
        </div>
      )}
      {own.length > 0 && (
        <p>
          <a href={`${filingPath(organ.id)}/deadlines.ics`}>{calendarWords.ownLink}</a>
        </p>
      )}
      {own.map(({ id, number, title, state, due }) => (
        <article class="card">
          <h3>{title}</h3>
          <Chips chips={[{ tone: 'blue', label: state }]} />
          {due && <p>{due}</p>}
          <p>
            <a href={ownPath(organ.id, id)}>{filingWords.openOwn(number)}</a>
          </p>
        </article>
      ))}
    </section>
  );
}

function Drafts({ organ, drafts }: FilingHomePageProps) {
  return (
    <section class="section" aria-labelledby="drafts">
      <h2 id="drafts">{filingWords.drafts}</h2>
      {drafts.length === 0 && <p>{filingWords.draftsNone}</p>}
      {drafts.map(({ id, title, kind, savedAt, closing }) => (
        <article class="card">
          <h3>{title}</h3>
          <p>{kind}</p>
          <p class="soft">{filingWords.savedAt(savedAt)}</p>
          {closing && <p>{`${filingWords.closing}：${momentWords(closing)}`}</p>}
          <p class="actions">
            <a class="button" href={draftPath(organ.id, id)} aria-label={`${title}：${filingWords.resume}`}>
              {filingWords.resume}
            </a>
          </p>
        </article>
      ))}
    </section>
  );
}

function Offers({ organ, offers }: FilingHomePageProps) {
  return (
    <section class="section" aria-labelledby="offers">
      <h2 id="offers">{filingWords.offers}</h2>
      {offers.length === 0 && (
        <div>
          <p>{filingWords.offersNone}</p>
          <p class="soft">{filingWords.offersNoneNext}</p>
        </div>
      )}
      {offers.map((offer) => (
        <article class="card">
          <h3>{offer.title}</h3>
          <p>{offer.call === null ? filingWords.offerCreated : filingWords.offerOfCall(offer.call)}</p>
          <Facts facts={offerFacts(organ, offer)} />
          <form class="actions" method="post" action={`${filingPath(organ.id)}/begin`}>
            {Object.entries(offer.target).map(([field, value]) => (
              <input type="hidden" name={field} value={value} />
            ))}
            <button class="button button--main" type="submit" aria-label={`${offer.title}：${filingWords.begin}`}>
              {filingWords.begin}
            </button>
          </form>
        </article>
      ))}
    </section>
  );
}

const offerFacts = (organ: OrganCard, { target, closing }: FilingOffer): readonly Fact[] => [
  [filingWords.closing, filingWords.closingAt(momentWords(closing))],
  ...(target.kind === 'call'
    ? [
        [
          filingWords.guidelineOf,
          <a href={guidelinePath(organ.id, target.call)}>{filingWords.openGuideline}</a>,
        ] as const,
      ]
    : []),
];
