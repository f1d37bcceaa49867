import { toHex } from '../steam/hex.ts';

/** What stands where a server repeated a credential. */
export const KEY_MASK = '«key masked»';
export const TICKET_MASK = '«ticket masked»';

/** Shortest run of a ticket's digits that is taken for a piece of it: eight bytes. */
const SHORTEST_PIECE = 16;

/**
 * Masks the key and the ticket in what a server sent, in upper or lower case.
 *
 * Of the ticket every stretch of hex digits that is in it, for a server may repeat a part.
 */
export function maskCredentials(text: string, key: string, ticket: Uint8Array): string {
  // A key has no characters that mean something in a pattern but the point.
  const masked =
    key === '' ? text : text.replaceAll(new RegExp(key.replaceAll('.', String.raw`\.`), 'gi'), KEY_MASK);
  const hex = toHex(ticket);
  const length = Math.min(SHORTEST_PIECE, hex.length);
  if (length === 0) return masked;
  const pieces = new Set<string>();
  for (let at = 0; at + length <= hex.length; at += 1) pieces.add(hex.slice(at, at + length));
  return masked.replaceAll(/[\da-f]{8,}/gi, (run) => maskRun(run, pieces, length));
}

/** A run of hex digits, less every stretch of it that is made of pieces of the ticket. */
function maskRun(run: string, pieces: ReadonlySet<string>, length: number): string {
  const lower = run.toLowerCase();
  let masked = '';
  let maskedUntil = 0;
  for (let at = 0; at < run.length; at += 1) {
    if (pieces.has(lower.slice(at, at + length))) {
      if (at > maskedUntil || at === 0) masked += TICKET_MASK;
      maskedUntil = at + length;
    }
    if (at >= maskedUntil) masked += run.charAt(at);
  }
  return masked;
}
