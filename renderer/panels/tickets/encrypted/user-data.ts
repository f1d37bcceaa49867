import { bytesFromHex } from '../../../../app/tickets/reading/loose-hex.ts';

export type UserDataForm = 'text' | 'hex';

export type UserDataReading =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly problem: string };

/** The bytes that go into the ticket, or what is wrong with what was typed. Nothing typed is no bytes. */
export function readUserData(text: string, form: UserDataForm): UserDataReading {
  if (form === 'text') return { ok: true, bytes: new TextEncoder().encode(text) };
  if (text.trim() === '') return { ok: true, bytes: new Uint8Array(0) };
  const read = bytesFromHex(text);
  return read instanceof Uint8Array
    ? { ok: true, bytes: read }
    : { ok: false, problem: `Character ${read.at + 1}: ${read.why}` };
}

/** The text that bytes spell in UTF-8; undefined where they spell none. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return /^[^\p{Cc}\p{Cn}\p{Co}]*$/u.test(text.replaceAll(/[\t\r\n]/g, '')) ? text : undefined;
  } catch {
    return undefined;
  }
}
