import type { CouncilConsultation, StandardId } from '../../core/office/state.ts';
import type { OfficialDocument } from '../../documents/block.ts';
import { councilConsultation } from '../../documents/forms/councilConsultation.ts';
import { councilOpinion } from '../../documents/forms/councilOpinion.ts';
import { hasForm } from '../../documents/frame/formOf.ts';
import { organWords } from '../../documents/wording/organWords.ts';
import { loadCase } from '../loadCase.ts';
import type { Occasion } from './occasion.ts';

/** 諮問書 (STP-27). */
export async function consultationPapers({ rules, event }: Occasion): Promise<readonly OfficialDocument[]> {
  if (!hasForm(rules, 'councilConsultation')) return [];
  const { consultedOn, documentNumber } = event.data as CouncilConsultation;
  const council = rules.creation.council?.value;
  const addressee = council ? [council, `会長　${organWords(rules).honorific}`] : [];
  return [councilConsultation(rules, { documentNumber, date: consultedOn, addressee })];
}

/** 答申 (STP-27): the council's answer, on each standard that it was asked about. */
export async function councilPapers({ parts, organ, rules, event }: Occasion): Promise<readonly OfficialDocument[]> {
  if (!hasForm(rules, 'councilOpinion')) return [];
  const { answeredOn, summary } = event.data as NonNullable<CouncilConsultation['opinion']>;
  const office = await loadCase(parts, organ, 'office', event.stream.id);
  const asked = office?.consultations.find(({ opinion }) => opinion?.answeredOn === answeredOn);
  if (!asked) return [];
  const opinionOn = (id: StandardId) => (asked.standards.includes(id) ? summary : '諮問していない。');
  return [
    councilOpinion(rules, {
      date: answeredOn,
      council: rules.creation.council?.value ?? '',
      consultedOn: asked.consultedOn,
      consultationNumber: asked.documentNumber,
      opinions: (rules.creation.councilOpinion?.value ?? []).map(opinionOn),
    }),
  ];
}
