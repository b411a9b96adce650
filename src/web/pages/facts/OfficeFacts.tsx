import type { OfficeState } from '../../../core/office/state.ts';
import { caseWords } from '../../../messages/caseWords.ts';
import { factWords } from '../../../messages/factWords.ts';
import { officeFactWords } from '../../../messages/officeFactWords.ts';
import { standardWords } from '../../../messages/releaseAsideWords.ts';
import { Facts } from '../../components/Facts.tsx';
import { dayWords } from '../../components/momentWords.ts';
import { Table } from '../../components/Table.tsx';

/** What is kept for the whole organ. */
export function OfficeFacts({ state }: { readonly state: OfficeState }) {
  const { standards, consultations, evaluations } = state;
  const set = (id: keyof typeof standards) => {
    const setting = standards[id];
    return setting ? `${dayWords(setting.setOn)}　${setting.rule}` : factWords.notYet;
  };
  return (
    <section class="section" aria-labelledby="facts">
      <h2 id="facts">{caseWords.facts}</h2>
      <Facts
        facts={[
          [standardWords.processingStandard, set('processingStandard')],
          [standardWords.securityStandard, set('securityStandard')],
        ]}
      />
      {consultations.length > 0 && (
        <Table
          caption={officeFactWords.consultations}
          columns={[
            officeFactWords.consulted,
            officeFactWords.matter,
            officeFactWords.answered,
            officeFactWords.opinion,
          ]}
          rows={consultations.map(({ consultedOn, standards: asked, opinion }) => [
            dayWords(consultedOn),
            asked.map((id) => standardWords[id]).join('、'),
            opinion ? dayWords(opinion.answeredOn) : factWords.notYet,
            opinion?.summary ?? '',
          ])}
        />
      )}
      {evaluations.length > 0 && (
        <Table
          caption={officeFactWords.evaluations}
          columns={[officeFactWords.on, officeFactWords.result, officeFactWords.improvement]}
          rows={evaluations.map(({ on, result, improvement }) => [dayWords(on), result, improvement])}
        />
      )}
    </section>
  );
}
