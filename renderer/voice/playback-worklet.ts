import { signalOfPcm } from '../../app/voice/signal/signal.ts';
import type { HeardSamples } from '../../app/voice/voice-streams.ts';
import { createJitterBuffer } from './jitter-buffer.ts';
import { PLAYBACK_PROCESSOR, type PlaybackOrder } from './playback-messages.ts';

const NEWS_EVERY_SECONDS = 0.2;

/**
 * Plays what main sends, in the thread of the sound: the samples do not pass the page, which may be busy.
 */
class Playback extends AudioWorkletProcessor {
  readonly #buffer = createJitterBuffer(sampleRate, 60);
  #isLive = false;
  #untilNews = 0;

  constructor() {
    super();
    this.port.addEventListener('message', ({ data, ports }: MessageEvent<PlaybackOrder>) => {
      if (data.kind === 'sound') this.#listen(ports[0]);
      else {
        this.#buffer.setTarget(data.targetMs);
        if (data.isLive !== this.#isLive) this.#buffer.clear();
        this.#isLive = data.isLive;
      }
    });
    this.port.start();
  }

  process(_inputs: unknown, [channels]: readonly (readonly Float32Array[])[]): boolean {
    const [first, ...others] = channels ?? [];
    if (first === undefined) return true;
    this.#buffer.pull(first);
    for (const other of others) other.set(first);
    this.#untilNews -= first.length / sampleRate;
    if (this.#isLive && this.#untilNews <= 0) {
      this.#untilNews = NEWS_EVERY_SECONDS;
      this.port.postMessage(this.#buffer.stats());
    }
    return true;
  }

  #listen(port: MessagePort | undefined): void {
    port?.addEventListener('message', ({ data }: MessageEvent<HeardSamples>) => {
      if (this.#isLive) this.#buffer.push(signalOfPcm(data.samples), data.sampleRate);
    });
    port?.start();
  }
}

registerProcessor(PLAYBACK_PROCESSOR, Playback);
