import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed } from '../outcome.ts';
import { noVoice } from './voice.ts';

const notBuilt = fail('internal', 'Not built yet.');

export interface VoicePart extends Follower {
  readonly handlers: Handlers<BenchContract>['voice'];
}

export function createVoicePart(_context: BenchContext): VoicePart {
  return {
    handlers: {
      get: () => succeed(noVoice),
      start: () => notBuilt,
      stop: () => notBuilt,
      openStreams: () => notBuilt,
      sound: () => notBuilt,
      report: () => notBuilt,
      rename: () => notBuilt,
      remove: () => notBuilt,
      exportWav: () => notBuilt,
      exportPackets: () => notBuilt,
      exportReport: () => notBuilt,
      inspect: () => notBuilt,
      keepPackets: () => notBuilt,
      pushMicrophone: () => notBuilt,
    },
  };
}
