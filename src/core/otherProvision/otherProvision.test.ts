import { expect, test } from 'vitest';
import { organ } from '../../../test/support/contracts.ts';
import { play } from '../../../test/support/play.ts';
import { circumstances } from '../../../test/support/shippedRules.ts';
import type { OtherProvisionCommand } from './commands.ts';
import { otherProvision } from './otherProvision.ts';

const playOn = (name: string, ...commands: OtherProvisionCommand[]) =>
  play(
    otherProvision,
    organ(name),
    commands.map((command) => [command, circumstances('2026-02-20T10:00')] as const),
  );
const codes = (name: string, ...commands: OtherProvisionCommand[]) =>
  playOn(name, ...commands).refusals.map(({ code }) => code);

const prepared: OtherProvisionCommand = {
  do: 'prepareOtherProvision',
  name: '架空の匿名加工情報',
  items: ['学部', '年度'],
  way: 'CD-R の手交',
  byLaw: null,
  recipient: '秘の相手',
};
const announced = (announcedOn: string): OtherProvisionCommand => ({
  do: 'announceOtherProvision',
  announcedOn,
  place: '本学のホームページ',
});
const handedOver: OtherProvisionCommand = { do: 'handOverOther', handedOverOn: '2026-02-20', statedBy: 'paper' };

test('PUB-6, FRM-26, SEC-13: Hokkaido University publishes items and way before, and tells what it is', () => {
  const uni = 'hokkaido-university';
  expect(codes(uni, prepared, handedOver)).toEqual(['notAnnounced']);
  expect(codes(uni, prepared, announced('2026-02-21'), handedOver)).toEqual(['announcedAfterProvision']);
  expect(codes(uni, prepared, announced('2026-02-19'), { ...handedOver, statedBy: null })).toEqual(['natureNotStated']);
  const { state } = playOn(uni, prepared, announced('2026-02-19'), handedOver);
  expect(state).toMatchObject({ stage: 'handedOver', statedBy: 'paper' });
  expect(JSON.stringify(state)).not.toContain('秘');
  expect(codes(uni, { ...prepared, items: [] })).toEqual(['otherItemsMissing']);
});

test('PUB-6: a provision that a law asks for needs neither; an organ without the rule has no such procedure', () => {
  const byLaw = { ...prepared, byLaw: '架空法第1条' };
  expect(codes('hokkaido-university', byLaw, { ...handedOver, statedBy: null })).toEqual([]);
  expect(codes('kumamoto', prepared)).toEqual(['otherProvisionNotProvided']);
});
