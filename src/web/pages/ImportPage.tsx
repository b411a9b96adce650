import type { CellNote, RegisterPreview } from '../../app/register/readRegisterCsv.ts';
import { formWords } from '../../messages/formWords.ts';
import { importWords } from '../../messages/importWords.ts';
import { listPath } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { Field } from '../components/Field.tsx';
import { sizeWords } from '../components/sizeWords.ts';
import { Table } from '../components/Table.tsx';
import { controlName, type Written } from '../forms/written.ts';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { largestUpload } from '../readForm.ts';
import { CaseLayout } from './CaseLayout.tsx';

export type ImportState =
  | { readonly kind: 'choose'; readonly error: string | null; readonly done: number | null }
  | {
      readonly kind: 'preview';
      readonly preview: RegisterPreview;
      readonly held: Written;
      readonly commandId: string;
    };

interface ImportPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly state: ImportState;
}

/** A register that comes in as CSV: chosen, looked at row by row, registered. */
export function ImportPage({ frame, organ, state }: ImportPageProps) {
  return (
    <CaseLayout frame={frame} organ={organ} kind="register" id="" title={null} page={importWords.title}>
      <div class="intro">
        <h1>{importWords.title}</h1>
        <p>{importWords.lead}</p>
      </div>
      {state.kind === 'choose' ? <Choose organ={organ} state={state} /> : <Preview organ={organ} state={state} />}
    </CaseLayout>
  );
}

interface PartProps<Kind extends ImportState['kind']> {
  readonly organ: OrganCard;
  readonly state: Extract<ImportState, { kind: Kind }>;
}

const addressOf = (organ: OrganCard) => `${listPath(organ.id, 'register')}/import`;

function Choose({ organ, state: { error, done } }: PartProps<'choose'>) {
  return (
    <>
      {done !== null && <Banner tone="success" title={importWords.done(done)} />}
      <form class="form" method="post" action={addressOf(organ)} enctype="multipart/form-data" novalidate>
        <Field
          name={controlName('file')}
          label={importWords.file}
          isNeeded
          hint={`${importWords.hint} ${formWords.fileLimit(sizeWords(largestUpload), formWords.kinds.text)} ${formWords.scanOff}`}
          error={error ?? undefined}
          control={(ties) => <input class="input input--file" type="file" {...ties} required={false} />}
        />
        <div class="actions">
          <button class="button button--main" type="submit" name="step" value="check">
            {importWords.check}
          </button>
          <a class="button" href={listPath(organ.id, 'register')}>
            {formWords.cancel}
          </a>
        </div>
      </form>
    </>
  );
}

function Preview({ organ, state: { preview, held, commandId } }: PartProps<'preview'>) {
  const { entries, errors, warnings } = preview;
  const isSound = errors.length === 0 && entries.length > 0;
  return (
    <section class="section" aria-labelledby="preview">
      <h2 id="preview">{importWords.preview}</h2>
      <p>{isSound ? importWords.sound(entries.length) : importWords.unsound(errors.length)}</p>
      <Notes caption={importWords.errors} notes={errors} />
      <Notes caption={importWords.warnings} notes={warnings} />
      {entries.length > 0 && (
        <Table
          caption={importWords.readable}
          columns={[importWords.line, importWords.name]}
          rows={entries.map(({ line, command }) => [String(line), command.contents.fileName])}
        />
      )}
      <form class="actions" method="post" action={addressOf(organ)}>
        <input type="hidden" name="commandId" value={commandId} />
        {[...held].map(([name, value]) => (
          <input type="hidden" name={controlName(name)} value={value} />
        ))}
        {isSound && (
          <button class="button button--main" type="submit" name="step" value="give">
            {importWords.give(entries.length)}
          </button>
        )}
        <a class="button" href={addressOf(organ)}>
          {importWords.again}
        </a>
      </form>
    </section>
  );
}

function Notes({ caption, notes }: { readonly caption: string; readonly notes: readonly CellNote[] }) {
  if (notes.length === 0) return null;
  return (
    <Table
      caption={caption}
      columns={[importWords.line, importWords.column, importWords.value, importWords.result]}
      rows={notes.map(({ line, column, value, message }) => [String(line), column, value, message])}
    />
  );
}
