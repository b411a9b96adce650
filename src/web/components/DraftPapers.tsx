import type { BlankForm } from '../../app/documents/blankForms.ts';
import { filingWords } from '../../messages/filingWords.ts';
import { type PaperRoom, paperPath, paperRooms } from '../filing/papers.ts';
import type { CommandForm } from '../forms/commandForm.ts';
import { choiceWord } from '../forms/fieldChoices.ts';
import { controlName, under } from '../forms/written.ts';
import type { OrganCard } from '../organCard.ts';
import { Field } from './Field.tsx';
import { FileInput } from './FileInput.tsx';

interface DraftPapersProps {
  readonly organ: OrganCard;
  readonly form: CommandForm;
  readonly blanks: readonly BlankForm[];
}

/** 添付書類 of a draft: room for the file of each paper, with its blank form. */
export function DraftPapers({ organ, form, blanks }: DraftPapersProps) {
  return (
    <>
      {paperRooms(form.plan, form.written).map((room, at) => (
        <Room organ={organ} form={form} room={room} at={at} blank={blanks.find(({ id }) => id === room.paper.value)} />
      ))}
    </>
  );
}

interface RoomProps extends Pick<DraftPapersProps, 'organ' | 'form'> {
  readonly room: PaperRoom;
  readonly at: number;
  readonly blank: BlankForm | undefined;
}

function Room({ organ, form, room: { paper, of }, at, blank }: RoomProps) {
  const path = under(paperPath(at), 'file');
  const label = `${choiceWord(form.command, paper)}${of === null ? '' : `（提案者 ${of}）`}`;
  const isKept = form.written.has(under(path, 'digest'));
  return (
    <div class="row">
      <Field
        name={controlName(path)}
        label={label}
        hint={isKept ? undefined : `${filingWords.paperNone}${filingWords.paperHint}`}
        error={form.mistakes.get(path)}
        control={(ties) => <FileInput form={form} path={path} ties={ties} />}
      />
      {blank && (
        <p>
          <a href={`/organs/${organ.id}/forms/${blank.id}.docx`}>{`${filingWords.paperBlank(blank.name)}（Word）`}</a>
        </p>
      )}
    </div>
  );
}
