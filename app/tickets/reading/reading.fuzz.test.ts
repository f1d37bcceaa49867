import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketCipher } from '../../../main/simulator/cipher.ts';
import { failureCodes, type Outcome } from '../../outcome.ts';
import { toHex } from '../../steam/hex.ts';
import { mutated } from './any-bytes.ts';
import { bytesFromText } from './bytes-from-text.ts';
import { readTicket } from './read-ticket.ts';
import type { TicketReading } from './reading.ts';
import { someEncryptedTicket, someSessionTicket } from './some-tickets.ts';

const session = someSessionTicket();
const tickets = [
  session,
  someSessionTicket({ isLicensed: false, dlc: [] }),
  session.subarray(56),
  session.subarray(56, -128),
  someEncryptedTicket(ticketCipher, new Uint8Array(200)),
];

/** The number that a message names: where the bytes or the text stop making sense. */
function placeOf(outcome: Outcome<unknown>, unit: 'Byte' | 'Character'): number {
  if (outcome.ok) throw new Error('It was read.');
  const { code, message } = outcome.error;
  const place = new RegExp(`^${unit} (\\d+): .+\\.$`).exec(message)?.[1];
  if (!(code in failureCodes) || place === undefined) throw new Error(`${code}: ${message}`);
  return Number(place);
}

function coversAll({ parts, sizeBytes }: TicketReading): boolean {
  let end = 0;
  for (const { at, lengthBytes } of parts) {
    if (at !== end || lengthBytes <= 0) return false;
    end += lengthBytes;
  }
  return end === sizeBytes;
}

describe('bytes that went wrong', () => {
  it('are a ticket whose parts cover all of them, or say at which byte they are none', () => {
    let read = 0;
    fc.assert(
      fc.property(mutated(tickets), (bytes) => {
        const outcome = readTicket(bytes);
        if (outcome.ok) {
          read += 1;
          return coversAll(outcome.value);
        }
        return outcome.error.code === 'ticket-broken' && placeOf(outcome, 'Byte') <= bytes.length;
      }),
      { numRuns: 100_000 },
    );
    // Some do not hurt the layout, most do: otherwise nothing was tried here.
    expect(read).toBeGreaterThan(1000);
    expect(read).toBeLessThan(99_000);
  }, 120_000);
});

const asText = tickets.flatMap((bytes) => [
  toHex(bytes),
  (toHex(bytes).match(/../g) ?? []).map((byte) => `0x${byte}`).join(', '),
  btoa(String.fromCharCode(...bytes)),
]);

describe('text that went wrong', () => {
  it('is bytes, or says at which character it is none', () => {
    const sources = asText.map((text) => new TextEncoder().encode(text.slice(0, 300)));
    let read = 0;
    fc.assert(
      fc.property(mutated(sources), (bytes) => {
        const text = String.fromCharCode(...bytes);
        const outcome = bytesFromText(text);
        if (outcome.ok) {
          read += 1;
          return outcome.value.length > 0 && outcome.value.length <= text.length;
        }
        const place = placeOf(outcome, 'Character');
        return outcome.error.code === 'not-text' && place >= 1 && place <= Math.max(1, text.length);
      }),
      { numRuns: 100_000 },
    );
    expect(read).toBeGreaterThan(1000);
    expect(read).toBeLessThan(99_000);
  }, 120_000);
});
