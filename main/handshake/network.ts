import type { HandshakeNetwork } from '../../app/handshake/network.ts';
import { fail } from '../../app/outcome.ts';

export const handshakeNetwork: HandshakeNetwork = {
  listen: () => Promise.resolve(fail('handshake-failed')),
  connect: () => Promise.resolve(fail('handshake-failed')),
};
