import { createCipheriv, createHash } from 'node:crypto';
import type { TicketCipher } from '../../app/simulator/cipher.ts';

/** The cryptography of encrypted tickets, by Node. */
export const ticketCipher: TicketCipher = {
  encryptCbc(key, iv, plain) {
    const cipher = createCipheriv('aes-256-cbc', key, iv);
    return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final()]));
  },
  encryptBlock(key, block) {
    const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
    return new Uint8Array(Buffer.concat([cipher.update(block), cipher.final()]));
  },
  sha1: (bytes) => new Uint8Array(createHash('sha1').update(bytes).digest()),
};
