import type { Choice } from '../../app/cases/planning.ts';
import { formWords } from '../../messages/formWords.ts';
import type { CommandForm } from '../forms/commandForm.ts';
import { choiceWord } from '../forms/fieldChoices.ts';
import { controlName, rowsName, rowsOf, under } from '../forms/written.ts';
import { Field } from './Field.tsx';
import { FileInput } from './FileInput.tsx';

interface PaperRowsProps {
  readonly form: CommandForm;
  readonly path: string;
  /** The papers that the organ asks for. */
  readonly papers: readonly Choice[];
}

/** 添付書類: a tick for each paper that the organ asks for, once for each proposer, with room for its scan. */
export function PaperRows({ form, path, papers }: PaperRowsProps) {
  const proposers = Math.max(1, rowsOf(form.written, 'proposers'));
  const rows = papers.flatMap((paper): readonly Pick<PaperRowProps, 'paper' | 'of'>[] =>
    paper.value === 'pledge' && proposers > 1
      ? Array.from({ length: proposers }, (_, at) => ({ paper, of: at + 1 }))
      : [{ paper, of: null }],
  );
  return (
    <>
      <input type="hidden" name={controlName(rowsName(path))} value={rows.length} />
      {rows.map(({ paper, of }, at) => (
        <PaperRow form={form} path={under(path, at)} paper={paper} of={of} />
      ))}
    </>
  );
}

interface PaperRowProps extends Omit<PaperRowsProps, 'papers'> {
  readonly paper: Choice;
  readonly of: number | null;
}

function PaperRow({ form, path, paper, of }: PaperRowProps) {
  const kind = under(path, 'kind');
  const owner = of === null ? '' : `（提案者 ${of}）`;
  const label = `${choiceWord(form.command, paper)}${owner}`;
  const isTicked = form.written.get(kind) === paper.value;
  return (
    <div class="row">
      <label class="check">
        <input type="checkbox" id={controlName(kind)} name={controlName(kind)} value={paper.value} checked={isTicked} />
        <strong>{label}</strong>
      </label>
      {of !== null && <input type="hidden" name={controlName(under(path, 'of'))} value={of} />}
      <Field
        name={controlName(under(path, 'file'))}
        label={`${label}の写し`}
        hint={formWords.paperOnly}
        error={form.mistakes.get(under(path, 'file')) ?? form.mistakes.get(kind)}
        control={(ties) => <FileInput form={form} path={under(path, 'file')} ties={ties} />}
      />
    </div>
  );
}
