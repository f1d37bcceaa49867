/** One answer of duration control: asked for by a call, or told unasked by a callback. */
export interface DurationReading {
  readonly at: number;
  readonly isAsked: boolean;
  /** EResult. */
  readonly result: number;
  readonly appId: number;
  /** Whether duration control applies to this account and app at all. */
  readonly isApplicable: boolean;
  readonly secondsLast5Hours: number;
  /** EDurationControlProgress. */
  readonly progress: number;
  /** EDurationControlNotification. */
  readonly notification: number;
  readonly secondsToday: number;
  readonly secondsRemaining: number;
  /** Seq of the journal entry. */
  readonly seq: number;
  readonly isSimulated: boolean;
}

/** BSetDurationControlOnlineState: what was told and whether Steam took it. */
export interface OnlineStateChange {
  readonly at: number;
  /** EDurationControlOnlineState. */
  readonly state: number;
  readonly isTaken: boolean;
}

export interface DurationState {
  /** Newest first, the last 2000. */
  readonly readings: readonly DurationReading[];
  readonly onlineState: OnlineStateChange | undefined;
  /** A call that waits for its result. */
  readonly asking: { readonly since: number; readonly deadline: number } | undefined;
  /** Why the last call came to nothing: an ESteamAPICallFailure, or no answer in time. */
  readonly askFailed: { readonly at: number; readonly reason: number | 'unanswered' } | undefined;
}

export const noDuration: DurationState = {
  readings: [],
  onlineState: undefined,
  asking: undefined,
  askFailed: undefined,
};
