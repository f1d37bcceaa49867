import type { BenchPorts } from '../bench-ports.ts';
import { startRunningBench, valueOf, type RunningBench } from '../duration/running-bench.ts';
import { createScriptedPorts } from '../scripted-ports.ts';
import type { Settings } from '../settings/settings.ts';
import { SimulationChange } from '../simulator/knobs.ts';
import type { VoiceChange } from '../simulator/voice/voice-knobs.ts';
import type { SteamClient } from '../steam/steam-client.ts';
import { createMemoryTakeFiles } from './memory-take-files.ts';
import type { TakeFiles } from './take-files.ts';
import type { VoiceCodec } from './voice-codec.ts';
import type { TakeCard, VoiceState } from './voice.ts';
import { readWav } from './wav/read-wav.ts';

/** What a page is told that opens its ports. */
interface OpenedStreams {
  readonly heardSeconds: number;
  readonly drawn: readonly number[];
}

/** A running bench of which a test watches the voice: its takes, and what the page hears and is drawn. */
export interface VoiceBench extends RunningBench {
  readonly files: TakeFiles;
  readonly heard: Int16Array[];
  readonly looks: Float64Array[];
  readonly opened: OpenedStreams[];
  readonly voice: RunningBench['bench']['handlers']['voice'];
  readonly state: () => Promise<VoiceState>;
  /** The newest take. */
  readonly take: () => Promise<TakeCard>;
  readonly set: (voice: VoiceChange) => void;
  readonly faults: () => readonly string[];
}

/** What is other than usual: the simulated client, files in memory and the default settings. */
export interface VoiceBenchParts {
  readonly files?: TakeFiles;
  readonly settings?: Partial<Settings>;
  readonly client?: SteamClient;
  readonly microphone?: BenchPorts['microphone'];
}

/** Gives what begins a bench with that codec. */
export function voiceBenches(codec: VoiceCodec): (parts?: VoiceBenchParts) => Promise<VoiceBench> {
  return async ({ files = createMemoryTakeFiles(), settings = {}, client, microphone } = {}) => {
    const heard: Int16Array[] = [];
    const looks: Float64Array[] = [];
    const opened: OpenedStreams[] = [];
    const running = await startRunningBench(
      client,
      {
        ...createScriptedPorts(settings),
        takeFiles: files,
        ...(microphone !== undefined && { microphone }),
        voiceStreams: {
          open: (heardSeconds, before) => void opened.push({ heardSeconds, drawn: [...before] }),
          samples: (samples) => void heard.push(samples),
          looks: (frames) => void looks.push(frames),
        },
      },
      codec,
    );
    const { voice, simulation } = running.bench.handlers;
    const state = (): Promise<VoiceState> => valueOf(voice.get(undefined));
    return {
      ...running,
      files,
      heard,
      looks,
      opened,
      voice,
      state,
      async take() {
        const [take] = (await state()).takes;
        if (take === undefined) throw new Error('There is no take.');
        return take;
      },
      set: (change) => void simulation.set({ voice: SimulationChange.parse({ voice: change }).voice }),
      faults: () =>
        running.bench.journal
          .read()
          .entries.filter(({ kind }) => kind === 'fault')
          .map(({ name }) => name),
    };
  };
}

/** How many samples a take’s sound file holds. */
export function samplesOf(file: Uint8Array): number {
  const read = readWav(file);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.signal.length;
}
