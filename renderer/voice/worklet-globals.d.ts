/** What an AudioWorkletGlobalScope has beyond a page; TypeScript’s library does not know it. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** Of the output, in Hz. */
declare const sampleRate: number;
