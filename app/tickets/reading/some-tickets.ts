import type { TicketCipher } from '../../simulator/cipher.ts';
import { writeEncryptedTicket } from '../../simulator/encrypted-ticket-bytes.ts';
import { writeOwnership, writeTicket, type OwnershipContent } from '../../simulator/ticket-bytes.ts';

export const STEAM_ID = '76561202255165729';

/** What the tickets of tests say: one licence, two DLC. */
export const someOwner: OwnershipContent = {
  steamId: STEAM_ID,
  appId: 480,
  issuedAt: Date.UTC(2030, 0, 15, 12),
  externalAddress: '203.0.113.1',
  internalAddress: '192.168.1.20',
  isLicensed: true,
  dlc: [7777, 8888],
};

/** A ticket as the simulator writes it, for tests. */
export function someSessionTicket(change: Partial<OwnershipContent> = {}): Uint8Array<ArrayBuffer> {
  return writeTicket({
    ...someOwner,
    ...change,
    token: 12_345_678_901_234_567_890n,
    connectedForMs: 90_000,
    count: 3,
  });
}

/** An encrypted ticket as the simulator writes it, with the key that everyone knows. */
export function someEncryptedTicket(
  cipher: TicketCipher,
  userData: Uint8Array = new Uint8Array(0),
): Uint8Array<ArrayBuffer> {
  return writeEncryptedTicket(
    {
      userData,
      ownership: writeOwnership(someOwner),
      iv: new Uint8Array(16).fill(5),
      salt: new Uint8Array(8).fill(9),
    },
    cipher,
  );
}
