import type { Child } from 'hono/jsx';
import type { DerivationStep } from '../../core/derivationStep.ts';
import type { Criterion } from '../../core/organ/provision.ts';
import { purposeFlaws } from '../../core/proposal/state.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { commandWords } from '../../messages/commandWords.ts';
import { derivationText } from '../../messages/derivation.ts';
import { optionWord } from '../../messages/fieldWords.ts';
import { findingWords } from '../../messages/findingWords.ts';
import { formWords } from '../../messages/formWords.ts';
import { commandPath } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { evidenceName, flawName, metName, reasonName } from '../forms/findings.ts';
import type { Mistakes } from '../forms/readWritten.ts';
import { under, type Written } from '../forms/written.ts';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { CaseLayout } from './CaseLayout.tsx';
import { backHref } from './CommandPage.tsx';
import { ConflictNotice, type ConflictProps } from './ConflictNotice.tsx';

/** What helps to judge a criterion: a sentence, and what the proposal says. */
export interface CriterionHelp {
  readonly text: string | null;
  readonly derivation: readonly DerivationStep[];
  readonly said: readonly (readonly [label: string, value: string])[];
}

export interface FindingsPageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly id: string;
  readonly title: string;
  /** `kept` are the names of the papers that stand beside a finding already. */
  readonly criteria: readonly (Criterion & { readonly help: CriterionHelp; readonly kept: readonly string[] })[];
  readonly written: Written;
  readonly mistakes: Mistakes;
  readonly version: number;
  readonly commandId: string;
  /** How many findings were saved by the last try; null = it was none. */
  readonly saved: number | null;
  readonly conflict: ConflictProps | null;
}

/** All criteria on one page (STP-10): in the organ's words, each with its finding and reason, never a score. */
export function FindingsPage(props: FindingsPageProps) {
  const { organ, id, title, criteria, conflict } = props;
  const words = commandWords.recordFinding;
  return (
    <CaseLayout {...props} kind="proposal" page={words.title}>
      <div class="intro">
        <p class="intro__shoulder">{title}</p>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      {conflict && <ConflictNotice {...conflict} />}
      <Saved {...props} />
      <form
        class="form"
        method="post"
        action={commandPath(organ.id, 'proposal', id, 'recordFinding')}
        enctype="multipart/form-data"
        novalidate
      >
        <input type="hidden" name="commandId" value={props.commandId} />
        <input type="hidden" name="expectedVersion" value={props.version} />
        {criteria.map((criterion) => (
          <OneCriterion criterion={criterion} props={props} />
        ))}
        <div class="actions">
          <button class="button button--main" type="submit">
            {words.submit}
          </button>
          <a class="button" href={backHref({ organ, kind: 'proposal', id })}>
            {formWords.cancel}
          </a>
        </div>
      </form>
    </CaseLayout>
  );
}

function Saved({ saved, mistakes }: FindingsPageProps) {
  if (mistakes.size === 0) return null;
  return (
    <Banner tone="error" title={saved ? findingWords.partly(saved) : formWords.invalidTitle}>
      <ul class="bullets">
        {[...mistakes].map(([name, text]) => (
          <li>
            <a href={`#${name}`}>{text}</a>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

interface CriterionProps {
  readonly criterion: FindingsPageProps['criteria'][number];
  readonly props: FindingsPageProps;
}

function OneCriterion({ criterion, props: { written, mistakes } }: CriterionProps) {
  const { id, label, wording, help } = criterion;
  const [met, reason] = [metName(id), reasonName(id)];
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{findingWords.criterion(label)}</h2>
      <p>{wording}</p>
      <Help help={help} />
      <Met name={met} given={written.get(met)} error={mistakes.get(met)} />
      {id === 'CRI-4' && <Flaw given={written.get(flawName(id))} />}
      <Field
        name={reason}
        label={findingWords.reason}
        hint={findingWords.reasonHint}
        error={mistakes.get(reason)}
        control={(ties) => (
          <textarea class="input input--line" rows={3} {...ties}>
            {written.get(reason) ?? ''}
          </textarea>
        )}
      />
      <Evidence criterion={criterion} written={written} error={mistakes.get(evidenceName(id))} />
    </section>
  );
}

/** A paper that the finding rests on; one that was sent with a form that was not saved is held. */
function Evidence({
  criterion: { id, kept },
  written,
  error,
}: Pick<CriterionProps, 'criterion'> & { readonly written: Written; readonly error: string | undefined }) {
  const name = evidenceName(id);
  const held = written.get(under(name, 'name'));
  const names = [...kept, ...(held ? [held] : [])];
  return (
    <Field
      name={name}
      label={findingWords.evidence}
      hint={findingWords.evidenceHint}
      error={error}
      control={(ties) => (
        <>
          {names.length > 0 && <p>{findingWords.evidenceKept(names.join('、'))}</p>}
          {held &&
            ['name', 'digest', 'bytes', 'held'].map((part) => (
              <input type="hidden" name={under(name, part)} value={written.get(under(name, part)) ?? ''} />
            ))}
          <input class="input input--file" type="file" {...ties} />
        </>
      )}
    />
  );
}

/** CRI-4: why a purpose is none that the criterion admits. */
function Flaw({ given }: { readonly given: string | null }) {
  return (
    <Field
      name={flawName('CRI-4')}
      label={findingWords.flaw}
      control={(ties) => (
        <select class="input" {...ties}>
          <option value="">{findingWords.noFlaw}</option>
          {purposeFlaws.map((flaw) => (
            <option value={flaw} selected={given === flaw}>
              {optionWord('recordFinding', flaw)}
            </option>
          ))}
        </select>
      )}
    />
  );
}

interface MetProps {
  readonly name: string;
  readonly given: string | null;
  readonly error: string | undefined;
}

function Met({ name, given, error }: MetProps): Child {
  return (
    <fieldset class="field" id={name} {...(error ? { 'aria-describedby': `${name}-error` } : {})}>
      <legend class="field__label">{findingWords.question}</legend>
      <div class="checks">
        {(
          [
            ['yes', caseWords.metAnswer],
            ['no', caseWords.notMetAnswer],
          ] as const
        ).map(([value, word]) => (
          <label class="check">
            <input type="radio" name={name} value={value} checked={given === value} />
            {word}
          </label>
        ))}
      </div>
      {error && (
        <p class="field__error" id={`${name}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Help({ help: { text, derivation, said } }: { readonly help: CriterionHelp }) {
  return (
    <>
      {text && <p class="soft">{text}</p>}
      {derivation.map((step) => (
        <p class="derivation">{derivationText(step)}</p>
      ))}
      {said.length > 0 && (
        <details>
          <summary>{findingWords.beside}</summary>
          <Facts facts={said} />
        </details>
      )}
    </>
  );
}
