import type { Outcome } from '../outcome.ts';

/** What a web server answered. */
export interface WebAnswer {
  readonly status: number;
  readonly contentType: string | undefined;
  /** Seconds, or undefined: header Retry-After. */
  readonly retryAfterSeconds: number | undefined;
  /** At most as long as asked for. */
  readonly body: string;
  readonly isBodyCut: boolean;
}

/**
 * Asks a web server with GET.
 *
 * Redirects are not followed: a key would go along. What could not be asked is `web-api-unreachable`, with the cause in
 * words and without the address’ parameters.
 */
export type WebFetch = (request: {
  readonly url: string;
  readonly timeoutMs: number;
  readonly largestBodyBytes: number;
}) => Promise<Outcome<WebAnswer>>;
