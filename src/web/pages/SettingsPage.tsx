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
  /** The one area whose values are shown in the long lists; null = the areas to choose from. */
  readonly area: string | null;
}

/** The values of the organ's rules, or the places of their print, by area. */
export function SettingsPage({ frame, organ, list, rows, area: chosen }: SettingsPageProps) {
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
      {list === 'unset' || chosen !== null ? (
        <Areas rows={rows.filter(({ area }) => chosen === null || area === chosen)} list={list} base={base} />
      ) : (
        <AreaChoice rows={rows} list={list} base={base} />
      )}
    </SettingsLayout>
  );
}

type ListProps = Pick<SettingsPageProps, 'list' | 'rows'> & { readonly base: string };

const byArea = (rows: readonly SettingRow[]) => [...Map.groupBy(rows, ({ area }) => area)];

function AreaChoice({ rows, list, base }: ListProps) {
  return (
    <ul class="bullets">
      {byArea(rows).map(([area, { length }]) => (
        <li>
          <a href={`${base}?show=${list}&area=${encodeURIComponent(area)}`}>{area}</a> {settingWords.count(length)}
        </li>
      ))}
    </ul>
  );
}

const Areas = ({ rows, list, base }: ListProps) => (
  <>
    {byArea(rows).map(([area, ofArea], at) => (
      <section class="section" aria-labelledby={`area-${at}`}>
        <h2 id={`area-${at}`}>{area}</h2>
        <Area area={area} list={list} rows={ofArea} base={base} />
      </section>
    ))}
  </>
);

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
        rows={rows.map((row) => [link(row), row.waits.join('、') || settingWords.nothing])}
      />
    );
  return (
    <Table
      caption={area}
      columns={[settingWords.name, settingWords.now, settingWords.citation, settingWords.state]}
      rows={rows.map((row) => [link(row), shortened(row.value), row.citation || settingWords.nothing, row.state])}
    />
  );
}

/** Long wordings are read on their own page. */
const shortened = (text: string | null): string =>
  text === null ? settingWords.nothing : text.length > 80 ? `${text.slice(0, 80)}…` : text;
