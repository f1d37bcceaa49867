import { fail, type Outcome } from '../../app/outcome.ts';

/** Why this machine cannot listen, in words. */
export function listenFailure(error: Error, port: number): Outcome<never> {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return fail(
        'handshake-failed',
        `Port ${port} is in use.`,
        'Choose another port, or 0 for one that is free.',
      );
    case 'EACCES':
      return fail('handshake-failed', `This user may not listen on port ${port}.`, 'Choose one above 1023.');
    default:
      return fail('handshake-failed', `The bench cannot listen on port ${port}: ${error.message}.`);
  }
}

/** Why the host cannot be reached, in words. */
export function connectFailure(error: Error, address: string): Outcome<never> {
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
      return fail(
        'handshake-failed',
        `Nobody listens at ${address}.`,
        'See that the host has started the meeting, and that the address is the one it shows.',
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return fail('handshake-failed', `There is no machine called ${address}.`, 'Check the address.');
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return unreachable(address);
    default:
      return fail('handshake-failed', `${address} is no bench that can be joined: ${error.message}.`);
  }
}

export function unreachable(address: string): Outcome<never> {
  return fail(
    'handshake-failed',
    `${address} does not answer.`,
    'See that the host is open to the local network and that no firewall is between.',
  );
}

function codeOf(error: Error): unknown {
  return 'code' in error ? error.code : undefined;
}
