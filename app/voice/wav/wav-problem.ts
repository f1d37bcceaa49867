/** Why bytes are not a WAV file that can be heard. Scripts compare these; they stay. */
export const wavProblems = {
  'wav-too-short': 'The file ends before its first chunk.',
  'wav-not-riff': 'The file is not a RIFF WAVE file.',
  'wav-no-format': 'The file has no format chunk before its end.',
  'wav-no-data': 'The file has no data chunk.',
  'wav-bad-format': 'The format chunk contradicts itself.',
  'wav-unsupported': 'The file holds sound in a form that is not read here.',
} as const;

export type WavProblemCode = keyof typeof wavProblems;

/** A stable code and one sentence that can be shown. */
export interface WavProblem {
  readonly code: WavProblemCode;
  readonly message: string;
}

export type WavOutcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: WavProblem };

export function refuse(code: WavProblemCode, message: string = wavProblems[code]): WavOutcome<never> {
  return { ok: false, error: { code, message } };
}
