import type { Child } from 'hono/jsx';
import type { Account } from '../../app/ports/identity.ts';
import type { OrganId } from '../../core/role.ts';
import { filingWords } from '../../messages/filingWords.ts';
import { passwordWords } from '../../messages/passwordWords.ts';
import { siteWords } from '../../messages/siteWords.ts';
import { passwordPath } from '../accountPaths.ts';
import type { Frame } from '../frame.ts';
import { homeOf, isFiler } from '../homeOf.ts';
import { Breadcrumb, type Crumb } from './Breadcrumb.tsx';
import { momentWords } from './momentWords.ts';

interface LayoutProps {
  readonly frame: Frame;
  readonly title: string;
  /** The way from the home page to this page, without both. */
  readonly trail?: readonly Crumb[];
  readonly children: Child;
}

/** The document around the content of every page. */
export function Layout({ frame, title, trail, children }: LayoutProps) {
  const suffix = frame.organ ? `${frame.organ.name}｜${siteWords.name}` : siteWords.name;
  return (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === siteWords.name ? title : `${title}｜${suffix}`}</title>
        <link rel="stylesheet" href={frame.stylesheetPath} />
        <link rel="icon" href={frame.iconPath} type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#content">
          {siteWords.skip}
        </a>
        <DemonstrationStrip frame={frame} />
        <Masthead frame={frame} />
        {frame.organ && <OrganMenu frame={frame} />}
        <main class="wide" id="content" tabindex={-1}>
          {trail && <Breadcrumb trail={trail} here={title} />}
          {children}
        </main>
        <Footer />
      </body>
    </html>
  );
}

function DemonstrationStrip({ frame }: { readonly frame: Frame }) {
  if (!frame.demonstration) return null;
  return (
    <aside class="demonstration" aria-label={siteWords.demonstrationLabel}>
      <div class="wide">
        <strong>{siteWords.demonstration}</strong>
        <span>{siteWords.demonstrationNow(momentWords(frame.demonstration.now))}</span>
      </div>
    </aside>
  );
}

function Masthead({ frame }: { readonly frame: Frame }) {
  return (
    <header class="masthead">
      <div class="wide">
        <p class="masthead__name">
          <a href="/">
            {frame.organ && <span class="masthead__organ">{frame.organ.name}</span>}
            {siteWords.name}
          </a>
        </p>
        {frame.organ && <Person frame={frame} organ={frame.organ.id} />}
      </div>
    </header>
  );
}

function Person({ frame, organ }: { readonly frame: Frame; readonly organ: OrganId }) {
  if (!frame.account) return <a href={`/organs/${organ}/sign-in`}>{siteWords.signIn}</a>;
  return (
    <div class="masthead__person">
      <span>{siteWords.signedInAs(frame.account.name)}</span>
      <a href={passwordPath(organ)}>{passwordWords.title}</a>
      <form method="post" action={`/organs/${organ}/sign-out`}>
        <button class="button button--small" type="submit">
          {siteWords.signOut}
        </button>
      </form>
    </div>
  );
}

function OrganMenu({ frame }: { readonly frame: Frame }) {
  const base = `/organs/${frame.organ?.id}`;
  const entries = [
    { path: base, label: siteWords.organHome },
    { path: `${base}/register`, label: siteWords.register },
    ...(frame.account && frame.organ ? [homeEntry(frame.account, frame.organ.id)] : []),
  ];
  const isHere = (path: string) => (path === base ? frame.path === base : frame.path.startsWith(path));
  return (
    <nav class="local" aria-label={siteWords.organMenu}>
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

const homeEntry = (account: Account, organ: OrganId) => ({
  path: homeOf(account, organ),
  label: isFiler(account) ? filingWords.home : siteWords.staff,
});

function Footer() {
  return (
    <footer class="footer">
      <div class="wide">
        <ul>
          <li>
            <a href="/">{siteWords.home}</a>
          </li>
          <li>
            <a href="/api/openapi.json">{siteWords.footerApi}</a>
          </li>
        </ul>
        <p class="small soft">{siteWords.footerNote}</p>
      </div>
    </footer>
  );
}
