import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed } from '../outcome.ts';
import { emptyStore } from './store.ts';

const notBuilt = fail('internal', 'Not built yet.');

export interface Store extends Follower {
  readonly handlers: Handlers<BenchContract>['store'];
}

export function createStore(_context: BenchContext): Store {
  return {
    handlers: {
      get: () => succeed(emptyStore),
      requestUrl: () => notBuilt,
      revealUrl: () => notBuilt,
      copyUrl: () => notBuilt,
      openUrl: () => notBuilt,
      revealWebCallback: () => notBuilt,
      askMarket: () => notBuilt,
    },
  };
}
