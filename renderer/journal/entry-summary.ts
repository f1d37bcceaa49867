import type { JournalEntry } from '../../app/journal/entry.ts';
import type { SessionSnapshot } from '../../app/session/session.ts';
import { describeEnum } from '../../app/steam/enums.ts';
import { isSecret, maskOf } from '../../app/journal/redact.ts';
import { enumerationOf } from './entry-enums.ts';

/** Longest text of one value in a summary; the detail has all of it. */
const LONGEST_VALUE = 96;

/**
 * An entry in one line: arguments and result of a call, fields of what arrived, enumerations by name, credentials masked.
 *
 * It is what a row shows and what a text search looks through.
 */
export function summaryOf(entry: JournalEntry): string {
  const { name, kind, args, value } = entry;
  if (isFailure(value)) return failureText(value);
  if (kind !== 'call') return kind === 'session' ? sessionText(value) : recordText(name, 'value', value);
  const given = args === undefined ? '' : recordText(name, 'args', args);
  const result = value === null || value === undefined ? '' : `→ ${recordText(name, 'value', value)}`;
  return given === '' || result === '' ? given + result : `${given} ${result}`;
}

interface FailureValue {
  readonly failed: true;
  readonly code?: string;
  readonly message?: string;
  readonly reasonName?: string;
}

function isFailure(value: unknown): value is FailureValue {
  return typeof value === 'object' && value !== null && 'failed' in value && value.failed === true;
}

/** Whether a call or call result is one that did not work. */
export function hasFailed(entry: JournalEntry): boolean {
  return isFailure(entry.value);
}

function failureText({ code, message, reasonName }: FailureValue): string {
  if (reasonName !== undefined) return `failed: ${reasonName}`;
  return `failed: ${message ?? ''}${code === undefined ? '' : ` (${code})`}`;
}

type SessionValue = Partial<Omit<SessionSnapshot, 'state'>>;

/** What went wrong, if something did, and whom the session is with: the rest is in the detail. */
function sessionText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return valueText('', 'value', undefined, value);
  const { client, appId, personaName, failure, fallback, appIdSource, steamId, ...rest } =
    value as SessionValue;
  const others = Object.entries(rest).filter(([, other]) => !isRecord(other) && !Array.isArray(other));
  return [
    (failure ?? fallback)?.message,
    client,
    appId === undefined ? undefined : `app ${appId}`,
    personaName,
    others.length === 0 ? undefined : recordText('', 'value', Object.fromEntries(others)),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function recordText(name: string, part: 'args' | 'value', record: unknown): string {
  if (!isRecord(record)) return valueText(name, part, undefined, record);
  const keys = Object.keys(record);
  const [only] = keys;
  if (keys.length === 1 && only === 'message') return valueText(name, part, only, record[only]);
  return keys
    .filter((key) => record[key] !== undefined)
    .map((key) => `${key} ${valueText(name, part, key, record[key])}`)
    .join(' · ');
}

/** One value, short: its enumeration’s name, its mask, or itself. */
export function valueText(
  name: string,
  part: 'args' | 'value',
  key: string | undefined,
  value: unknown,
): string {
  if (isSecret(name, key ?? '', value)) return maskOf(value);
  if (typeof value === 'number') {
    const enumeration = enumerationOf(name, part, key);
    return enumeration === undefined ? String(value) : describeEnum(enumeration, value);
  }
  if (typeof value === 'string')
    return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value)) return `${value.length} items`;
  if (isRecord(value)) return `{ ${recordText(name, part, value)} }`;
  return String(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}
