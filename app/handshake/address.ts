import { fail, succeed, type Outcome } from '../outcome.ts';
import { DEFAULT_HANDSHAKE_PORT } from './handshake.ts';

export interface Place {
  /** Name or address; IPv6 without its brackets. */
  readonly host: string;
  readonly port: number;
}

const LARGEST_PORT = 65_535;

/**
 * Reads `host`, `host:port`, `[::1]:port` or a bare IPv6 address; without a port the usual one.
 *
 * `bad-payload` where the text is none of these: a path, a user name or a scheme have no place in it.
 */
export function parsePlace(text: string): Outcome<Place> {
  const trimmed = text.trim();
  if (trimmed === '') return wrong('The address is empty.');
  const bracketed = /^\[([0-9a-f:.]{2,45})\](?::(\d{1,5}))?$/i.exec(trimmed);
  if (bracketed !== null) return placeOf(bracketed[1], bracketed[2]);
  if ((trimmed.match(/:/g) ?? []).length > 1) {
    return /^[0-9a-f:.]{2,45}$/i.test(trimmed) ? placeOf(trimmed, undefined) : wrong('That is no address.');
  }
  const plain = /^([a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?\.?)(?::(\d{1,5}))?$/i.exec(trimmed);
  return plain === null ? wrong('That is no address.') : placeOf(plain[1], plain[2]);
}

/** As a user types it: IPv6 in brackets. */
export function placeText({ host, port }: Place): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function placeOf(host: string | undefined, portText: string | undefined): Outcome<Place> {
  if (host === undefined) return wrong('That is no address.');
  const port = portText === undefined ? DEFAULT_HANDSHAKE_PORT : Number(portText);
  if (port < 1 || port > LARGEST_PORT) return wrong(`A port is a number from 1 to ${LARGEST_PORT}.`);
  return succeed({ host, port });
}

function wrong(message: string): Outcome<never> {
  return fail('bad-payload', message, `Write it as the host shows it: 127.0.0.1:${DEFAULT_HANDSHAKE_PORT}.`);
}
