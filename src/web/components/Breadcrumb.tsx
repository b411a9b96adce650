import { siteWords } from '../../messages/siteWords.ts';

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

/** The way to this page: home, the steps between, the page itself. */
export function Breadcrumb({ trail, here }: { readonly trail: readonly Crumb[]; readonly here: string }) {
  return (
    <nav class="breadcrumb" aria-label={siteWords.breadcrumb}>
      <ol>
        {[{ href: '/', label: siteWords.home }, ...trail].map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
