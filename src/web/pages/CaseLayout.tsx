import type { Child } from 'hono/jsx';
import type { CaseKind } from '../../app/aggregates.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { casePath, listPath } from '../casePaths.ts';
import { Layout } from '../components/Layout.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';

interface CaseLayoutProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly kind: CaseKind;
  readonly id: string;
  /** The name of the case; null before it begins. */
  readonly title: string | null;
  /** The name of the page below the case; null for the case's own page. */
  readonly page: string | null;
  readonly children: Child;
}

/** The document around a page of a case, with the way to it. */
export function CaseLayout({ frame, organ, kind, id, title, page, children }: CaseLayoutProps) {
  const trail = [
    { href: `/organs/${organ.id}`, label: organ.name },
    { href: `/organs/${organ.id}/staff`, label: staffWords.home },
    { href: listPath(organ.id, kind), label: caseWords.lists[kind].title },
    ...(page !== null && title !== null ? [{ href: casePath(organ.id, kind, id), label: title }] : []),
  ];
  return (
    <Layout frame={frame} title={page ?? title ?? ''} trail={trail}>
      {children}
    </Layout>
  );
}
