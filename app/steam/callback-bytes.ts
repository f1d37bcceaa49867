import { addressFromNumber, addressToNumber } from './address.ts';
import {
  placedAt,
  userCallbacks,
  type Field,
  type Packing,
  type UserCallback,
  type UserCallbackFields,
  type UserCallbackName,
} from './user-callbacks.ts';

/** What became of the bytes of a callback. */
export type Decoded<Name extends UserCallbackName = UserCallbackName> =
  | { readonly ok: true; readonly fields: UserCallbackFields<Name> }
  /** The size is not the table's: reading on would give garbage. */
  | { readonly ok: false; readonly expectedBytes: number; readonly actualBytes: number };

/** Reads the bytes of a callback by the table. Never throws: a wrong size is a value. */
export function decodeCallback<Name extends UserCallbackName>(
  name: Name,
  bytes: Uint8Array,
  packing: Packing,
): Decoded<Name> {
  const row: UserCallback = userCallbacks[name];
  const expectedBytes = placedAt(row.size, packing);
  if (bytes.length !== expectedBytes) return { ok: false, expectedBytes, actualBytes: bytes.length };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const fields: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(row.fields)) {
    fields[key] = readField(view, field, placedAt(field.at, packing), fields);
  }
  // The loop fills in exactly the keys and types of the row.
  return { ok: true, fields: fields as UserCallbackFields<Name> };
}

/** The bytes of a callback as Steam would send them: the inverse of `decodeCallback`. */
export function encodeCallback<Name extends UserCallbackName>(
  name: Name,
  fields: UserCallbackFields<Name>,
  packing: Packing,
): Uint8Array<ArrayBuffer> {
  const row: UserCallback = userCallbacks[name];
  const bytes = new Uint8Array(placedAt(row.size, packing));
  const view = new DataView(bytes.buffer);
  for (const [key, field] of Object.entries(row.fields)) {
    writeField(view, field, placedAt(field.at, packing), (fields as Record<string, unknown>)[key]);
  }
  return bytes;
}

function readField(
  view: DataView,
  field: Field,
  at: number,
  before: Readonly<Record<string, unknown>>,
): unknown {
  switch (field.type) {
    case 'int32':
      return view.getInt32(at, true);
    case 'uint32':
    case 'ticketHandle':
    case 'unixTime':
    case 'appId':
      return view.getUint32(at, true);
    case 'uint16':
      return view.getUint16(at, true);
    case 'uint8':
      return view.getUint8(at);
    case 'bool':
      return view.getUint8(at) !== 0;
    case 'uint64':
    case 'steamId':
      return view.getBigUint64(at, true).toString();
    case 'address':
      return addressFromNumber(view.getUint32(at, true));
    case 'text':
      return readText(new Uint8Array(view.buffer, view.byteOffset + at, field.length));
    case 'bytes': {
      const used = Number(before[field.sizedBy]);
      const count = Math.max(0, Math.min(used, field.length));
      return new Uint8Array(view.buffer, view.byteOffset + at, count).slice();
    }
  }
}

/** Text up to the first NUL, all of it where Steam filled the room to the last byte; a byte order mark is text, too. */
function readText(room: Uint8Array): string {
  const end = room.indexOf(0);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(end === -1 ? room : room.subarray(0, end));
}

function writeField(view: DataView, field: Field, at: number, value: unknown): void {
  switch (field.type) {
    case 'int32':
      return view.setInt32(at, Number(value), true);
    case 'uint32':
    case 'ticketHandle':
    case 'unixTime':
    case 'appId':
      return view.setUint32(at, Number(value), true);
    case 'uint16':
      return view.setUint16(at, Number(value), true);
    case 'uint8':
      return view.setUint8(at, Number(value));
    case 'bool':
      return view.setUint8(at, value === true ? 1 : 0);
    case 'uint64':
    case 'steamId':
      return view.setBigUint64(at, BigInt(value as string), true);
    case 'address':
      return view.setUint32(at, addressToNumber(value as string), true);
    case 'text':
      return writeBytes(view, at, new TextEncoder().encode(value as string), field.length - 1);
    case 'bytes':
      return writeBytes(view, at, value as Uint8Array, field.length);
  }
}

function writeBytes(view: DataView, at: number, bytes: Uint8Array, room: number): void {
  new Uint8Array(view.buffer, view.byteOffset + at, room).set(bytes.subarray(0, room));
}
