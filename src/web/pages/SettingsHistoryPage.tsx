import { ruleName } from '../../messages/ruleNames.ts';
import { settingWords } from '../../messages/settingWords.ts';
import { dayWords, momentWords } from '../components/momentWords.ts';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import type { SettingAct } from '../settings/settingView.ts';
import { SettingsLayout, settingsPath } from './SettingsLayout.tsx';

interface SettingsHistoryPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly acts: readonly SettingAct[];
  /** Names of people by their id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Who set and corrected what, when, from what to what and why. */
export function SettingsHistoryPage({ frame, organ, acts, names }: SettingsHistoryPageProps) {
  const base = settingsPath(organ.id);
  return (
    <SettingsLayout frame={frame} organ={organ} title={settingWords.history} lead={settingWords.historyLead}>
      <div class="actions">
        <a class="button" href={base}>
          {settingWords.back}
        </a>
        <a class="button" href={`${base}/history?format=csv`}>
          {settingWords.csv}
        </a>
      </div>
      <Acts acts={acts} names={names} base={base} />
    </SettingsLayout>
  );
}

type ActsProps = Pick<SettingsHistoryPageProps, 'acts' | 'names'> & { readonly base: string };

/** Past acts as a table; the moment names the row. */
export function Acts({ acts, names, base }: ActsProps) {
  if (acts.length === 0) return <p>{settingWords.historyNone}</p>;
  const { at, name, what, before, after, from, by, reason, nothing } = settingWords;
  return (
    <Table
      caption={settingWords.history}
      columns={[at, name, what, before, after, from, by, reason]}
      rows={acts.map((act) => [
        momentWords(act.at),
        <a href={`${base}/${act.path}`}>{ruleName(act.path).name}</a>,
        act.what,
        act.before || nothing,
        [act.after, act.citation && `（${act.citation}）`].join('') || nothing,
        act.from === '' ? nothing : dayWords(act.from),
        names.get(act.by) ?? act.by,
        act.reason,
      ])}
    />
  );
}
