import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import { signalOfPcm } from '../../app/voice/signal/signal.ts';
import type { TakeSound } from '../../app/voice/voice.ts';

/** What the page is heard through. An audio context that runs says nothing about whether there is a loudspeaker. */
export interface AudioOutput {
  readonly context: AudioContext;
  /** Plays a take from its beginning, in the place of another; `ended` also when it is stopped. */
  playTake(sound: TakeSound, ended: () => void): void;
  stopTake(): void;
  /** Where the take that plays is, in seconds. */
  takePlace(): number | undefined;
  /** Empty for the system’s own choice. */
  chooseDevice(deviceId: string): Promise<Outcome<null>>;
  close(): void;
}

/** Undefined where the page has no audio at all. Starting takes up to a second and more: open it before it is needed. */
export function openAudioOutput(): AudioOutput | undefined {
  if (typeof AudioContext === 'undefined') return undefined;
  const context = new AudioContext({ latencyHint: 'interactive' });
  let playing: { readonly source: AudioBufferSourceNode; readonly startedAt: number } | undefined;

  const stopTake = (): void => {
    playing?.source.stop();
    playing = undefined;
  };

  return {
    context,
    playTake(sound, ended) {
      stopTake();
      if (sound.samples.length === 0) return ended();
      void context.resume();
      const buffer = context.createBuffer(1, sound.samples.length, sound.sampleRate);
      buffer.copyToChannel(signalOfPcm(sound.samples), 0);
      const source = new AudioBufferSourceNode(context, { buffer });
      source.connect(context.destination);
      source.addEventListener('ended', () => {
        if (playing?.source === source) playing = undefined;
        ended();
      });
      playing = { source, startedAt: context.currentTime };
      source.start();
    },
    stopTake,
    takePlace: () => (playing === undefined ? undefined : context.currentTime - playing.startedAt),
    async chooseDevice(deviceId) {
      if (!canChooseDevice(context)) return deviceId === '' ? succeed(null) : notHere;
      try {
        await context.setSinkId(deviceId);
        return succeed(null);
      } catch (error) {
        return fail('call-failed', `That output cannot be used: ${String(error)}`, 'Choose another one.');
      }
    },
    close() {
      stopTake();
      void context.close();
    },
  };
}

const notHere = fail('call-failed', 'This runtime cannot choose an output.', 'Choose it in the system.');

interface CanChooseDevice {
  setSinkId(deviceId: string): Promise<void>;
}

/** Not in TypeScript’s library yet. */
function canChooseDevice(context: AudioContext): context is AudioContext & CanChooseDevice {
  return 'setSinkId' in context;
}
