/** How regularly Steam was asked for voice in a recording. */
export interface PollGaps {
  readonly polls: number;
  /** Of them, those that came within 25 ms of the one before. */
  readonly onTime: number;
  readonly longestMs: number;
}

/** Room for one poll that comes late, and still one for each frame of 20 ms. */
const ON_TIME_MS = 25;

export const noPollGaps: PollGaps = { polls: 0, onTime: 0, longestMs: 0 };

/** With one poll more, which came so long after the one before. */
export function addPollGap({ polls, onTime, longestMs }: PollGaps, gapMs: number): PollGaps {
  return {
    polls: polls + 1,
    onTime: onTime + (gapMs <= ON_TIME_MS ? 1 : 0),
    longestMs: Math.max(longestMs, gapMs),
  };
}
