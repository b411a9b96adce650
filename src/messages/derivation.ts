import type { Closure } from '../core/calendar/closedDays.ts';
import type { DateStep } from '../core/calendar/dateStep.ts';
import type { Day } from '../core/calendar/day.ts';
import type { DerivationStep } from '../core/derivationStep.ts';
import type { FeeStep } from '../core/proposal/fee.ts';
import { unreachable } from '../core/unreachable.ts';
import { dayText } from './dayText.ts';

const number = (value: number): string => value.toLocaleString('en-US');
const yen = (value: number): string => `${number(value)}円`;
const span = (months: number): string => (months % 12 === 0 ? `${months / 12}年` : `${months}か月`);

function closureText(closure: Closure): string {
  switch (closure.reason) {
    case 'named':
      return closure.name;
    case 'yearEnd':
      return '年末年始';
    case 'saturday':
      return '土曜日';
    case 'sunday':
      return '日曜日';
    default:
      return unreachable(closure);
  }
}

const correspondingText = (day: Day | null, otherwise: string): string =>
  day === null ? `応当日がないため${otherwise}` : `応当日は${dayText(day)}`;

/** How a date or a number was reached, one sentence a step. */
export function derivationText(step: DerivationStep): string {
  switch (step.step) {
    case 'base':
    case 'effort':
    case 'outsourcing':
    case 'cumulativePersons':
    case 'shared':
    case 'thirdParties':
    case 'sameAsFirst':
    case 'holder':
      return feeText(step);
    case 'personsCompared':
      return `本人の数${number(step.requested)}人は、${number(step.minimum)}人以上かつファイルの${number(step.filePersons)}人以下に${step.conforming ? '当たる' : '当たらない'}`;
    default:
      return dateText(step);
  }
}

function dateText(step: DateStep): string {
  switch (step.step) {
    case 'firstDayExcluded':
      return `${dayText(step.event)}の翌日${dayText(step.start)}を起算日とする（民法140条、初日不算入）`;
    case 'firstDayIncluded':
      return `${dayText(step.start)}から起算する（当日を第1日とする）`;
    case 'daysCounted':
      return `起算日から${step.days}日目は${dayText(step.through)}（民法141条）`;
    case 'monthsCounted':
      return `${span(step.months)}の期間は${dayText(step.through)}に満了する（民法143条、${correspondingText(step.correspondingDay, '月の末日')}）`;
    case 'monthsCountedBack':
      return `${dayText(step.from)}の${span(step.months)}前は${dayText(step.to)}（${correspondingText(step.correspondingDay, '月の末日とする')}）`;
    case 'windowCompared':
      return `募集期間は初日を除き${step.days}日で、${step.minDays}日以上に${step.admitted ? '当たる' : '当たらない'}`;
    case 'closedDay':
      return `${dayText(step.day)}は閉庁日（${closureText(step.closure)}）`;
    case 'openDay':
      return `${dayText(step.day)}は開庁日`;
    case 'freeFrom':
      return `${dayText(step.day)}から提案をすることができる`;
    case 'ageOfMajority':
      return `${dayText(step.on)}の成年は${step.years}歳（民法4条）`;
    case 'adultFrom':
      return `成年となるのは${dayText(step.day)}で、${dayText(step.on)}には未成年者に${step.minor ? '当たる' : '当たらない'}`;
    case 'counterHours':
      return `${step.time}は受付時間（${step.from}から${step.through}まで）の${step.open ? '内' : '外'}`;
    default:
      return unreachable(step);
  }
}

function feeText(step: FeeStep): string {
  switch (step.step) {
    case 'base':
      return `基本額 ${yen(step.yen)}`;
    case 'effort':
      return `工数の合計${number(step.minutes)}分を1時間単位に切り上げて${number(step.hours)}時間 × ${yen(step.yenPerHour)} = ${yen(step.hours * step.yenPerHour)}`;
    case 'outsourcing':
      return `作成の委託を受けた者に支払う額 ${yen(step.yen)}`;
    case 'cumulativePersons':
      return `本人の延べ数${number(step.persons)}人 × ${yen(step.yenPerPerson)} = ${yen(step.persons * step.yenPerPerson)}`;
    case 'shared':
      return `作成に要する費用${yen(step.cost)}を同一の提案${number(step.proposals)}件で案分し、1円未満を切り捨てて${yen(step.yen)}`;
    case 'thirdParties':
      return `第三者${number(step.asked)}人 × ${yen(step.yenEach)} = ${yen(step.asked * step.yenEach)}`;
    case 'sameAsFirst':
      return `最初に契約を締結した者が納付すべき手数料と同一の額 ${yen(step.yen)}`;
    case 'holder':
      return `既に契約を締結した者の定額 ${yen(step.yen)}`;
    default:
      return unreachable(step);
  }
}
