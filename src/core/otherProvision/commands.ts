import type { NumberedAct } from '../approval/commands.ts';

/** 提供の準備. */
export interface PrepareOtherProvision {
  readonly do: 'prepareOtherProvision';
  readonly name: string;
  readonly items: readonly string[];
  readonly way: string;
  readonly byLaw: string | null;
  /** Personal data. */
  readonly recipient: string;
}

/** あらかじめの公表 (PUB-6). */
export interface AnnounceOtherProvision {
  readonly do: 'announceOtherProvision';
  readonly announcedOn: string;
  readonly place: string;
}

/** 提供と、匿名加工情報である旨の明示. */
export interface HandOverOther extends NumberedAct {
  readonly do: 'handOverOther';
  readonly handedOverOn: string;
  readonly statedBy: 'mail' | 'paper' | null;
}

export type OtherProvisionCommand = PrepareOtherProvision | AnnounceOtherProvision | HandOverOther;
