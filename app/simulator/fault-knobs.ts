import * as z from 'zod/mini';

const probability = z.number().check(z.minimum(0), z.maximum(1));
const milliseconds = z.int().check(z.minimum(0), z.maximum(3_600_000));

/** ESteamAPICallFailure: -1 none, 0 Steam gone, 1 network, 2 invalid handle, 3 mismatched callback. */
export const CallFailureReason = z.int().check(z.minimum(-1), z.maximum(3));

const faultKnobs = {
  /** Simulated milliseconds until an answer, both bounds included. */
  latencyMs: z
    .strictObject({ shortest: milliseconds, longest: milliseconds })
    .check(
      z.refine(({ shortest, longest }) => shortest <= longest, 'the shortest is longer than the longest'),
    ),
  /** Probability that an answer or a verdict never comes. */
  loseAnswers: probability,
  /** Probability that a call result comes as a failure, and as which. */
  failCalls: z.strictObject({ probability, reason: CallFailureReason }),
  /** Probability that a verdict on a ticket comes twice. */
  repeatVerdicts: probability,
  /** Probability that a connected account loses its connection within a simulated minute, and for how long. */
  dropConnection: z.strictObject({ perMinute: probability, outageMs: milliseconds }),
};

export const Faults = z.strictObject(faultKnobs);
export type Faults = z.infer<typeof Faults>;

export const FaultsChange = z.partial(Faults);
export type FaultsChange = z.infer<typeof FaultsChange>;

/** A network on which nothing goes wrong. */
export const noFaults: Faults = {
  latencyMs: { shortest: 20, longest: 120 },
  loseAnswers: 0,
  failCalls: { probability: 0, reason: 1 },
  repeatVerdicts: 0,
  dropConnection: { perMinute: 0, outageMs: 5000 },
};
