import { MICROPHONE_PROCESSOR, type MicrophoneBlock } from './microphone-messages.ts';

/** As long as a frame of Steam’s voice. */
const BLOCK_SECONDS = 0.02;

/** Collects what the microphone hears into blocks, in the thread of the sound. Its output is silent. */
class Microphone extends AudioWorkletProcessor {
  #block = new Float32Array(Math.round(BLOCK_SECONDS * sampleRate));
  #filled = 0;

  process([channels]: readonly (readonly Float32Array[])[]): boolean {
    // Mixed to one channel by the node; none while the microphone gives nothing.
    for (const sample of channels?.[0] ?? []) {
      this.#block[this.#filled] = sample;
      this.#filled += 1;
      if (this.#filled === this.#block.length) this.#tell();
    }
    return true;
  }

  #tell(): void {
    const block: MicrophoneBlock = { samples: this.#block, sampleRate };
    this.#block = new Float32Array(this.#block.length);
    this.#filled = 0;
    this.port.postMessage(block, [block.samples.buffer]);
  }
}

registerProcessor(MICROPHONE_PROCESSOR, Microphone);
