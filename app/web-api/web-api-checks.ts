import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed } from '../outcome.ts';
import type { FindTicket } from '../tickets/tickets.ts';

const notBuilt = fail('internal', 'Not built yet.');

export interface WebApiChecks extends Follower {
  readonly handlers: Handlers<BenchContract>['webApi'];
}

export function createWebApiChecks(_context: BenchContext, _find: FindTicket): WebApiChecks {
  return {
    handlers: {
      get: () => succeed({ key: 'none', canStoreKey: false, checks: [] }),
      setKey: () => notBuilt,
      forgetKey: () => notBuilt,
      check: () => notBuilt,
    },
  };
}
