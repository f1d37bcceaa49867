import type { BenchContext } from '../bench-part.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { voiceResults } from './voice-results.ts';
import { addPollGap, noPollGaps, type PollGaps } from './poll-gaps.ts';
import type { PollLog } from './poll-log.ts';
import type { RecorderState, RecordingEnd } from './voice.ts';

/** While recording, at least that often: Valve asks for once a frame. */
export const POLL_MS = 10;

/** Longer between two polls, and Steam says that there will be gaps. */
export const LATE_POLL_MS = 250;

/** Packets that one tick takes: more are left for the next. */
const MOST_PACKETS_A_TICK = 64;

/** Steam may say NotRecording for that long after it was told to record. */
const SLOW_START_MS = 1000;

/** Results that recording does not come back from. */
const endingResults: ReadonlySet<number> = new Set([voiceResults.notInitialized, voiceResults.restricted]);

/** What is told while a recording goes on. */
export interface RecordingListener {
  packet(bytes: Uint8Array, at: number): void;
  /** So long no poll came. */
  latePoll(gapMs: number, at: number): void;
  stopping(at: number): void;
  /** `notRecordingAt`: Steam said so, rather than the bench giving up. */
  ended(ending: RecordingEnd, at: number, notRecordingAt: number | undefined): void;
}

/** Push to talk over Steam: starts, polls, stops, and reads the tail. */
export interface Recorder {
  state(): RecorderState;
  /** EVoiceResult of the newest GetVoice. */
  result(): number;
  /** How often each came since the start. */
  results(): Readonly<Record<number, number>>;
  /** In a row, up to the newest, without a packet. */
  emptyPolls(): number;
  /** Between the polls of the recording; of the last one where there is none. */
  pollGaps(): PollGaps;
  /** Begins. The listener is told of everything from now on; a failure is Steam’s or the client’s. */
  start(listener: RecordingListener): Outcome<null>;
  /** `not-recording` where nothing is recorded; stopping twice is allowed. */
  stop(why: 'stopped' | 'window-left'): Outcome<null>;
  /** Somebody else told Steam to stop. */
  stoppedElsewhere(): void;
  tick(now: number): void;
  /** The client is about to go: what is there is read. */
  closing(): void;
  /** The client is gone. */
  gone(): void;
  nextTickMs(): number | undefined;
}

/** What a recording is ended by; the settings may change while it goes on. */
export interface RecordingLimits {
  /** So long the tail is waited for. */
  tailTimeoutMs(): number;
  /** So long it may take until the tail. */
  longestTakeMs(): number;
}

/** Why recording stops, before the tail tells how it ends. */
type StopReason = 'stopped' | 'window-left' | 'too-long';

interface Recording {
  readonly listener: RecordingListener;
  readonly startedAt: number;
  lastPollAt: number;
  /** Since when Steam has said NotRecording without being told to stop. */
  idleSince: number | undefined;
  stopAt: number | undefined;
  ending: RecordingEnd;
}

type Context = Pick<BenchContext, 'caller' | 'clock' | 'client'>;

export function createRecorder(
  { caller, clock, client }: Context,
  log: PollLog,
  limits: RecordingLimits,
): Recorder {
  let recording: Recording | undefined;
  let result: number = voiceResults.notRecording;
  let results: Record<number, number> = {};
  let emptyPolls = 0;
  let pollGaps = noPollGaps;

  const end = (of: Recording, ending: RecordingEnd, at: number, notRecordingAt?: number): void => {
    recording = undefined;
    of.listener.ended(ending, at, notRecordingAt);
  };

  /** One GetVoice; the packet where there was one. */
  const poll = (): Uint8Array | undefined => {
    const startedAt = clock.now();
    const outcome = caller.poll('getVoice', {});
    const at = clock.now();
    if (!outcome.ok) {
      result = voiceResults.notInitialized;
      return undefined;
    }
    const { buffer, written } = outcome.value;
    result = outcome.value.result;
    results[result] = (results[result] ?? 0) + 1;
    const isSimulated = client()?.kind === 'simulated';
    log.note({ name: 'getVoice', result, bytes: written, at, durationMs: at - startedAt, isSimulated });
    // A dead pipe answers 0 and gives nothing: that is no packet.
    const isPacket = result === voiceResults.ok && buffer.length > 0;
    emptyPolls = isPacket ? 0 : emptyPolls + 1;
    return isPacket ? buffer : undefined;
  };

  const drain = (of: Recording): void => {
    for (let taken = 0; taken < MOST_PACKETS_A_TICK; taken += 1) {
      const packet = poll();
      if (packet === undefined || recording !== of) return;
      of.listener.packet(packet, clock.now());
    }
  };

  const noteLate = (of: Recording, now: number): void => {
    const gapMs = now - of.lastPollAt;
    of.lastPollAt = now;
    pollGaps = addPollGap(pollGaps, gapMs);
    if (gapMs > LATE_POLL_MS) of.listener.latePoll(gapMs, now);
  };

  const markStopped = (of: Recording, why: StopReason): void => {
    of.stopAt = clock.now();
    of.ending = why;
    of.listener.stopping(of.stopAt);
  };

  const stopNow = (of: Recording, why: StopReason): Outcome<null> => {
    markStopped(of, why);
    const stopped = caller.call('stopVoiceRecording', {});
    return stopped.ok ? succeed(null) : stopped;
  };

  const judge = (of: Recording, now: number): void => {
    if (endingResults.has(result)) {
      end(of, 'refused', now);
      if (of.stopAt === undefined) caller.call('stopVoiceRecording', {});
      return;
    }
    if (of.stopAt !== undefined) {
      if (result === voiceResults.notRecording) return end(of, of.ending, now, now);
      if (now - of.stopAt >= limits.tailTimeoutMs()) return end(of, 'tail-timed-out', now);
      return;
    }
    if (result !== voiceResults.notRecording) {
      of.idleSince = undefined;
      if (now - of.startedAt >= limits.longestTakeMs()) stopNow(of, 'too-long');
      return;
    }
    of.idleSince ??= now;
    if (now - of.idleSince >= SLOW_START_MS) {
      end(of, 'refused', now);
      caller.call('stopVoiceRecording', {});
    }
  };

  return {
    state: () =>
      recording === undefined ? 'idle' : recording.stopAt === undefined ? 'recording' : 'stopping',
    result: () => result,
    results: () => ({ ...results }),
    emptyPolls: () => emptyPolls,
    pollGaps: () => pollGaps,
    start(listener) {
      if (recording !== undefined) return fail('voice-busy');
      const started = caller.call('startVoiceRecording', {});
      if (!started.ok) return started;
      results = {};
      emptyPolls = 0;
      pollGaps = noPollGaps;
      result = voiceResults.noData;
      recording = {
        listener,
        startedAt: clock.now(),
        lastPollAt: clock.now(),
        idleSince: undefined,
        stopAt: undefined,
        ending: 'stopped',
      };
      return succeed(null);
    },
    stop(why) {
      if (recording === undefined) return fail('not-recording');
      if (recording.stopAt !== undefined) return succeed(null);
      return stopNow(recording, why);
    },
    stoppedElsewhere() {
      if (recording !== undefined && recording.stopAt === undefined) markStopped(recording, 'stopped');
    },
    tick(now) {
      const of = recording;
      if (of === undefined) return;
      noteLate(of, now);
      drain(of);
      if (recording === of) judge(of, clock.now());
    },
    closing() {
      const of = recording;
      if (of === undefined) return;
      if (of.stopAt === undefined) stopNow(of, 'stopped');
      drain(of);
      end(of, 'client-closed', clock.now());
    },
    gone() {
      if (recording !== undefined) end(recording, 'client-closed', clock.now());
    },
    // From poll to poll: what a packet takes in between would come on top.
    nextTickMs: () =>
      recording === undefined ? undefined : Math.max(1, POLL_MS - (clock.now() - recording.lastPollAt)),
  };
}
