/**
 * Two times. The procedure's may be set in a demonstration; sessions, audit and mail use the real one.
 */
export interface Clock {
  /** Japan's local time of the procedure, `YYYY-MM-DDThh:mm`. */
  procedure(): string;
  /** The real time. */
  real(): Date;
}
