import type { BenchContext } from '../bench-part.ts';
import { voiceResults } from './voice-results.ts';
import type { Outcome } from '../outcome.ts';
import type { TakeRecord, TakeReference, TakeTimes } from './figures/take-record.ts';
import { frameLooks } from './frame-looks.ts';
import { recordingHead, recordingRecord } from './packets/recording.ts';
import type { PollLog } from './poll-log.ts';
import { joining } from './signal/signal.ts';
import type { SpokenSound } from './spoken-sound.ts';
import type { Steps } from './steps.ts';
import type { TakeBegun } from './take-about.ts';
import type { TakeKeeper } from './take-keeper.ts';
import { referenceOf, type SoundArrival } from './take-reference.ts';
import { createTakeDecoder } from './take-decoder.ts';
import { createTakeTally, type PlannedFrame, type TakeTally } from './take-tally.ts';
import { describeTake } from './take-verdict.ts';
import type { VoiceStreams } from './voice-streams.ts';
import { frameFlags, type RecordingEnd, type TakeCard } from './voice.ts';
import { openWavStream } from './wav/wav-stream.ts';

export interface TakingParts {
  readonly context: Pick<BenchContext, 'caller' | 'clock'>;
  readonly keeper: TakeKeeper;
  readonly log: PollLog;
  readonly id: string;
  readonly begun: TakeBegun;
  /** Where the page hears of it while it is made. */
  readonly streams: Pick<VoiceStreams, 'samples' | 'looks'> | undefined;
  /** What the talker’s microphone heard, where that is known; asked for once the take is through. */
  readonly spokenBy: (talker: string) => SpokenSound | undefined;
}

/** A take in the making: each packet is written, decoded by Steam, written as sound, heard and drawn. */
export interface Taking {
  readonly id: string;
  readonly begun: TakeBegun;
  readonly tally: TakeTally;
  readonly latePolls: number;
  /** How often each EVoiceResult came from DecompressVoice. */
  readonly decodeResults: () => Readonly<Record<number, number>>;
  readonly undecodedPackets: number;
  readonly stopAt: number | undefined;
  packet(bytes: Uint8Array, at: number): void;
  /** The poll before came too long ago: what comes now may have waited. */
  latePoll(): void;
  stopping(at: number): void;
  /** The card once the take is measured, where it could be kept. */
  finish(ending: RecordingEnd, notRecordingAt?: number): Promise<TakeCard | undefined>;
  discard(): void;
}

export function beginTaking({ context, keeper, log, id, begun, ...parts }: TakingParts): Taking {
  const { sampleRate, isSimulated } = begun;
  const tally = createTakeTally();
  const wav = openWavStream(sampleRate);
  const heard: Int16Array[] = [];
  const arrivals: SoundArrival[] = [];
  let heardSamples = 0;
  let newestSpurt: number | undefined;
  const writer = keeper.begin(id, begun);
  let isWritten = writer !== undefined;
  let firstPacketAt: number | undefined;
  let stopAt: number | undefined;
  let tailFromMs: number | undefined;
  let latePolls = 0;
  let hasBeenLate = false;
  const decoder = createTakeDecoder(context, log, begun);
  let undecodedPackets = 0;
  let hasBeenUndecoded = false;

  /** After a write that failed nothing more is written: the take on the disk ends there, and recording goes on. */
  const attempt = (done: Outcome<null> | undefined): void => {
    if (done === undefined || done.ok) return;
    isWritten = false;
    keeper.failed(done.error);
  };
  if (isWritten) attempt(writer?.packets(recordingHead()));
  if (isWritten) attempt(writer?.sound(wav.begin()));

  const stream = (samples: Int16Array, planned: readonly PlannedFrame[], at: number): void => {
    if (parts.streams === undefined || samples.length === 0) return;
    const always =
      (hasBeenLate ? frameFlags.latePoll : 0) |
      (hasBeenUndecoded ? frameFlags.undecoded : 0) |
      (stopAt === undefined ? 0 : frameFlags.tail);
    hasBeenLate = false;
    hasBeenUndecoded = false;
    parts.streams.samples(samples, sampleRate);
    parts.streams.looks(frameLooks(samples, sampleRate, planned, always, at));
  };

  const keep = (samples: Int16Array, at: number): void => {
    const spurt = tally.frames.at(-1)?.spurt;
    const beginsSpurt = spurt !== newestSpurt;
    newestSpurt = spurt;
    arrivals.push({ fromSample: heardSamples, sampleCount: samples.length, at, beginsSpurt });
    heard.push(samples);
    heardSamples += samples.length;
  };

  const noteUndecoded = (): void => {
    undecodedPackets += 1;
    hasBeenUndecoded = true;
    tally.mark('undecoded');
  };

  const findReference = (): TakeReference | undefined => {
    const [first] = tally.statistics().talkers;
    const spoken = isSimulated && first !== undefined ? parts.spokenBy(first.talker) : undefined;
    return spoken && referenceOf(spoken, arrivals, sampleRate);
  };

  function* recordOf(times: TakeTimes, reference: TakeReference | undefined): Steps<TakeRecord> {
    const samples = yield* joining(heard);
    const { frames, packets } = tally;
    const duplicatePackets = tally.duplicatePackets();
    return { samples, sampleRate, frames, packets, times, reference, undecodedPackets, duplicatePackets };
  }

  return {
    id,
    begun,
    tally,
    get latePolls() {
      return latePolls;
    },
    decodeResults: decoder.results,
    get undecodedPackets() {
      return undecodedPackets;
    },
    get stopAt() {
      return stopAt;
    },
    packet(bytes, at) {
      firstPacketAt ??= at;
      const planned = tally.receive({ arrivedAt: at, bytes });
      if (isWritten) attempt(writer?.packets(recordingRecord({ arrivedAt: at, bytes })));
      const { result, samples } = decoder.decode(bytes);
      // One that only ends a spurt has no sound to give; one with a wrong checksum is lost on the way here.
      const hasSound = planned.length > 0 || result === voiceResults.unsupportedCodec;
      if (samples.length === 0 && hasSound) noteUndecoded();
      tally.heard((1000 * samples.length) / sampleRate);
      stream(samples, planned, at);
      if (isWritten) attempt(writer?.sound(wav.append(samples)));
      // The card tells of what is kept.
      if (isWritten && samples.length > 0) keep(samples, at);
    },
    latePoll() {
      latePolls += 1;
      hasBeenLate = true;
      tally.mark('latePoll');
    },
    stopping(at) {
      stopAt = at;
      tailFromMs = tally.heardMs();
    },
    finish(ending, notRecordingAt) {
      if (isWritten) attempt(writer?.sound(wav.settle()));
      if (tailFromMs !== undefined && tally.heardMs() > tailFromMs) tally.mark('tail', tailFromMs);
      if (writer === undefined) return Promise.resolve(undefined);
      const { keyDownAt } = begun;
      const times = { keyDownAt, firstPacketAt, stopAt, notRecordingAt };
      const about = describeTake({
        begun,
        sampleCount: heardSamples,
        tally,
        times,
        ending,
        undecodedPackets,
      });
      return keeper.finished(id, writer, about, recordOf(times, findReference()));
    },
    discard: () => writer?.discard(),
  };
}
