import type { PublicationGate } from '../organ/publication.ts';
import { atPath } from '../organ/rulePath.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { no } from './refusals.ts';
import type { CallState, PublishedItem } from './state.ts';

/**
 * The paths of the values that a call needs before it is published: how and until when proposals come in, how many
 * persons a proposal must ask for, and whatever the organ's text leaves to a rule (1b-2, 1c-21, STP-29).
 */
export function settingsForCall({ intake, leftToRule }: RuleSet): readonly string[] {
  const admitsOnline = intake.channels?.value.includes('online') === true;
  const needed = [
    'solicitation.minDays',
    'intake.channels',
    'intake.arrivalRule',
    'review.minPersons',
    ...(admitsOnline ? ['intake.onlineFiling'] : []),
    ...(admitsOnline || intake.onlineFiling?.value === true ? ['intake.closingTime'] : []),
    ...leftToRule.filter(({ beforeCall }) => beforeCall).map(({ setting }) => setting),
  ];
  return [...new Set(needed)];
}

/** The first of them that no source and no official gives; null when all are there. */
export const missingSetting = (rules: RuleSet): string | null =>
  settingsForCall(rules).find((path) => atPath(rules, path) === null) ?? null;

interface Late {
  readonly item: PublishedItem;
  readonly blocks: boolean;
  readonly basis: string;
}

/** Items that are not published by the day that the organ's rules ask for, seen from the opening day. */
export function lateItems({ publications, opensOn }: CallState, { publication }: RuleSet): Late[] {
  const late = (items: readonly PublishedItem[], gate: (PublicationGate & { readonly text: string }) | null): Late[] =>
    items
      .filter((item) => {
        const days = publications.filter((one) => one.item === item).map(({ on }) => on);
        return !days.some((on) => (gate?.published === 'beforeOpening' ? on < opensOn : on <= opensOn));
      })
      .map((item) => ({ item, blocks: gate?.otherwise !== 'warn', basis: gate?.text ?? 'PUB-2' }));
  const [guideline, before] = [publication.guideline, publication.beforeOpening];
  return [
    ...late(['guideline'], guideline && { ...guideline.value, text: guideline.text }),
    ...(before ? late(before.value.items, { ...before.value, text: before.text }) : []),
  ];
}

/** Why a call can't open now; null when nothing stands in the way. */
export function openingObstacle(state: CallState, rules: RuleSet, today: string) {
  const setting = missingSetting(rules);
  if (setting) return no('settingMissing', { setting });
  if (today < state.opensOn) return no('openingNotReached', { opensOn: state.opensOn });
  const blocking = lateItems(state, rules).filter(({ blocks }) => blocks);
  if (blocking.length === 0) return null;
  return no(
    'notPublishedInTime',
    { items: blocking.map(({ item }) => item), opensOn: state.opensOn },
    blocking[0]?.basis,
  );
}
