import type { LeakedThing, LeakGround } from './state.ts';

/** 漏えい等の発覚. */
export interface DiscoverLeak {
  readonly do: 'discoverLeak';
  readonly knownOn: string;
  readonly things: readonly LeakedThing[];
  readonly persons: number;
  readonly grounds: readonly Exclude<LeakGround, 'many'>[];
  readonly release: string | null;
  /** Personal data. */
  readonly account: string;
}

export interface ReportLeak {
  readonly do: 'reportLeak';
  readonly report: 'preliminary' | 'final';
  readonly reportedOn: string;
  readonly documentNumber: string;
  /** 原因, 二次被害又はそのおそれ, 再発防止のための措置, as far as they are known; personal data. */
  readonly cause?: string | null;
  readonly harm?: string | null;
  readonly measures?: string | null;
}

/** What a report says besides its days. */
export type LeakParticulars = Required<Pick<ReportLeak, 'cause' | 'harm' | 'measures'>>;

/** 本人への通知, or what takes its place. */
export interface TellPrincipals {
  readonly do: 'tellPrincipals';
  readonly toldOn: string;
  readonly way: string;
}

export interface EndLeak {
  readonly do: 'endLeak';
  readonly endedOn: string;
  readonly measures: string;
}

export type LeakCommand = DiscoverLeak | ReportLeak | TellPrincipals | EndLeak;
