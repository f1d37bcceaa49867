import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed } from '../outcome.ts';
import { noDuration } from './duration.ts';

const notBuilt = fail('internal', 'Not built yet.');

export interface Duration extends Follower {
  readonly handlers: Handlers<BenchContract>['duration'];
}

export function createDuration(_context: BenchContext): Duration {
  return {
    handlers: {
      get: () => succeed(noDuration),
      ask: () => notBuilt,
      setOnlineState: () => notBuilt,
    },
  };
}
