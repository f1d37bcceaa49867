import { signalOfPcm } from '../../app/voice/signal/signal.ts';
import type { TakeSound } from '../../app/voice/voice.ts';
import type { JitterStats } from './jitter-buffer.ts';
import { PLAYBACK_PROCESSOR, type PlaybackOrder } from './playback-messages.ts';
import workletUrl from './playback-worklet.ts?worker&url';

/** What the page is heard through. An audio context that runs says nothing about whether there is a loudspeaker. */
export interface AudioOutput {
  readonly context: AudioContext;
  /** Is heard by that device, or by the system’s choice where the id is empty or the device is not there: then false. */
  setDevice(deviceId: string): Promise<boolean>;
  /** Hz of the device that is heard; the context keeps the rate of the one that it was opened with. */
  deviceRate(): number;
  /** Hands the port that main sends samples by to the thread of the sound. */
  takeSound(port: MessagePort): void;
  /** Whether what is recorded is heard at once, and how much of it waits to even out how it comes. */
  setLive(isLive: boolean, targetMs: number): void;
  /** Told a few times a second while live; answers how to unsubscribe. */
  onStats(listener: (stats: JitterStats) => void): () => void;
  /** Plays a take, or a stretch of it, in the place of another; `ended` also when it is stopped. */
  playTake(sound: TakeSound, ended: () => void, stretch?: TakeStretch): void;
  stopTake(): void;
  /** Where the take that plays is, in seconds. */
  takePlace(): number | undefined;
  close(): void;
}

/** What of a take is played, in seconds: from its beginning, or to its end, unless something else is said. */
export interface TakeStretch {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Undefined where the page has no audio at all. Starting takes up to a second and more: open it before it is needed. */
export function openAudioOutput(): AudioOutput | undefined {
  if (typeof AudioContext === 'undefined') return undefined;
  const context = new AudioContext({ latencyHint: 'interactive' });
  let device = { id: '', rate: context.sampleRate };
  const heardBy = (id: string): void => {
    if (id !== device.id && !hasEnded(context)) device = { id, rate: rateOf(id) };
  };
  /** `startedAt`: when the beginning of the take was played, or would have been. */
  let playing: { readonly source: AudioBufferSourceNode; readonly startedAt: number } | undefined;

  const listeners = new Set<(stats: JitterStats) => void>();
  const node = startWorklet(context, (stats) => {
    for (const listener of listeners) listener(stats);
  });
  // Orders wait for the worklet, in their order; a context that was closed meanwhile takes none.
  const order = (message: PlaybackOrder, ports: MessagePort[] = []): void =>
    void node.then((worklet) => worklet?.port.postMessage(message, ports));

  const stopTake = (): void => {
    playing?.source.stop();
    playing = undefined;
  };

  return {
    context,
    async setDevice(deviceId) {
      try {
        await context.setSinkId(deviceId);
        heardBy(deviceId);
        return true;
      } catch {
        // What was chosen before may be gone as well.
        if (!hasEnded(context)) await context.setSinkId('').catch(() => undefined);
        heardBy('');
        return false;
      }
    },
    deviceRate: () => device.rate,
    takeSound: (port) => order({ kind: 'sound' }, [port]),
    setLive(isLive, targetMs) {
      if (isLive) void context.resume();
      order({ kind: 'set', isLive, targetMs });
    },
    onStats(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    playTake(sound, ended, { from = 0, to } = {}) {
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
      playing = { source, startedAt: context.currentTime - from };
      source.start(0, from, to === undefined ? undefined : Math.max(0, to - from));
    },
    stopTake,
    takePlace: () => (playing === undefined ? undefined : context.currentTime - playing.startedAt),
    close() {
      stopTake();
      void context.close();
    },
  };
}

/** Hz that a device takes of its own. A context has that from its beginning on: one is opened only to be asked. */
function rateOf(sinkId: string): number {
  const asked = new AudioContext({ sinkId });
  const { sampleRate } = asked;
  void asked.close();
  return sampleRate;
}

/** Undefined where the context was closed before its worklet was there. */
async function startWorklet(
  context: AudioContext,
  tell: (stats: JitterStats) => void,
): Promise<AudioWorkletNode | undefined> {
  try {
    await context.audioWorklet.addModule(workletUrl);
  } catch (error) {
    if (!hasEnded(context)) throw error;
  }
  if (hasEnded(context)) return undefined;
  const node = new AudioWorkletNode(context, PLAYBACK_PROCESSOR, { numberOfInputs: 0 });
  node.connect(context.destination);
  node.port.addEventListener('message', ({ data }: MessageEvent<JitterStats>) => tell(data));
  node.port.start();
  return node;
}

/** Asked anew after every wait: the panel may have been left meanwhile. */
function hasEnded({ state }: AudioContext): boolean {
  return state === 'closed';
}
