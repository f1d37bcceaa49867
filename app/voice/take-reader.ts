import { fail, succeed, type Outcome } from '../outcome.ts';
import type { TakeRecord } from './figures/take-record.ts';
import { readRecording, type RecordedPacket } from './packets/recording.ts';
import { replaying } from './replay.ts';
import type { Steps } from './steps.ts';
import type { TakeAbout } from './take-about.ts';
import type { TakeFiles } from './take-files.ts';
import type { TakeSound } from './voice.ts';
import { readWavPcm } from './wav/read-wav.ts';

/** What the files of a take hold. One that is missing or broken is `storage-failed`. */
export interface TakeReader {
  samples(id: string): Outcome<{ readonly samples: Int16Array; readonly sampleRate: number }>;
  packets(id: string): Outcome<readonly RecordedPacket[]>;
  /** What it is drawn and played from. */
  sound(id: string, about: TakeAbout): Outcome<TakeSound>;
  /** Everything that the take is measured from; packets that cannot be read cost their figures alone. */
  record(id: string, about: TakeAbout): Steps<Outcome<TakeRecord>>;
}

export function createTakeReader(files: TakeFiles): TakeReader {
  const samples: TakeReader['samples'] = (id) => {
    const read = files.read(id, 'sound');
    if (!read.ok) return read;
    const sound = readWavPcm(read.value);
    return sound.ok ? succeed(sound.value) : fail('storage-failed', sound.error.message);
  };

  const packets: TakeReader['packets'] = (id) => {
    const read = files.read(id, 'packets');
    if (!read.ok) return read;
    const recording = readRecording(read.value);
    return recording.ok ? succeed(recording.packets) : fail('storage-failed', recording.why);
  };

  return {
    samples,
    packets,
    sound(id, { card, marks }) {
      const sound = samples(id);
      if (!sound.ok) return sound;
      const read = packets(id);
      const recorded = read.ok ? read.value : [];
      const first = recorded[0]?.arrivedAt ?? card.recordedAt;
      return succeed({
        id,
        ...sound.value,
        packets: recorded.map(({ arrivedAt, bytes }) => ({
          arrivedMs: arrivedAt - first,
          bytes: bytes.length,
        })),
        marks,
      });
    },
    *record(id, { times, mouthToEar, undecodedPackets, heard }) {
      const sound = samples(id);
      if (!sound.ok) return sound;
      yield;
      const recorded = packets(id);
      const replayed = yield* replaying(recorded.ok ? recorded.value : []);
      return succeed({
        ...sound.value,
        frames: replayed.frames,
        packets: replayed.packets,
        duplicatePackets: recorded.ok ? replayed.duplicatePackets() : undefined,
        times,
        underruns: heard?.underruns,
        captureToScreenMs: heard?.captureToScreenMs,
        playbackMs: heard?.playbackMs,
        mouthToEar,
        undecodedPackets,
      });
    },
  };
}
