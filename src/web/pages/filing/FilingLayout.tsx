import type { Child } from 'hono/jsx';
import { filingWords } from '../../../messages/filingWords.ts';
import type { Crumb } from '../../components/Breadcrumb.tsx';
import { Layout } from '../../components/Layout.tsx';
import { filingPath } from '../../filing/filingPaths.ts';
import type { Frame } from '../../frame.ts';
import type { OrganCard } from '../../organCard.ts';

interface FilingLayoutProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly title: string;
  /** The way from the person's first page to this one, without both. */
  readonly trail?: readonly Crumb[];
  readonly children: Child;
}

/** A page below the first page of a proposer or an agent. */
export const FilingLayout = ({ frame, organ, title, trail = [], children }: FilingLayoutProps) => (
  <Layout
    frame={frame}
    title={title}
    trail={[
      { href: `/organs/${organ.id}`, label: organ.name },
      { href: filingPath(organ.id), label: filingWords.home },
      ...trail,
    ]}
  >
    {children}
  </Layout>
);
