import * as z from 'zod/mini';

/** What the page measured of a take while it drew and played it. */
export const HeardByPage = z.strictObject({
  /** For frames that were drawn: from the capture of the newest to the picture that shows it. */
  captureToScreenMs: z.array(z.number().check(z.minimum(0), z.maximum(600_000))).check(z.maxLength(20_000)),
  /** How often live playback ran out of samples; missing where nothing was played live. */
  underruns: z.optional(z.int().check(z.minimum(0))),
  /** From main’s sending a sample to the loudspeaker: median of buffer fill and the output’s own latency. */
  playbackMs: z.optional(z.number().check(z.minimum(0), z.maximum(60_000))),
});
export type HeardByPage = z.infer<typeof HeardByPage>;
