export const MICROPHONE_PROCESSOR = 'bench-microphone';

/** From the worklet to the page: mono samples of full scale ±1. */
export interface MicrophoneBlock {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly sampleRate: number;
}
