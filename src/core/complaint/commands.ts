import type { ComplaintSubject } from './state.ts';

/** 苦情の受付. */
export interface ReceiveComplaint {
  readonly do: 'receiveComplaint';
  readonly receivedOn: string;
  /** The unit that handles it, as the organ calls it. */
  readonly unit: string;
  readonly subject: ComplaintSubject | null;
  /** Personal data, as is `text`; null = the complainant gave no name. */
  readonly complainant: string | null;
  readonly text: string;
}

export interface HandleComplaint {
  readonly do: 'handleComplaint';
  readonly on: string;
  /** Personal data. */
  readonly text: string;
}

export interface ReferComplaint {
  readonly do: 'referComplaint';
  readonly on: string;
  readonly to: string;
}

export interface SettleComplaint {
  readonly do: 'settleComplaint';
  readonly on: string;
  /** Personal data. */
  readonly result: string;
  readonly improvement: string | null;
}

export type ComplaintCommand = ReceiveComplaint | HandleComplaint | ReferComplaint | SettleComplaint;
