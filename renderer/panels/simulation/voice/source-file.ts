import type { MissingReason } from '../../../../app/simulator/voice/voice-knobs.ts';
import { voiceLimits } from '../../../../app/simulator/voice/voice-limits.ts';
import { readWav } from '../../../../app/voice/wav/read-wav.ts';

/** Sound of a file, as the simulated microphone takes it. */
export interface SourceFile {
  readonly name: string;
  /** Mono, full scale ±1. */
  readonly samples: Float32Array<ArrayBuffer>;
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  /** Why they are not the whole file. */
  readonly missing: MissingReason | undefined;
}

/** A stable code and one sentence that can be shown. */
export interface SourceFileProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
}

export type SourceFileOutcome =
  | { readonly ok: true; readonly value: SourceFile }
  | { readonly ok: false; readonly error: SourceFileProblem };

const { minimum: SLOWEST_RATE, maximum: FASTEST_RATE } = voiceLimits.outsideRate;
const { maximum: MOST_SAMPLES } = voiceLimits.sourceSamples;

/** More than as many samples take in two channels of 32 bits, with room for what stands before them. */
const MOST_BYTES = 128 * 1024 * 1024;
const LONGEST_NAME = 255;

/**
 * Reads a WAV file for the simulated microphone.
 *
 * Stereo is mixed down, and what is beyond the most that the microphone takes is left out. Errors: `wavProblems`,
 * `wav-no-sound`, `wav-rate-refused`, `storage-failed`.
 */
export async function readSourceFile(
  file: Pick<File, 'name' | 'size' | 'slice'>,
): Promise<SourceFileOutcome> {
  const bytes = await file
    .slice(0, MOST_BYTES)
    .arrayBuffer()
    .catch(() => undefined);
  if (bytes === undefined)
    return refuse('storage-failed', `${file.name} could not be read.`, 'See whether it is still there.');
  const read = readWav(new Uint8Array(bytes));
  if (!read.ok) return refuse(read.error.code, `${file.name}: ${read.error.message}`);
  const { signal, sampleRate, channels, isCut } = read.value;
  if (signal.length === 0) return refuse('wav-no-sound', `${file.name} holds no sound.`);
  if (sampleRate < SLOWEST_RATE || sampleRate > FASTEST_RATE)
    return refuse(
      'wav-rate-refused',
      `${file.name} has ${sampleRate} samples a second.`,
      `The simulated microphone takes ${SLOWEST_RATE} to ${FASTEST_RATE}.`,
    );
  return {
    ok: true,
    value: {
      name: file.name.slice(0, LONGEST_NAME),
      samples: signal.length > MOST_SAMPLES ? signal.slice(0, MOST_SAMPLES) : signal,
      sampleRate,
      channels,
      missing: signal.length > MOST_SAMPLES ? 'too-long' : isCut ? 'cut-off' : undefined,
    },
  };
}

function refuse(code: string, message: string, remedy?: string): SourceFileOutcome {
  return { ok: false, error: { code, message, ...(remedy !== undefined && { remedy }) } };
}
