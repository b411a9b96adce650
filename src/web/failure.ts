import type { FailureCode } from '../messages/failureWords.ts';

/** The status of each failure that a visitor may be shown. */
export const failureStatus = {
  badRequest: 400,
  signInNeeded: 401,
  forbidden: 403,
  crossSite: 403,
  notFound: 404,
  methodNotAllowed: 405,
  notAcceptable: 406,
  conflict: 409,
  tooLarge: 413,
  unsupportedMediaType: 415,
  failed: 500,
  unavailable: 503,
} as const satisfies Record<FailureCode, number>;

/** Ends a request with a failure. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;

  constructor(code: FailureCode) {
    super(code);
    this.code = code;
  }
}
