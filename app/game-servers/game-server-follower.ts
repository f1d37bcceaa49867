import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { succeed } from '../outcome.ts';
import { noGameServers } from './game-servers.ts';

export interface GameServers extends Follower {
  readonly handlers: Handlers<BenchContract>['gameServers'];
}

export function createGameServers(_context: BenchContext): GameServers {
  return {
    handlers: {
      get: () => succeed(noGameServers),
    },
  };
}
