import type { DerivationStep } from '../core/derivationStep.ts';
import type { CriterionId } from '../core/organ/provision.ts';
import type { RuleSet } from '../core/organ/ruleSet.ts';
import type { ProposalFacts } from '../core/proposal/facts.ts';
import { movedCount, personsOfFile } from '../core/proposal/fileCount.ts';
import { personCount } from '../core/proposal/personCount.ts';
import type { ProposalState } from '../core/proposal/state.ts';
import { findingWords } from '../messages/findingWords.ts';
import { partWord } from '../messages/partWord.ts';
import { registerWords } from '../messages/registerWords.ts';
import { dayWords } from './components/momentWords.ts';
import type { CriterionHelp } from './pages/FindingsPage.tsx';

/** What the case says on a criterion. */
export function criterionHelp(
  criterion: CriterionId,
  state: ProposalState,
  rules: RuleSet,
  facts: Pick<ProposalFacts, 'call' | 'entry'>,
): CriterionHelp {
  const { form, minors, attachments } = state;
  const said = (...parts: readonly (readonly [string, string | null])[]) =>
    parts.flatMap(([part, value]) => (value ? [[partWord(part), value] as const] : []));
  switch (criterion) {
    case 'CRI-1': {
      const pledges = attachments.filter(({ kind }) => kind === 'pledge').length;
      return help(
        [findingWords.pledges(pledges), minors.length > 0 ? findingWords.minors : findingWords.noMinors].join(''),
      );
    }
    case 'CRI-2':
      return personsHelp(state, rules, facts);
    case 'CRI-3':
      return help(null, said(...form.items.map(({ name, detail }) => ['items', `${name}：${detail ?? ''}`] as const)));
    case 'CRI-4':
      return help(null, said(['business', form.business], ['purpose', form.purpose]));
    case 'CRI-5': {
      const period = form.period && registerWords.until(dayWords(form.period.from), dayWords(form.period.to));
      return help(null, said(['usePeriod', period], ['purpose', form.purpose], ['method', form.method]));
    }
    case 'CRI-6':
      return help(
        null,
        said(
          ['purpose', form.purpose],
          ['method', form.method],
          ['environment', form.environment],
          ['management', form.management],
          ['measures', form.measures],
        ),
      );
    default:
      return help(null);
  }
}

const help = (
  text: string | null,
  said: CriterionHelp['said'] = [],
  derivation: readonly DerivationStep[] = [],
): CriterionHelp => ({ text, said, derivation });

function personsHelp(
  state: ProposalState,
  rules: RuleSet,
  facts: Pick<ProposalFacts, 'call' | 'entry'>,
): CriterionHelp {
  const [requested, minimum] = [state.form.persons, rules.review.minPersons?.value ?? null];
  const [filePersons, moved] = [personsOfFile(state, rules, facts), movedCount(state, rules, facts)];
  const words = (count: number | null) => (count === null ? findingWords.unknown : registerWords.persons(count));
  const counts = findingWords.persons(words(requested), words(minimum), words(filePersons));
  const text = moved === null ? counts : `${counts}${findingWords.moved(registerWords.persons(moved))}`;
  if (requested === null || minimum === null || filePersons === null) return help(text);
  return help(text, [], personCount(requested, filePersons, minimum).derivation);
}
