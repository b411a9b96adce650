import { settingWords } from '../../messages/settingWords.ts';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { type SettingRow, type ShownList, shownLists } from '../settings/settingView.ts';
import { SettingsLayout, settingsPath } from './SettingsLayout.tsx';

interface SettingsPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly list: ShownList;
  readonly rows: readonly SettingRow[];
}

/** The values of the organ's rules, or the places of their print, by area. */
export function SettingsPage({ frame, organ, list, rows }: SettingsPageProps) {
  const base = settingsPath(organ.id);
  return (
    <SettingsLayout frame={frame} organ={organ} title={settingWords.title} lead={settingWords.lead}>
      <nav class="local" aria-label={settingWords.showLabel}>
        <ul>
          {shownLists.map((one) => (
            <li>
              <a href={`${base}?show=${one}`} aria-current={one === list ? 'page' : undefined}>
                {settingWords.show[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        {settingWords.show[list]}: {settingWords.count(rows.length)}
      </p>
      <div class="actions">
        <a class="button" href={`${base}/history`}>
          {settingWords.history}
        </a>
        <a class="button" href={`${base}?show=${list}&format=csv`}>
          {settingWords.csv}
        </a>
      </div>
      {rows.length === 0 && <p>{settingWords.noneUnset}</p>}
      {[...Map.groupBy(rows, ({ area }) => area)].map(([area, ofArea], at) => (
        <section class="section" aria-labelledby={`area-${at}`}>
          <h2 id={`area-${at}`}>{area}</h2>
          <Area area={area} list={list} rows={ofArea} base={base} />
        </section>
      ))}
    </SettingsLayout>
  );
}

interface AreaProps {
  readonly area: string;
  readonly list: ShownList;
  readonly rows: readonly SettingRow[];
  readonly base: string;
}

function Area({ area, list, rows, base }: AreaProps) {
  const link = ({ path, name }: SettingRow) => <a href={`${base}/${path}`}>{name}</a>;
  if (list === 'unset')
    return (
      <Table
        caption={area}
        columns={[settingWords.name, settingWords.waits]}
        rows={rows.map((row) => [link(row), row.waits.join('、') || '—'])}
      />
    );
  return (
    <Table
      caption={area}
      columns={[settingWords.name, settingWords.now, settingWords.citation, settingWords.state]}
      rows={rows.map((row) => [link(row), shortened(row.value), row.citation || '—', row.state])}
    />
  );
}

/** Long wordings are read on their own page. */
const shortened = (text: string | null): string =>
  text === null ? '—' : text.length > 80 ? `${text.slice(0, 80)}…` : text;
