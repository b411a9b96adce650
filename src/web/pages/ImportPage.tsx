import type { CellNote, RegisterPreview } from '../../app/register/readRegister.ts';
import type { UndoableImport } from '../../app/register/undoImport.ts';
import { formWords } from '../../messages/formWords.ts';
import { importWords } from '../../messages/importWords.ts';
import { listPath } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { Field } from '../components/Field.tsx';
import { momentWords } from '../components/momentWords.ts';
import { sizeWords } from '../components/sizeWords.ts';
import { Table } from '../components/Table.tsx';
import { controlName, type Written } from '../forms/written.ts';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { largestUpload } from '../readForm.ts';
import { CaseLayout } from './CaseLayout.tsx';

/** An import that can be taken back, with the id of the command that would do it. */
type OfferedUndo = UndoableImport & { readonly commandId: string };

export type ImportState =
  | {
      readonly kind: 'choose';
      readonly error: string | null;
      /** Entries that the step before registered, or took back. */
      readonly done: number | null;
      readonly undone: number | null;
      readonly imports: readonly OfferedUndo[];
    }
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

/** A register that comes in as a workbook or CSV: chosen, looked at row by row, registered. */
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

function Choose({ organ, state: { error, done, undone, imports } }: PartProps<'choose'>) {
  return (
    <>
      {done !== null && <Banner tone="success" title={importWords.done(done)} />}
      {undone !== null && <Banner tone="success" title={importWords.undone(undone)} />}
      <form class="form" method="post" action={addressOf(organ)} enctype="multipart/form-data" novalidate>
        <Field
          name={controlName('file')}
          label={importWords.file}
          isNeeded
          hint={`${importWords.hint} ${formWords.fileLimit(sizeWords(largestUpload), `${formWords.kinds.zip}、${formWords.kinds.text}`)} ${formWords.scanOff}`}
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
      {imports.length > 0 && <Undoable organ={organ} imports={imports} />}
    </>
  );
}

/** Imports that can be taken back, each with a form of its own. */
function Undoable({ organ, imports }: { readonly organ: OrganCard; readonly imports: readonly OfferedUndo[] }) {
  return (
    <section class="section" aria-labelledby="undo">
      <h2 id="undo">{importWords.undoTitle}</h2>
      <p>{importWords.undoLead}</p>
      {imports.map(({ id, at, entries, commandId }) => (
        <form class="form" method="post" action={addressOf(organ)} enctype="multipart/form-data" novalidate>
          <input type="hidden" name="import" value={id} />
          <input type="hidden" name="commandId" value={commandId} />
          <p>
            {momentWords(at)} {importWords.registered(entries.length)}:{' '}
            {entries.slice(0, 5).map(({ fileName }) => `「${fileName}」`)}
            {entries.length > 5 && importWords.more}
          </p>
          <Field
            name={`reason-${id}`}
            label={importWords.reason}
            isNeeded
            control={(ties) => <input class="input" type="text" {...ties} name="reason" required={false} />}
          />
          <div class="actions">
            <button class="button" type="submit" name="step" value="undo">
              {importWords.undo(entries.length)}
            </button>
          </div>
        </form>
      ))}
    </section>
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
