import { toHex } from '../steam/hex.ts';
import { userCallbacks, isUserCallbackName, type UserCallback } from '../steam/user-callbacks.ts';
import type { JournalEntry } from './entry.ts';

/**
 * What is a credential in the journal, said once: tickets and blobs authenticate an account, store addresses log a
 * browser in, user data of an encrypted ticket may hold a secret of the game's. Voice is no credential but somebody's
 * own, and is kept from files the same way.
 */
const secretKeys: ReadonlySet<string> = new Set([
  'authBlob',
  'authTicket',
  'buffer',
  'ticketBuffer',
  'uncompressed',
  'url',
  'userData',
  'voice',
]);

/** Functions and callbacks whose `buffer`, `authTicket` or `url` is a credential; elsewhere these keys are harmless. */
const secretNames: ReadonlySet<string> = new Set([
  'initiateGameConnection',
  'getAuthSessionTicket',
  'beginAuthSession',
  'requestEncryptedAppTicket',
  'getEncryptedAppTicket',
  'requestStoreAuthURL',
  'storeAuthUrlResponse',
  'gameWebCallback',
  'getTicketForWebApi',
  'getVoice',
  'decompressVoice',
]);

/** Whether this value of that entry has to be masked. Ticket handles are numbers and no secret. */
export function isSecret(name: string, key: string, value: unknown): boolean {
  return (
    secretNames.has(name) && secretKeys.has(key) && (typeof value === 'string' || value instanceof Uint8Array)
  );
}

/** What stands in the place of a credential: its size helps, its content does not. */
export function maskOf(value: unknown): string {
  if (value instanceof Uint8Array) return `«${value.length} bytes masked»`;
  return `«${String(value).length} characters masked»`;
}

/** The entry as it may be shown or written: credentials masked, other bytes as hex. */
export function redactEntry(entry: JournalEntry): JournalEntry {
  const redacted: { -readonly [Key in keyof JournalEntry]: JournalEntry[Key] } = { ...entry };
  if (entry.value !== undefined) redacted.value = redactValue(entry.name, '', entry.value);
  if (entry.args !== undefined) redacted.args = redactValue(entry.name, '', entry.args);
  if (entry.raw !== undefined && holdsSecret(entry.name))
    redacted.raw = `«${entry.raw.length / 2} bytes masked»`;
  return redacted;
}

/** Whether the raw bytes of this callback hold a credential; those of an unknown callback might. */
function holdsSecret(name: string): boolean {
  if (!isUserCallbackName(name)) return true;
  const row: UserCallback = userCallbacks[name];
  return (
    secretNames.has(name) &&
    Object.values(row.fields).some((field) => field.type === 'bytes' || field.type === 'text')
  );
}

function redactValue(name: string, key: string, value: unknown): unknown {
  if (isSecret(name, key, value)) return maskOf(value);
  if (value instanceof Uint8Array) return toHex(value);
  if (Array.isArray(value)) return value.map((item) => redactValue(name, key, item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([inner, item]) => [inner, redactValue(name, inner, item)]),
  );
}
