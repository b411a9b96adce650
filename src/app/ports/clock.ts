/**
 * Two times. The procedure's may be set in a demonstration; sessions, audit and mail use the real one.
 */
export interface Clock {
  /** Japan's local time of the procedure, `YYYY-MM-DDThh:mm`. */
  procedure(): string;
  /** The real time. */
  real(): Date;
}

/** The clock of a demonstration: the procedure's time can be set, and runs on from there. */
export interface SettableClock extends Clock {
  /** @param local Japan's local time, `YYYY-MM-DDThh:mm`. */
  setProcedure(local: string): Promise<void>;
}
