import { fail, succeed, type Outcome } from '../outcome.ts';
import type { TakeRecord } from './figures/take-record.ts';
import { readRecording, type RecordedPacket } from './packets/recording.ts';
import { replayPackets } from './replay.ts';
import type { TakeAbout } from './take-about.ts';
import type { TakeFiles } from './take-files.ts';
import { pcmOfSound, readWav } from './wav/read-wav.ts';

/** What the files of a take hold. One that is missing or broken is `storage-failed`. */
export interface TakeReader {
  samples(id: string): Outcome<{ readonly samples: Int16Array; readonly sampleRate: number }>;
  packets(id: string): Outcome<readonly RecordedPacket[]>;
  /** Everything that the take is measured from; packets that cannot be read cost their figures alone. */
  record(id: string, about: TakeAbout): Outcome<TakeRecord>;
}

export function createTakeReader(files: TakeFiles): TakeReader {
  const samples: TakeReader['samples'] = (id) => {
    const read = files.read(id, 'sound');
    if (!read.ok) return read;
    const sound = readWav(read.value);
    if (!sound.ok) return fail('storage-failed', sound.error.message);
    return succeed({ samples: pcmOfSound(sound.value), sampleRate: sound.value.sampleRate });
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
    record(id, { times, mouthToEar, undecodedPackets, heard }) {
      const sound = samples(id);
      if (!sound.ok) return sound;
      const recorded = packets(id);
      const replayed = replayPackets(recorded.ok ? recorded.value : []);
      return succeed({
        ...sound.value,
        frames: replayed.frames,
        packets: replayed.packets,
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
