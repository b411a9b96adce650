import { counterState } from '../calendar/counter.ts';
import type { Day } from '../calendar/day.ts';
import type { RuleSet } from '../organ/ruleSet.ts';
import { type Known, todayOf } from './facts.ts';
import type { Channel } from './form.ts';
import { no } from './refusals.ts';

/** How and when papers came. */
export interface Arrival {
  readonly channel: Channel;
  readonly receivedOn: string;
  /** `hh:mm` at the counter, or of the server's clock online. */
  readonly receivedTime: string | null;
  /** Day of the postmark. */
  readonly dispatchedOn: string | null;
}

/** First and last day on which a proposal can be made. */
export interface FilingWindow {
  readonly opensOn: string;
  readonly closesOn: string;
}

/** CHK-REC-1: whether the organ takes papers by this way at all; `writing` (書面) admits every way but the electronic one. */
export function channelRefusal({ channel }: Pick<Arrival, 'channel'>, { intake }: RuleSet) {
  if (channel === 'online')
    return intake.onlineFiling?.value === true
      ? null
      : no('onlineFilingClosed', { channels: intake.channels?.value ?? [] }, intake.onlineFiling?.text);
  if (intake.channels === null) return no('proposalSettingMissing', { setting: 'intake.channels' });
  const { value, text } = intake.channels;
  return value.includes(channel) || value.includes('writing')
    ? null
    : no('channelNotAdmitted', { channel, channels: value }, text);
}

/** Why papers did not come in time; null = they did. No window = they may come on any day (Ichikawa's created data). */
export function arrivalRefusal(arrival: Arrival, window: FilingWindow | null, rules: RuleSet, facts: Known) {
  const { receivedOn, channel } = arrival;
  const today = todayOf(facts);
  if (receivedOn > today) return no('receivedInFuture', { receivedOn, today });
  const counter = channel === 'inPerson' ? counterRefusal(arrival, rules, facts) : null;
  return counter ?? (window && windowRefusal(arrival, window, rules));
}

/** The part of `arrivalRefusal` that another day of receipt alone can change. */
export function windowRefusal(arrival: Arrival, window: FilingWindow, rules: RuleSet) {
  const { receivedOn, channel } = arrival;
  if (receivedOn < window.opensOn) return no('arrivedEarly', { receivedOn, opensOn: window.opensOn });
  if (channel === 'online') return closingRefusal(arrival, window, rules);
  return channel === 'inPerson' ? lateRefusal(receivedOn, window) : mailRefusal(arrival, window, rules);
}

const lateRefusal = (receivedOn: string, { closesOn }: FilingWindow, basis?: string) =>
  receivedOn > closesOn ? no('arrivedLate', { receivedOn, closesOn }, basis) : null;

/** The last minute in which an online filing is in time; null = the organ has not set it, and takes none. */
export const closingMoment = ({ closesOn }: FilingWindow, { intake }: RuleSet): string | null =>
  intake.closingTime && `${closesOn}T${intake.closingTime.value}`;

/** Online the server's clock decides: the whole filing has come within the closing minute or before it. */
function closingRefusal({ receivedOn, receivedTime }: Arrival, window: FilingWindow, rules: RuleSet) {
  const moment = closingMoment(window, rules);
  if (moment === null) return no('proposalSettingMissing', { setting: 'intake.closingTime' });
  const at = `${receivedOn}T${receivedTime ?? '24:00'}`;
  return at > moment ? no('closingMomentPassed', { at, moment }, rules.intake.closingTime?.text) : null;
}

/** Arrival (必着) or dispatch decides, as the organ set it (CHK-REC-4). */
function mailRefusal({ receivedOn, dispatchedOn }: Arrival, window: FilingWindow, { intake }: RuleSet) {
  if (intake.arrivalRule === null) return no('proposalSettingMissing', { setting: 'intake.arrivalRule' });
  const { value, text } = intake.arrivalRule;
  if (value === 'arrival') return lateRefusal(receivedOn, window, text);
  return dispatchedOn === null ? no('dispatchDayMissing', {}, text) : lateRefusal(dispatchedOn, window, text);
}

/** A paper can't have come over a counter that was closed (DDL-03); only where hours are set and a time was noted. */
function counterRefusal({ receivedOn, receivedTime }: Arrival, { intake }: RuleSet, { closedDays }: Known) {
  if (intake.counter === null || receivedTime === null) return null;
  const { from, through } = intake.counter.value;
  const state = counterState({ day: receivedOn as Day, time: receivedTime }, { from, through }, closedDays);
  if ('outsideCalendar' in state) return no('calendarEnds', { day: receivedOn, through: closedDays.through });
  return state.open ? null : no('counterClosed', { receivedOn, receivedTime, from, through }, intake.counter.text);
}
