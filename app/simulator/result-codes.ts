/** EResult, as far as the simulator comes to it by itself. */
export const results = {
  ok: 1,
  noConnection: 3,
  loggedInElsewhere: 6,
  limitExceeded: 25,
  duplicateRequest: 29,
} as const;
