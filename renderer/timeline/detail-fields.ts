import type { JournalEntry } from '../../app/journal/entry.ts';
import { isSecret, maskOf, redactEntry } from '../../app/journal/redact.ts';
import { describeEnum } from '../../app/steam/enums.ts';
import { fromHex, toHex } from '../../app/steam/hex.ts';
import {
  isUserCallbackName,
  placedAt,
  userCallbacks,
  type Field,
  type Packing,
  type UserCallback,
} from '../../app/steam/user-callbacks.ts';
import { isUserFunctionName, userFunctions, type UserFunction } from '../../app/steam/user-functions.ts';
import { enumerationOf, enumMeaning } from '../journal/entry-enums.ts';

/** Bytes that a field takes up. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** One value of an entry, ready to be shown. */
export interface DetailField {
  readonly name: string;
  /** Undefined where the value is nested: `nested` has it then. */
  readonly text: string | undefined;
  readonly nested?: object;
  /** What the value means, or what the field is. */
  readonly meaning: string;
  readonly isMasked: boolean;
  readonly range?: ByteRange;
}

/** The values of one part of an entry, credentials masked unless `isShown`. */
export function detailFields(
  entry: JournalEntry,
  part: 'args' | 'value',
  isShown: boolean,
): readonly DetailField[] {
  const value = entry[part];
  if (value === undefined || value === null) return [];
  const places = part === 'value' ? fieldPlaces(entry) : new Map<string, ByteRange>();
  if (typeof value !== 'object' || value instanceof Uint8Array || Array.isArray(value)) {
    return [detailField(entry, part, undefined, value, isShown)];
  }
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => {
      const field = detailField(entry, part, key, each, isShown);
      const range = places.get(key);
      return range === undefined ? field : { ...field, range };
    });
}

function detailField(
  { name }: JournalEntry,
  part: 'args' | 'value',
  key: string | undefined,
  value: unknown,
  isShown: boolean,
): DetailField {
  const base = { name: key ?? 'result', meaning: fieldMeaning(name, part, key, value), isMasked: false };
  if (!isShown && isSecret(name, key ?? '', value)) return { ...base, text: maskOf(value), isMasked: true };
  if (value instanceof Uint8Array) return { ...base, text: toHex(value) };
  if (typeof value === 'object' && value !== null) return { ...base, text: undefined, nested: value };
  const enumeration = enumerationOf(name, part, key);
  const isNamed = enumeration !== undefined && typeof value === 'number';
  return { ...base, text: isNamed ? describeEnum(enumeration, value) : String(value) };
}

function fieldMeaning(name: string, part: 'args' | 'value', key: string | undefined, value: unknown): string {
  const enumeration = enumerationOf(name, part, key);
  if (enumeration !== undefined && typeof value === 'number') return enumMeaning(enumeration, value);
  if (isUserCallbackName(name)) {
    const row: UserCallback = userCallbacks[name];
    const field = key === undefined ? undefined : row.fields[key];
    if (field?.type === 'unixTime') return value === 0 ? 'None.' : unixTimeText(value);
    return field?.meaning ?? '';
  }
  if (part === 'args' && key !== undefined && isUserFunctionName(name)) {
    const row: UserFunction = userFunctions[name];
    return row.parameters[key]?.note ?? '';
  }
  return '';
}

function unixTimeText(value: unknown): string {
  return typeof value === 'number' ? new Date(value * 1000).toLocaleString() : '';
}

const sizes: Readonly<Record<Exclude<Field['type'], 'text' | 'bytes'>, number>> = {
  int32: 4,
  uint32: 4,
  uint16: 2,
  uint8: 1,
  bool: 1,
  uint64: 8,
  steamId: 8,
  address: 4,
  ticketHandle: 4,
  unixTime: 4,
  appId: 4,
};

/** Where the fields of a callback lie in its bytes; the size tells which packing they have. */
export function fieldPlaces({ name, raw }: JournalEntry): ReadonlyMap<string, ByteRange> {
  if (raw === undefined || !isUserCallbackName(name)) return new Map();
  const row: UserCallback = userCallbacks[name];
  const packing = ([4, 8] as const).find((each: Packing) => placedAt(row.size, each) === raw.length / 2);
  if (packing === undefined) return new Map();
  return new Map(
    Object.entries(row.fields).map(([key, field]) => {
      const from = placedAt(field.at, packing);
      const size = field.type === 'text' || field.type === 'bytes' ? field.length : sizes[field.type];
      return [key, { from, to: from + size }];
    }),
  );
}

/** The raw bytes; a mask in their place where they hold a credential that is not to be shown. */
export function rawBytes(entry: JournalEntry, isShown: boolean): Uint8Array | string | undefined {
  if (entry.raw === undefined) return undefined;
  const { raw } = isShown ? entry : redactEntry(entry);
  return raw === undefined ? undefined : (fromHex(raw) ?? raw);
}

/** Whether anything of an entry is masked until somebody asks for it. */
export function hasSecret(entry: JournalEntry): boolean {
  return (
    typeof rawBytes(entry, false) === 'string' ||
    [...detailFields(entry, 'args', false), ...detailFields(entry, 'value', false)].some(
      (field) => field.isMasked,
    )
  );
}

/** What the tables say about a function or callback. */
export function describeName(
  name: string,
): { readonly sdkName: string; readonly meaning: string } | undefined {
  if (isUserFunctionName(name)) return userFunctions[name];
  return isUserCallbackName(name) ? userCallbacks[name] : undefined;
}
