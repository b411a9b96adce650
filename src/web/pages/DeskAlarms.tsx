import type { DeskAlarm } from '../../app/cases/deskAlarms.ts';
import { listedCase } from '../../app/cases/searchCases.ts';
import { alarmWords, callAlarmText, promptActText } from '../../messages/alarmWords.ts';
import { casePath, commandPath } from '../casePaths.ts';
import { Banner } from '../components/Banner.tsx';
import { dayWords } from '../components/momentWords.ts';
import type { OrganCard } from '../organCard.ts';
import { CaseLink } from './CaseLink.tsx';

interface DeskAlarmsProps {
  readonly organ: OrganCard;
  readonly alarms: readonly DeskAlarm[];
}

/** What has to be looked at although no case waits for it; nothing where there is nothing. */
export function DeskAlarms({ organ, alarms }: DeskAlarmsProps) {
  if (alarms.length === 0) return null;
  return (
    <Banner tone="warning" title={alarmWords.title}>
      <ul class="bullets">
        {alarms.map((alarm) => (
          <li>
            <Alarm organ={organ} alarm={alarm} />
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function Alarm({ organ, alarm }: { readonly organ: OrganCard; readonly alarm: DeskAlarm }) {
  if (alarm.kind === 'call') return <>{callAlarmText(alarm.alarm, dayWords)}</>;
  const link = <CaseLink organ={organ} listed={listedCase('proposal', alarm.id, alarm.state)} />;
  if (alarm.kind === 'slow')
    return (
      <>
        {link}　{promptActText(alarm.act)}
      </>
    );
  return (
    <>
      {link}　{alarmWords.twice}：
      {alarm.duplicates.map(({ id, grounds }) => (
        <>
          <a href={casePath(organ.id, 'proposal', id)}>{id}</a>（{grounds.map(alarmWords.ground).join('、')}）
          <a href={`${commandPath(organ.id, 'proposal', alarm.id, 'joinDuplicate')}?into=${id}`}>{alarmWords.join}</a>
        </>
      ))}
    </>
  );
}
