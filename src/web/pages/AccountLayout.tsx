import type { Child } from 'hono/jsx';
import { administrationWords } from '../../messages/administrationWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { accountsPath, administrationPath } from '../accountPaths.ts';
import type { Crumb } from '../components/Breadcrumb.tsx';
import { Layout } from '../components/Layout.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';

interface AccountLayoutProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly title: string;
  /** What lies between the list and this page. */
  readonly between?: readonly Crumb[];
  readonly children: Child;
}

/** The frame of the administrator's pages on the organ's people. */
export function AccountLayout({ frame, organ, title, between = [], children }: AccountLayoutProps) {
  const base = `/organs/${organ.id}`;
  return (
    <Layout
      frame={frame}
      title={title}
      trail={[
        { href: base, label: organ.name },
        { href: `${base}/staff`, label: staffWords.home },
        { href: administrationPath(organ.id), label: administrationWords.title },
        { href: accountsPath(organ.id), label: administrationWords.accounts },
        ...between,
      ]}
    >
      {children}
    </Layout>
  );
}
