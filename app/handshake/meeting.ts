import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed } from '../outcome.ts';
import type { NoteHolders } from '../tickets/tickets.ts';
import { noHandshake } from './handshake.ts';

const notBuilt = fail('internal', 'Not built yet.');

export interface Meeting extends Follower {
  readonly handlers: Handlers<BenchContract>['handshake'];
}

export function createMeeting(_context: BenchContext, _noteHolders: NoteHolders): Meeting {
  return {
    handlers: {
      get: () => succeed(noHandshake),
      host: () => notBuilt,
      join: () => notBuilt,
      leave: () => notBuilt,
    },
  };
}
