import { createDecipheriv } from 'node:crypto';

const BLOCK_BYTES = 16;

/**
 * What was encrypted, or undefined where the key does not fit or is none.
 *
 * AES-256-CBC, with the initialisation vector in front, itself encrypted as one block. A wrong key is noticed by the padding
 * only, so one in 256 or so gives nonsense.
 */
export function decryptContent(content: Uint8Array, key: Uint8Array): Uint8Array | undefined {
  try {
    const block = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
    const iv = Buffer.concat([block.update(content.subarray(0, BLOCK_BYTES)), block.final()]);
    const rest = createDecipheriv('aes-256-cbc', key, iv);
    return new Uint8Array(Buffer.concat([rest.update(content.subarray(BLOCK_BYTES)), rest.final()]));
  } catch {
    return undefined;
  }
}
