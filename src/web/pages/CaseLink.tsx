import type { ListedCase } from '../../app/cases/searchCases.ts';
import { casePath } from '../casePaths.ts';
import type { OrganCard } from '../organCard.ts';
import { caseNumber } from './caseNumber.ts';

/** A case by its number and name. */
export function CaseLink({ organ, listed }: { readonly organ: OrganCard; readonly listed: ListedCase }) {
  const { kind, id, number, title } = listed;
  return (
    <a href={casePath(organ.id, kind, id)}>
      {number && `${caseNumber(number)}　`}
      {title || id}
    </a>
  );
}
