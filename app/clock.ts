/** Time as the bench is told it: logic in `app` has no timer and no clock of its own. */
export interface Clock {
  /** Milliseconds since 1970 with a fraction; never goes back within one run. */
  now(): number;
}
