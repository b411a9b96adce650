import type { Command } from '../../src/app/aggregates.ts';
import { leakedThings } from '../../src/core/leak/state.ts';
import { dayNear, reasonOf } from './choices.ts';
import type { Tape } from './tape.ts';
import type { World } from './world.ts';

const today = ({ now }: World) => now.slice(0, 10);

/** Complaints as they come in and are handled. */
export function complaintCommand(world: World, tape: Tape, isNew: boolean): Command {
  const on = tape.one([today(world), today(world), dayNear(world, tape)]);
  if (isNew)
    return {
      do: 'receiveComplaint',
      receivedOn: on,
      unit: tape.one([world.rules.complaints.units?.value[0] ?? '架空課', '広報課']),
      subject: tape.one([null, { kind: 'proposal', id: 'p-1' }]),
      complainant: '秘申出人',
      text: tape.one(['秘の苦情', '秘の苦情', ' ']),
    };
  return tape.one<() => Command>([
    () => ({ do: 'handleComplaint', on, text: tape.one(['秘の説明', ' ']) }),
    () => ({ do: 'referComplaint', on, to: '架空委員会' }),
    () => ({ do: 'settleComplaint', on, result: tape.one(['秘の結果', ' ']), improvement: null }),
  ])();
}

/** A leak with its reports. */
export function leakCommand(world: World, tape: Tape, isNew: boolean): Command {
  const on = tape.one([today(world), today(world), dayNear(world, tape)]);
  if (isNew)
    return {
      do: 'discoverLeak',
      knownOn: on,
      things: tape.one([['source'], ['output'], ['deletedInformation', 'output'], leakedThings, []]),
      persons: tape.one([1, 100, 101]),
      grounds: tape.one([[], [], ['unlawful'], ['sensitive']]),
      release: tape.one([null, 'p-1']),
      account: tape.one(['秘の事態', '秘の事態', ' ']),
    };
  return tape.one<() => Command>([
    () => ({ do: 'reportLeak', report: 'preliminary', reportedOn: on, documentNumber: '第1号' }),
    () => ({ do: 'reportLeak', report: 'final', reportedOn: on, documentNumber: '第2号' }),
    () => ({ do: 'tellPrincipals', toldOn: on, way: '書面' }),
    () => ({ do: 'endLeak', endedOn: on, measures: reasonOf(tape) }),
  ])();
}

/** 匿名加工情報 that is none of the scheme, given to a third party. */
export function otherProvisionCommand(world: World, tape: Tape, isNew: boolean): Command {
  const on = tape.one([today(world), today(world), dayNear(world, tape)]);
  if (isNew)
    return {
      do: 'prepareOtherProvision',
      name: '架空の匿名加工情報',
      items: tape.one([['年齢'], ['年齢'], []]),
      way: '郵送',
      byLaw: tape.one([null, null, '架空の法律']),
      recipient: '秘の提供先',
    };
  return tape.once(2)
    ? { do: 'announceOtherProvision', announcedOn: on, place: '架空のページ' }
    : { do: 'handOverOther', handedOverOn: on, statedBy: tape.one(['paper', 'mail', null]) };
}
