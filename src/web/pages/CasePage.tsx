import type { Child } from 'hono/jsx';
import type { CaseKind } from '../../app/aggregates.ts';
import type { Awaited } from '../../app/cases/awaited.ts';
import type { CaseAct } from '../../app/cases/caseActs.ts';
import type { CaseFile } from '../../app/cases/caseFiles.ts';
import type { CasePaper } from '../../app/cases/casePapers.ts';
import type { Retention } from '../../app/cases/retention.ts';
import type { ListedCase } from '../../app/cases/searchCases.ts';
import type { PastAct } from '../../app/timeline/caseTimeline.ts';
import type { DueDay } from '../../app/timeline/dueDays.ts';
import type { PossibleDuplicate } from '../../core/proposal/possibleDuplicates.ts';
import type { PromptAct } from '../../core/proposal/promptActs.ts';
import { alarmWords, promptActText } from '../../messages/alarmWords.ts';
import { caseWords } from '../../messages/caseWords.ts';
import { paperWords } from '../../messages/paperWords.ts';
import { stageWord } from '../../messages/stageWord.ts';
import { casePath, commandPath } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { Chips } from '../components/Chips.tsx';
import { dayWords } from '../components/momentWords.ts';
import { type Step, Steps } from '../components/Steps.tsx';
import { sizeWords } from '../components/sizeWords.ts';
import { Table } from '../components/Table.tsx';
import type { Frame } from '../frame.ts';
import type { OrganCard } from '../organCard.ts';
import { CaseActs } from './CaseActs.tsx';
import { CaseLayout } from './CaseLayout.tsx';
import { caseNumber } from './caseNumber.ts';
import { DueDays } from './DueDays.tsx';
import { paperPath } from './PaperPage.tsx';
import { PastActs } from './PastActs.tsx';

export interface CasePageProps {
  readonly frame: Frame;
  readonly organ: OrganCard;
  readonly listed: ListedCase;
  /** What was just done; null = nothing. */
  readonly done: string | null;
  readonly steps: readonly Step[];
  readonly acts: readonly CaseAct[];
  readonly awaited: readonly Awaited[];
  readonly due: readonly DueDay[];
  readonly past: readonly PastAct[];
  readonly papers: readonly CasePaper[];
  readonly retention: Retention | null;
  readonly files: readonly CaseFile[];
  readonly promptActs: readonly PromptAct[];
  readonly duplicates: readonly PossibleDuplicate[];
  /** Names of the organ's people by their id. */
  readonly names: ReadonlyMap<string, string>;
  readonly today: string;
  /** Links to the cases that belong to this one. */
  readonly links: readonly { readonly href: string; readonly label: string; readonly isMain?: true }[];
  /** Shown before everything else. */
  readonly first?: Child;
  /** The facts of the case. */
  readonly children: Child;
}

/** A case: where it stands, what can be done now, what is due, its facts, papers and files, and how it went. */
export function CasePage(props: CasePageProps) {
  const { organ, listed, done, steps, due, today, links } = props;
  const { kind, id, title, number, stage } = listed;
  return (
    <CaseLayout frame={props.frame} organ={organ} kind={kind} id={id} title={title || id} page={null}>
      {done && <Banner tone="success" title={done} />}
      <div class="intro">
        <p class="intro__shoulder">
          {[kind === 'proposal' ? '' : caseWords.lists[kind].short, number ? caseNumber(number) : '']
            .filter(Boolean)
            .join('　')}
        </p>
        <h1>{title || id}</h1>
        <Chips chips={[{ tone: 'blue', label: stageWord(stage) }]} />
        {links.length > 0 && (
          <p class="actions">
            {links.map(({ href, label, isMain }) => (
              <a href={href} class={isMain ? 'button button--main' : undefined}>
                {label}
              </a>
            ))}
          </p>
        )}
      </div>
      {steps.length > 0 && <Steps label={caseWords.steps} steps={steps} />}
      {props.first}
      <CaseActs organ={organ} kind={kind} id={id} acts={props.acts} awaited={props.awaited} />
      <Watched {...props} />
      {due.length > 0 && (
        <section class="section" aria-labelledby="due">
          <h2 id="due">{caseWords.due}</h2>
          <DueDays due={due} today={today} />
        </section>
      )}
      {props.children}
      <Papers organ={organ} kind={kind} id={id} papers={props.papers} retention={props.retention} />
      <Files organ={organ} kind={kind} id={id} files={props.files} />
      <section class="section" aria-labelledby="past">
        <h2 id="past">{caseWords.history}</h2>
        <PastActs acts={props.past} organ={organ} names={props.names} />
      </section>
    </CaseLayout>
  );
}

/** Acts that want to be done at once, and papers that may have been entered twice. */
function Watched({ organ, listed, promptActs, duplicates }: CasePageProps) {
  return (
    <>
      {promptActs.length > 0 && (
        <section class="section" aria-labelledby="prompt">
          <h2 id="prompt">{alarmWords.promptActs}</h2>
          <ul class="bullets">
            {promptActs.map((act) => (
              <li>{promptActText(act)}</li>
            ))}
          </ul>
        </section>
      )}
      {duplicates.length > 0 && (
        <Banner tone="warning" title={alarmWords.twice}>
          <p>{alarmWords.twiceLead}</p>
          <ul class="bullets">
            {duplicates.map(({ id, grounds }) => (
              <li>
                <a href={casePath(organ.id, 'proposal', id)}>{id}</a>（{grounds.map(alarmWords.ground).join('、')}）
                <a href={`${commandPath(organ.id, 'proposal', listed.id, 'joinDuplicate')}?into=${id}`}>
                  {alarmWords.join}
                </a>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}

interface InCase {
  readonly organ: OrganCard;
  readonly kind: CaseKind;
  readonly id: string;
}

function Papers({ organ, kind, id, papers, retention }: InCase & Pick<CasePageProps, 'papers' | 'retention'>) {
  if (papers.length === 0) return null;
  return (
    <section class="section" aria-labelledby="papers">
      <h2 id="papers">{caseWords.papers}</h2>
      <p>{caseWords.papersLead}</p>
      {retention && <p class="soft">{retentionWords(retention)}</p>}
      <Table
        caption={caseWords.papers}
        columns={paperWords.columns}
        rows={papers.map((paper) => [
          <a href={paperPath({ organ, kind, id }, paper.id)}>{paper.title}</a>,
          dayWords(paper.date),
          paper.documentNumber,
          paper.kept ? paperWords.keptShort : <Unkept paper={paper} />,
        ])}
      />
      {papers.some(({ kept }) => kept !== null) && (
        <p>
          <a href={paperPath({ organ, kind, id }, 'all.pdf')}>{paperWords.caseFile}</a>
        </p>
      )}
    </section>
  );
}

function Unkept({ paper: { missing } }: { readonly paper: CasePaper }) {
  const isObstructed = missing.length > 0;
  const label = isObstructed ? paperWords.obstructed : paperWords.preparing;
  return <Chips chips={[{ tone: isObstructed ? 'yellow' : 'gray', label }]} />;
}

/** 保存期間 of the papers, with its last day once the case has ended. */
function retentionWords({ years, through }: Retention): string {
  if (years === null) return paperWords.retentionUnset;
  return through === null ? paperWords.retentionRunning(years) : paperWords.retentionThrough(years, dayWords(through));
}

function Files({ organ, kind, id, files }: InCase & { readonly files: readonly CaseFile[] }) {
  if (files.length === 0) return null;
  return (
    <section class="section" aria-labelledby="files">
      <h2 id="files">{caseWords.files}</h2>
      <ul class="plain">
        {files.map(({ role, file }) => (
          <li>
            <a href={`${casePath(organ.id, kind, id)}/files/${file.digest}`}>
              {caseWords.fileRole[role]}：{file.name}
            </a>
            <span class="soft">　{sizeWords(file.bytes)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
