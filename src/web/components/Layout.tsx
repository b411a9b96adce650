import type { Child } from 'hono/jsx';
import type { Account } from '../../app/ports/identity.ts';
import type { OrganId } from '../../core/role.ts';
import { filingWords } from '../../messages/filingWords.ts';
import type { Language } from '../../messages/language.ts';
import { passwordWords } from '../../messages/passwordWords.ts';
import { publicWords } from '../../messages/publicWords.ts';
import { passwordPath } from '../accountPaths.ts';
import type { Frame } from '../frame.ts';
import { homeOf, isFiler } from '../homeOf.ts';
import { otherLanguageOf, pathIn } from '../language.ts';
import { Breadcrumb, type Crumb } from './Breadcrumb.tsx';
import { InJapanese } from './InJapanese.tsx';
import { momentIn } from './momentWords.ts';
import { OrganName, organNameIn } from './OrganName.tsx';

interface LayoutProps {
  readonly frame: Frame;
  readonly title: string;
  /** The way from the home page to this page, without both. */
  readonly trail?: readonly Crumb[];
  /** Japanese where none is said. */
  readonly language?: Language;
  readonly children: Child;
}

/** The document around the content of every page. */
export function Layout({ frame, title, trail, language = 'ja', children }: LayoutProps) {
  const { site } = publicWords[language];
  const suffix = frame.organ ? `${organNameIn(language, frame.organ)}｜${site.name}` : site.name;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === site.name ? title : `${title}｜${suffix}`}</title>
        <link rel="stylesheet" href={frame.stylesheetPath} />
        <link rel="icon" href={frame.iconPath} type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#content">
          {site.skip}
        </a>
        <DemonstrationStrip frame={frame} language={language} />
        <Masthead frame={frame} language={language} />
        {frame.organ && <OrganMenu frame={frame} language={language} />}
        <main class="wide" id="content" tabindex={-1}>
          {trail && <Breadcrumb trail={trail} here={title} language={language} />}
          {children}
          {site.reference !== '' && <p class="small soft">{site.reference}</p>}
        </main>
        <Footer language={language} />
      </body>
    </html>
  );
}

interface PartProps {
  readonly frame: Frame;
  readonly language: Language;
}

function DemonstrationStrip({ frame, language }: PartProps) {
  const { site } = publicWords[language];
  if (!frame.demonstration) return null;
  return (
    <aside class="demonstration" aria-label={site.demonstrationLabel}>
      <div class="wide">
        <strong>{site.demonstration}</strong>
        <span>{site.demonstrationNow(momentIn[language](frame.demonstration.now))}</span>
      </div>
    </aside>
  );
}

function Masthead({ frame, language }: PartProps) {
  return (
    <header class="masthead">
      <div class="wide">
        <p class="masthead__name">
          <a href={pathIn(language, '/')}>
            {frame.organ && (
              <span class="masthead__organ">
                <OrganName organ={frame.organ} language={language} />
              </span>
            )}
            {publicWords[language].site.name}
          </a>
        </p>
        <div class="masthead__person">
          <OtherLanguage path={frame.path} />
          {frame.organ && <Person frame={frame} organ={frame.organ.id} language={language} />}
        </div>
      </div>
    </header>
  );
}

/** The way to the same page in the other language, in its own words. */
function OtherLanguage({ path }: { readonly path: string }) {
  const other = otherLanguageOf(path);
  if (!other) return null;
  return (
    <a href={other.path} lang={other.language} hreflang={other.language}>
      {publicWords[other.language === 'en' ? 'ja' : 'en'].site.otherLanguage}
    </a>
  );
}

function Person({ frame, organ, language }: PartProps & { readonly organ: OrganId }) {
  const { site } = publicWords[language];
  if (!frame.account) return <a href={`/organs/${organ}/sign-in`}>{site.signIn}</a>;
  return (
    <>
      <span>{site.signedInAs(frame.account.name)}</span>
      <a href={passwordPath(organ)}>
        <InJapanese on={language}>{passwordWords.title}</InJapanese>
      </a>
      <form method="post" action={`/organs/${organ}/sign-out`}>
        <button class="button button--small" type="submit">
          {site.signOut}
        </button>
      </form>
    </>
  );
}

function OrganMenu({ frame, language }: PartProps) {
  const { site } = publicWords[language];
  const base = pathIn(language, `/organs/${frame.organ?.id}`);
  const entries = [
    { path: base, label: site.organHome },
    { path: `${base}/register`, label: site.register },
    ...(frame.account && frame.organ ? [homeEntry(frame.account, frame.organ.id, language)] : []),
  ];
  const isHere = (path: string) => (path === base ? frame.path === base : frame.path.startsWith(path));
  return (
    <nav class="local" aria-label={site.organMenu}>
      <ul class="wide">
        {entries.map(({ path, label }) => (
          <li>
            <a href={path} {...(isHere(path) ? { 'aria-current': frame.path === path ? 'page' : 'true' } : {})}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const homeEntry = (account: Account, organ: OrganId, language: Language) => ({
  path: homeOf(account, organ),
  label: isFiler(account)
    ? language === 'ja'
      ? filingWords.home
      : publicWords.en.how.toOwn
    : publicWords[language].site.staff,
});

function Footer({ language }: Pick<PartProps, 'language'>) {
  const { site } = publicWords[language];
  return (
    <footer class="footer">
      <div class="wide">
        <ul>
          <li>
            <a href={pathIn(language, '/')}>{site.home}</a>
          </li>
          <li>
            <a href="/api/openapi.json">{site.footerApi}</a>
          </li>
        </ul>
        <p class="small soft">{site.footerNote}</p>
      </div>
    </footer>
  );
}
