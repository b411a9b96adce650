import { randomUUID } from 'node:crypto';
import type { ValueShape } from '../../core/organ/valueShape.ts';
import type { PrintedBefore } from '../../core/settings/commands.ts';
import { printedMembers } from '../../core/settings/commands.ts';
import { settingWords } from '../../messages/settingWords.ts';
import { Banner } from '../components/Banner.tsx';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { ValueControl } from '../components/ValueControl.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import type { SettingAct, SettingRow } from '../settings/settingView.ts';
import { Acts } from './SettingsHistoryPage.tsx';
import { SettingsLayout, settingsPath } from './SettingsLayout.tsx';

/** What the page has to say about the last attempt. */
export type SettingNotice =
  | { readonly kind: 'done'; readonly act: keyof typeof settingWords.done }
  | { readonly kind: 'refused'; readonly texts: readonly string[] };

export interface SettingPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly row: SettingRow;
  /** null = the place holds no value that can be set. */
  readonly shape: ValueShape | null;
  readonly national: { readonly words: string; readonly isFixed: boolean } | null;
  /** null = nothing is printed there. */
  readonly printed: PrintedBefore | null;
  readonly isMade: boolean;
  readonly acts: readonly SettingAct[];
  readonly names: ReadonlyMap<string, string>;
  readonly version: number;
  /** What stands in the fields. */
  readonly written: URLSearchParams;
  readonly notice: SettingNotice | null;
}

/** One value of the rules: what stands, what was done, and the forms that change it. */
export function SettingPage(props: SettingPageProps) {
  const { frame, organ, row, shape, national, printed, isMade, acts, names, notice } = props;
  const base = settingsPath(organ.id);
  return (
    <SettingsLayout frame={frame} organ={organ} title={row.name} shoulder={row.area} lead={settingWords.lead}>
      <Notice notice={notice} />
      <Facts
        facts={[
          [settingWords.now, row.value ?? settingWords.unset],
          [settingWords.citation, row.citation || settingWords.nothing],
          [settingWords.state, row.state],
          [settingWords.waits, row.waits.join('、') || settingWords.nothing],
          [settingWords.national, national?.words ?? settingWords.nothing],
          [settingWords.place, row.path],
        ]}
      />
      {shape && !national?.isFixed && <SetForm {...props} shape={shape} />}
      {printed && <PrintForm {...props} printed={printed} />}
      {isMade && <WithdrawForm {...props} />}
      <section class="section" aria-labelledby="history">
        <h2 id="history">{settingWords.history}</h2>
        <Acts acts={acts} names={names} base={base} />
      </section>
      <p>
        <a href={base}>{settingWords.back}</a>
      </p>
    </SettingsLayout>
  );
}

function Notice({ notice }: Pick<SettingPageProps, 'notice'>) {
  if (notice === null) return null;
  if (notice.kind === 'done') return <Banner tone="success" title={settingWords.done[notice.act]} />;
  return (
    <Banner tone="error" title={settingWords.refused}>
      <ul class="bullets">
        {notice.texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </Banner>
  );
}

interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly written: URLSearchParams;
  readonly hint?: string;
  readonly isNeeded?: boolean;
  readonly type?: 'date' | 'text' | 'lines';
}

function TextField({ name, label, written, hint, isNeeded = false, type = 'text' }: TextFieldProps) {
  const text = written.get(name) ?? '';
  return (
    <Field
      {...{ name, label, hint, isNeeded }}
      control={(ties) =>
        type === 'lines' ? (
          <textarea class="input input--line" rows={3} {...ties}>
            {text}
          </textarea>
        ) : (
          <input class={type === 'date' ? 'input input--short' : 'input'} type={type} value={text} {...ties} />
        )
      }
    />
  );
}

interface ActionProps extends Pick<SettingPageProps, 'organ' | 'row' | 'version'> {
  readonly act: keyof typeof settingWords.done;
  readonly title: string;
  readonly submit: string;
  readonly children?: unknown;
}

/** A form of one command, with its key and the version on which it was made. */
function Action({ organ, row, version, act, title, submit, children }: ActionProps) {
  return (
    <section class="section" aria-labelledby={`${act}-title`}>
      <h2 id={`${act}-title`}>{title}</h2>
      <form class="form" method="post" action={`${settingsPath(organ.id)}/${row.path}/${act}`} novalidate>
        <input type="hidden" name="commandId" value={randomUUID()} />
        <input type="hidden" name="expectedVersion" value={version} />
        {children}
        <div class="actions">
          <button class={act === 'set' ? 'button button--main' : 'button'} type="submit">
            {submit}
          </button>
        </div>
      </form>
    </section>
  );
}

function SetForm(props: SettingPageProps & { readonly shape: ValueShape }) {
  const { shape, row, written } = props;
  const title = row.value === null ? settingWords.setTitle : settingWords.setAgain;
  return (
    <Action {...props} act="set" title={title} submit={settingWords.setSubmit}>
      <ValueControl shape={shape} name="value" label={settingWords.value} written={written} isNeeded />
      {row.state === settingWords.given && (
        <div class="field">
          <p class="field__hint">{settingWords.correctsHint(row.value ?? '', row.citation)}</p>
          <label class="check">
            <input
              type="checkbox"
              name="correctsSource"
              value="yes"
              checked={written.get('correctsSource') === 'yes'}
            />
            {settingWords.corrects}
          </label>
        </div>
      )}
      <TextField name="text" label={settingWords.text} hint={settingWords.textHint} written={written} isNeeded />
      <TextField
        name="from"
        label={settingWords.from}
        hint={settingWords.fromHint}
        type="date"
        written={written}
        isNeeded
      />
      <TextField name="reason" label={settingWords.reason} type="lines" written={written} isNeeded />
    </Action>
  );
}

function PrintForm(props: SettingPageProps & { readonly printed: PrintedBefore }) {
  const { printed, written } = props;
  return (
    <Action {...props} act="correct" title={settingWords.printTitle} submit={settingWords.printSubmit}>
      <p>{settingWords.printLead}</p>
      {printedMembers
        .filter((member) => printed[member] !== undefined)
        .map((member) => (
          <TextField
            name={`printed.${member}`}
            label={settingWords.printed[member]}
            type={member === 'wording' ? 'lines' : 'text'}
            written={written}
          />
        ))}
      <TextField name="printFrom" label={settingWords.printFrom} type="date" written={written} />
      <TextField name="printReason" label={settingWords.reason} type="lines" written={written} isNeeded />
    </Action>
  );
}

function WithdrawForm(props: SettingPageProps) {
  return (
    <Action {...props} act="withdraw" title={settingWords.withdrawTitle} submit={settingWords.withdrawSubmit}>
      <p>{settingWords.withdrawLead}</p>
      <TextField name="withdrawReason" label={settingWords.reason} type="lines" written={props.written} isNeeded />
    </Action>
  );
}
