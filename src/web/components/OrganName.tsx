import type { Language } from '../../messages/language.ts';
import type { OrganCard } from '../organCard.ts';

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

const latinName = (id: string): string => id.split('-').map(capital).join(' ');

/** The name of an organ in a language; English has its id, for who cannot read the name. */
export const organNameIn = (language: Language, { id, name }: OrganCard): string =>
  language === 'ja' ? name : latinName(id);

/** The same where there is room for both. */
export function OrganName({ organ, language }: { readonly organ: OrganCard; readonly language: Language }) {
  if (language === 'ja') return <>{organ.name}</>;
  return (
    <>
      {latinName(organ.id)} (<span lang="ja">{organ.name}</span>)
    </>
  );
}
