import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed } from '../outcome.ts';
import type { FindTicket } from '../tickets/tickets.ts';
import { noEncryptedTicket } from './encrypted-ticket.ts';

const notBuilt = fail('internal', 'Not built yet.');

export interface EncryptedTickets extends Follower {
  readonly handlers: Handlers<BenchContract>['encryptedTicket'];
}

export function createEncryptedTickets(_context: BenchContext, _find: FindTicket): EncryptedTickets {
  return {
    handlers: {
      get: () => succeed(noEncryptedTicket),
      request: () => notBuilt,
      fetch: () => notBuilt,
      reveal: () => notBuilt,
      copy: () => notBuilt,
      save: () => notBuilt,
      setKey: () => notBuilt,
      readKeyFile: () => notBuilt,
      useSimulatorKey: () => notBuilt,
      forgetKey: () => notBuilt,
      decrypt: () => notBuilt,
    },
  };
}
