import type { sealerWarning } from '../../app/audit/sealerWarning.ts';
import { isStaff, type StaffMember } from '../../app/office/namedPeople.ts';
import type { ChainStatus } from '../../app/ports/auditLog.ts';
import { unsetPaths } from '../../core/settings/settable.ts';
import { administrationWords } from '../../messages/administrationWords.ts';
import { auditWords } from '../../messages/auditWords.ts';
import { sealerWords } from '../../messages/sealerWords.ts';
import { settingWords } from '../../messages/settingWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { accountPath, newAccountPath } from '../accountPaths.ts';
import { Banner } from '../components/Banner.tsx';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { Layout } from '../components/Layout.tsx';
import { japanMoment, momentWords } from '../components/momentWords.ts';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { entryWords } from './entryWords.ts';
import { roleName } from './roleName.ts';
import { settingsPath } from './SettingsLayout.tsx';

export interface AdministrationNotice {
  readonly tone: 'success' | 'error';
  readonly title: string;
  readonly next?: string;
}

interface AdministrationPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly accounts: readonly StaffMember[];
  readonly procedureNow: string;
  readonly realNow: Date;
  readonly canSetClock: boolean;
  readonly notice: AdministrationNotice | null;
  /** How the audit log of the organ is chained and signed. */
  readonly sealer: { readonly warning: ReturnType<typeof sealerWarning>; readonly status: ChainStatus };
  /** null = none was made. */
  readonly lastBackup: Date | null;
}

/** The administrator's first page: people, values that are unset, mode, clock. Never the contents of a case. */
export function AdministrationPage(props: AdministrationPageProps) {
  const { frame, organ, accounts, notice, canSetClock, sealer } = props;
  const base = `/organs/${organ.id}`;
  return (
    <Layout
      frame={frame}
      title={administrationWords.title}
      trail={[
        { href: base, label: organ.name },
        { href: `${base}/staff`, label: staffWords.home },
      ]}
    >
      <div class="intro">
        <h1>{administrationWords.title}</h1>
        <p>{administrationWords.lead}</p>
      </div>
      {notice && (
        <Banner tone={notice.tone} title={notice.title}>
          {notice.next && <p>{notice.next}</p>}
        </Banner>
      )}
      {sealer.warning && (
        <Banner tone="error" title={sealer.warning.title}>
          <p>{sealer.warning.text}</p>
        </Banner>
      )}
      <Installation {...props} />
      {canSetClock && <ClockForm action={`${base}/staff/administration/clock`} now={props.procedureNow} />}
      <section class="section" aria-labelledby="accounts">
        <h2 id="accounts">{administrationWords.accounts}</h2>
        <div class="actions">
          <a class="button" href={newAccountPath(organ.id)}>
            {administrationWords.accountNew}
          </a>
        </div>
        <Accounts accounts={accounts} organ={organ} />
      </section>
      <Settings organ={organ} />
    </Layout>
  );
}

function Installation({ procedureNow, realNow, canSetClock, sealer, lastBackup }: AdministrationPageProps) {
  const { checkpoint, entries } = sealer.status;
  const signed = checkpoint ? japanMoment(new Date(checkpoint.at)) : auditWords.noCheckpoint;
  return (
    <section class="section" aria-labelledby="installation">
      <h2 id="installation">{administrationWords.installation}</h2>
      <Facts
        facts={[
          [administrationWords.mode, canSetClock ? administrationWords.demonstration : administrationWords.production],
          [administrationWords.procedureNow, momentWords(procedureNow)],
          [administrationWords.realNow, japanMoment(realNow)],
          [administrationWords.lastBackup, lastBackup ? japanMoment(lastBackup) : administrationWords.noBackup],
          [auditWords.title, auditWords.count(entries)],
          [sealerWords.lastSigned, signed],
          [auditWords.unsigned, auditWords.count(entries - (checkpoint?.number ?? 0))],
        ]}
      />
    </section>
  );
}

function ClockForm({ action, now }: { readonly action: string; readonly now: string }) {
  const [day, time] = now.split('T');
  return (
    <section class="section" aria-labelledby="clock">
      <h2 id="clock">{administrationWords.clock}</h2>
      <p>{administrationWords.clockLead}</p>
      <form class="form" method="post" action={action} novalidate>
        <Field
          name="day"
          label={administrationWords.clockDay}
          control={(ties) => <input class="input input--short" type="date" value={day} {...ties} />}
        />
        <Field
          name="time"
          label={administrationWords.clockTime}
          control={(ties) => <input class="input input--short" type="time" value={time} {...ties} />}
        />
        <div class="actions">
          <button class="button button--main" type="submit">
            {administrationWords.clockSet}
          </button>
        </div>
      </form>
    </section>
  );
}

function Accounts({ accounts, organ }: { readonly accounts: readonly StaffMember[]; readonly organ: OrganCard }) {
  return (
    <Table
      caption={administrationWords.accounts}
      columns={[
        administrationWords.accountName,
        administrationWords.login,
        administrationWords.roles,
        administrationWords.division,
        administrationWords.entry,
      ]}
      rows={accounts.map(({ account, departedOn }) => [
        <a href={accountPath(organ.id, account, 'change')}>{account.name}</a>,
        account.login,
        account.roles.map((role) => roleName(role, organ.rules)).join('、'),
        account.division ?? (isStaff(account) ? administrationWords.noDivision : administrationWords.outside),
        entryWords(account, departedOn),
      ])}
    />
  );
}

function Settings({ organ }: { readonly organ: OrganCard }) {
  const { length } = unsetPaths(organ.rules);
  return (
    <section class="section" aria-labelledby="settings">
      <h2 id="settings">{settingWords.title}</h2>
      <p>{length === 0 ? administrationWords.allSet : administrationWords.unsetLead(length)}</p>
      <div class="actions">
        <a class="button" href={settingsPath(organ.id)}>
          {settingWords.title}
        </a>
        <a class="button" href={`${settingsPath(organ.id)}/history`}>
          {settingWords.history}
        </a>
      </div>
    </section>
  );
}
