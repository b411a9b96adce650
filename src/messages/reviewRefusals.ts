import type { Facts } from '../core/decision.ts';
import type { reviewRefusals as bases } from '../core/proposal/reviewRefusals.ts';
import { formatEra } from '../japan/formatEra.ts';
import { barringFactWords } from './barringFactWords.ts';

type Fact = Facts[string] | undefined;

const text = (value: Fact): string => (Array.isArray(value) ? value.join('、') : String(value ?? ''));
const list = (value: Fact): readonly string[] => (Array.isArray(value) ? value : [text(value)]);
const day = (value: Fact): string => (/^\d{4}-\d{2}-\d{2}$/.test(text(value)) ? formatEra(text(value)) : text(value));
const fact = (value: Fact): string =>
  (barringFactWords as Readonly<Record<string, string>>)[text(value)] ?? text(value);
const parties = (value: Fact): string =>
  [...new Set(list(value))].map((party) => party.replace('proposer:', '提案者 ')).join('、');
const barredThrough = (value: Fact): string => (value === null || value === undefined ? '' : `（${day(value)}まで）`);

/** What each refusal of the review says. */
export const reviewRefusals: Readonly<Record<keyof typeof bases, (facts: Facts) => string>> = {
  factNoGround: (facts) =>
    `「${fact(facts.fact)}」は、この機関の欠格事由ではありません。記録せず、定められた事由だけで判断してください。`,
  groundOver: (facts) =>
    `「${fact(facts.fact)}」により提案できない期間は ${day(facts.through)} に終わっています。欠格事由に該当しません。`,
  groundDayMissing: (facts) => `「${fact(facts.fact)}」の期間を数える日がありません。その日を書いてください。`,
  groundUnknown: ({ ground, grounds }) =>
    `「${text(ground)}」という欠格事由の記録はありません。あるのは ${text(grounds) || 'なし'} です。`,
  dismissalReasonMissing: () => '欠格事由の記録を取り消す理由を書いてください。',
  officerOfIndividual: ({ party }) =>
    `${parties(party)}は個人です。役員について記録できるのは法人その他の団体だけです。`,
  officerReasonMissing: ({ title }) =>
    `「${text(title)}」は規程に挙げられた役職ではありません。役員に当たるとする理由を書いてください。`,
  proposerDisqualified: ({ parties: whom, items, through }) =>
    `${parties(whom)}が欠格事由（${text(items)}）に該当します${barredThrough(through)}。不適合とするか、記録が誤りのときは取り消してください。`,
  possibleCancellation: ({ parties: whom, grounds }) =>
    `${parties(whom)}と同じ名前の者の契約がこの機関で解除されています（${text(grounds)}）。同じ者かどうかを確かめ、別の者のときは理由を付けて取り消してください。`,
};
