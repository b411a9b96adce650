import type { Child } from 'hono/jsx';
import { administrationWords } from '../../messages/administrationWords.ts';
import { settingWords } from '../../messages/settingWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { Layout } from '../components/Layout.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';

/** The address of an organ's settings. */
export const settingsPath = (organ: string): string => `/organs/${organ}/staff/administration/settings`;

interface SettingsLayoutProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly title: string;
  /** What the title belongs to. */
  readonly shoulder?: string;
  readonly lead: string;
  readonly children?: Child;
}

/** The frame of the pages on an organ's settings. */
export function SettingsLayout({ frame, organ, title, shoulder, lead, children }: SettingsLayoutProps) {
  const base = `/organs/${organ.id}`;
  const here = title === settingWords.title ? [] : [{ href: settingsPath(organ.id), label: settingWords.title }];
  return (
    <Layout
      frame={frame}
      title={title}
      trail={[
        { href: base, label: organ.name },
        { href: `${base}/staff`, label: staffWords.home },
        { href: `${base}/staff/administration`, label: administrationWords.title },
        ...here,
      ]}
    >
      <div class="intro">
        {shoulder && <p class="intro__shoulder">{shoulder}</p>}
        <h1>{title}</h1>
        <p>{lead}</p>
      </div>
      {children}
    </Layout>
  );
}
