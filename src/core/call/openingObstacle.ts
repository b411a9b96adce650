import type { PublicationGate } from '../organ/publication.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { no } from './refusals.ts';
import type { CallState, PublishedItem } from './state.ts';

/** Settings that must be made before a window opens: the first one that no source and no official gives; null when all are there. */
export function missingSetting({ solicitation, intake }: RuleSet): string | null {
  const needed = {
    'solicitation.minDays': solicitation.minDays,
    'intake.channels': intake.channels,
    'intake.arrivalRule': intake.arrivalRule,
  };
  const online = intake.onlineFiling?.value === true ? { 'intake.closingTime': intake.closingTime } : {};
  return Object.entries({ ...needed, ...online }).find(([, setting]) => setting === null)?.[0] ?? null;
}

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
