import { registerWords } from '../../messages/registerWords.ts';
import { staffWords } from '../../messages/staffWords.ts';
import { Banner } from '../components/Banner.tsx';
import { Field, type Ties } from '../components/Field.tsx';
import { Layout } from '../components/Layout.tsx';
import type { FormField, Written } from '../correctionForm.ts';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';

/** What the page has to say about the last attempt. */
export type CorrectionNotice =
  | { readonly kind: 'saved' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly text: string };

export interface CorrectionPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly entry: string;
  readonly fileName: string;
  readonly isPublic: boolean;
  readonly fields: readonly FormField[];
  /** What stands in the fields. */
  readonly written: Written;
  /** What the entry says now; shown beside a field that differs after a conflict. */
  readonly current: Written;
  readonly version: number;
  readonly commandId: string;
  readonly notice: CorrectionNotice | null;
  readonly mistakes: ReadonlyMap<string, string>;
}

/** The form that corrects an entry of the register. */
export function CorrectionPage(props: CorrectionPageProps) {
  const { frame, organ, entry, fileName, fields, version, commandId } = props;
  const base = `/organs/${organ.id}`;
  return (
    <Layout
      frame={frame}
      title={staffWords.correctTitle}
      trail={[
        { href: base, label: organ.name },
        { href: `${base}/staff`, label: staffWords.home },
      ]}
    >
      <div class="intro">
        <p class="intro__shoulder">{fileName}</p>
        <h1>{staffWords.correctTitle}</h1>
        <p>{staffWords.correctLead}</p>
      </div>
      <Notice {...props} />
      <form class="form" method="post" action={`${base}/staff/register/${entry}/correct`} novalidate>
        <input type="hidden" name="commandId" value={commandId} />
        <input type="hidden" name="expectedVersion" value={version} />
        <section class="section" aria-labelledby="contents">
          <h2 id="contents">{staffWords.contentsSection}</h2>
          {fields.map((field) => (
            <PartField field={field} props={props} />
          ))}
        </section>
        <section class="section" aria-labelledby="correction">
          <h2 id="correction">{staffWords.correctionSection}</h2>
          <Circumstances {...props} />
        </section>
        <div class="actions">
          <button class="button button--main" type="submit">
            {staffWords.save}
          </button>
          <a class="button" href={`${base}/staff`}>
            {staffWords.cancel}
          </a>
        </div>
      </form>
    </Layout>
  );
}

function Notice({ notice, organ, entry, isPublic, mistakes }: CorrectionPageProps) {
  switch (notice?.kind) {
    case 'saved':
      return (
        <Banner tone="success" title={staffWords.saved}>
          <p>{staffWords.savedNext}</p>
          {isPublic && (
            <p>
              <a href={`/organs/${organ.id}/register/${entry}`}>{staffWords.openEntry}</a>
            </p>
          )}
        </Banner>
      );
    case 'invalid':
      return (
        <Banner tone="error" title={staffWords.invalidTitle}>
          <ul class="bullets">
            {[...mistakes].map(([name, text]) => (
              <li>
                <a href={`#${name}`}>{text}</a>
              </li>
            ))}
          </ul>
        </Banner>
      );
    case 'conflict':
      return (
        <Banner tone="warning" title={staffWords.conflictTitle}>
          <p>{staffWords.conflictText}</p>
        </Banner>
      );
    case 'refused':
      return (
        <Banner tone="error" title={staffWords.refusedTitle}>
          <p>{notice.text}</p>
        </Banner>
      );
    default:
      return null;
  }
}

function Circumstances({ written, mistakes }: CorrectionPageProps) {
  return (
    <>
      <Field
        name="correctedOn"
        label={staffWords.correctedOn}
        isNeeded
        hint={staffWords.correctedOnHint}
        error={mistakes.get('correctedOn')}
        control={(ties) => (
          <input class="input input--short" type="date" value={written.get('correctedOn')} {...ties} />
        )}
      />
      <Field
        name="reason"
        label={staffWords.reason}
        isNeeded
        hint={staffWords.reasonHint}
        error={mistakes.get('reason')}
        control={(ties) => (
          <textarea class="input input--line" rows={3} {...ties}>
            {written.get('reason')}
          </textarea>
        )}
      />
    </>
  );
}

interface PartFieldProps {
  readonly field: FormField;
  readonly props: CorrectionPageProps;
}

function PartField({ field, props }: PartFieldProps) {
  const { part, label, kind, isNeeded } = field;
  if (kind === 'desk') return <DeskFields field={field} props={props} />;
  return (
    <Field
      name={part}
      label={label}
      isNeeded={isNeeded}
      hint={hintOf(kind, difference(part, props))}
      error={props.mistakes.get(part)}
      control={(ties) => <Control kind={kind} value={props.written.get(part) ?? ''} ties={ties} />}
    />
  );
}

function hintOf(kind: FormField['kind'], different: string | undefined): string | undefined {
  const own = kind === 'items' ? staffWords.itemsHint : kind === 'lines' ? staffWords.linesHint : undefined;
  return [own, different].filter((text) => text !== undefined).join(' ') || undefined;
}

/** After a conflict: what the entry says now, where the form says something else. */
function difference(name: string, { notice, written, current }: CorrectionPageProps): string | undefined {
  const now = current.get(name) ?? '';
  if (notice?.kind !== 'conflict' || now === (written.get(name) ?? '').trim()) return undefined;
  const shown: Readonly<Record<string, string>> = {
    yes: registerWords.yes,
    no: registerWords.no,
    '': staffWords.silent,
  };
  return staffWords.currently(shown[now] ?? now.replaceAll('\n', '、'));
}

function DeskFields({ field: { part, label }, props }: PartFieldProps) {
  const names = [
    { name: `${part}.name`, word: staffWords.deskName },
    { name: `${part}.address`, word: staffWords.deskAddress },
  ];
  return (
    <fieldset class="section">
      <legend class="field__label">{label}</legend>
      {names.map(({ name, word }) => (
        <Field
          name={name}
          label={word}
          hint={difference(name, props)}
          error={props.mistakes.get(name)}
          control={(ties) => <Control kind="line" value={props.written.get(name) ?? ''} ties={ties} />}
        />
      ))}
    </fieldset>
  );
}

interface ControlProps {
  readonly kind: Exclude<FormField['kind'], 'desk'>;
  readonly value: string;
  readonly ties: Ties;
}

const choices = {
  yesNo: [
    ['', staffWords.silent],
    ['yes', registerWords.yes],
    ['no', registerWords.no],
  ],
  fileKind: [
    ['electronic', registerWords.electronic],
    ['manual', registerWords.manual],
  ],
} as const;

function Control({ kind, value, ties }: ControlProps) {
  if (kind === 'line') return <input class="input" type="text" value={value} {...ties} />;
  if (kind === 'yesNo' || kind === 'fileKind')
    return (
      <select class="input input--middle" {...ties}>
        {choices[kind].map(([choice, word]) => (
          <option value={choice} selected={choice === value}>
            {word}
          </option>
        ))}
      </select>
    );
  return (
    <textarea class="input input--line" rows={kind === 'items' ? 8 : 3} {...ties}>
      {value}
    </textarea>
  );
}
