import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed } from '../outcome.ts';
import { idleWalkThrough } from './walk-through.ts';

const notBuilt = fail('internal', 'Not built yet.');

export interface Walk extends Follower {
  readonly handlers: Handlers<BenchContract>['walkThrough'];
}

export function createWalk(_context: BenchContext): Walk {
  return {
    handlers: {
      get: () => succeed(idleWalkThrough),
      run: () => notBuilt,
      stop: () => notBuilt,
    },
  };
}
