import type { Asking, AskFailed } from '../store/question.ts';

/** One answer of duration control: asked for by a call, or told unasked by a callback. */
export interface DurationReading {
  readonly at: number;
  readonly isAsked: boolean;
  /** EResult. Where it is not OK the rest says nothing. */
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
  /** Newest first, the last 2000 of this client; another kind of client or another app begins anew. */
  readonly readings: readonly DurationReading[];
  /** What was told last. A client that is gone knows nothing of it any more. */
  readonly onlineState: OnlineStateChange | undefined;
  /** The state that holds: the last that Steam took. */
  readonly heldState: number | undefined;
  /** A call that waits for its result. */
  readonly asking: Asking | undefined;
  /** Why the last call came to nothing. */
  readonly askFailed: AskFailed | undefined;
}

export const noDuration: DurationState = {
  readings: [],
  onlineState: undefined,
  heldState: undefined,
  asking: undefined,
  askFailed: undefined,
};
