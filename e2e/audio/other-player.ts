import { execFileSync } from 'node:child_process';

/** What SoX, which shares nothing with the bench, reads in a sound file. */
export interface SoundFacts {
  readonly encoding: string;
  readonly sampleRate: number;
  readonly channels: number;
  readonly bits: number;
  /** Of each channel. */
  readonly samples: number;
}

export function factsOf(path: string): SoundFacts {
  const ask = (option: string): string => execFileSync('soxi', [option, path], { encoding: 'utf8' }).trim();
  return {
    encoding: ask('-e'),
    sampleRate: Number(ask('-r')),
    channels: Number(ask('-c')),
    bits: Number(ask('-b')),
    samples: Number(ask('-s')),
  };
}
