import type { Language } from '../../messages/language.ts';
import { publicWords } from '../../messages/publicWords.ts';
import { pathIn } from '../language.ts';

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

interface BreadcrumbProps {
  readonly trail: readonly Crumb[];
  readonly here: string;
  readonly language: Language;
}

/** The way to this page: home, the steps between, the page itself. */
export function Breadcrumb({ trail, here, language }: BreadcrumbProps) {
  const { site } = publicWords[language];
  const home: Crumb = { href: pathIn(language, '/'), label: site.home };
  return (
    <nav class="breadcrumb" aria-label={site.breadcrumb}>
      <ol>
        {[home, ...trail].map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
