import { fail, succeed, type Outcome } from '../../app/outcome.ts';
import {
  placedAt,
  userCallbackNames,
  userCallbacks,
  type Field,
  type Packing,
  type UserCallback,
} from '../../app/steam/user-callbacks.ts';

/** One field of a C struct; with a length an array of them. */
export interface StructField {
  readonly name: string;
  readonly type: 'int32' | 'uint32' | 'uint16' | 'uint8' | 'uint64' | 'pointer';
  readonly length?: number | undefined;
}

/** Where C puts the fields, in bytes, when no field is aligned to more than `packing`. */
export type MeasureStruct = (
  fields: readonly StructField[],
  packing: Packing,
) => { readonly size: number; readonly offsets: Readonly<Record<string, number>> };

/** Places in CallbackMsg_t, in bytes. Only its size depends on the packing: 20 with 4, 24 with 8. */
export const callbackMessage = { size: [20, 24], id: 4, param: 8, paramSize: 16 } as const;

/** SteamAPICallCompleted_t, by which the end of a call is told. */
export const callCompleted = { id: 703, size: 16, call: 0, callbackId: 8, paramSize: 12 } as const;

/** Bytes of SteamNetworkingIdentity. */
export const IDENTITY_BYTES = 136;

/** Packing of the Steamworks SDK on this operating system. */
export function packingOf(platform: NodeJS.Platform): Packing {
  return platform === 'win32' ? 8 : 4;
}

/**
 * Compares the table of callbacks with what C makes of its fields on this machine.
 *
 * The table was written for little-endian machines with 64-bit pointers; on any other its offsets would read garbage,
 * so the bench does not connect there. Errors: `layout-mismatch`, naming the first difference.
 */
export function checkLayout(measure: MeasureStruct, packing: Packing): Outcome<undefined> {
  const difference = findDifference(measure, packing);
  return difference === undefined
    ? succeed(undefined)
    : fail(
        'layout-mismatch',
        difference,
        'Use the build of the bench for this operating system and processor.',
      );
}

function findDifference(measure: MeasureStruct, packing: Packing): string | undefined {
  if (new Uint8Array(Uint16Array.of(1).buffer)[0] !== 1) return 'The processor is big-endian.';
  const pointerBytes = measure([{ name: 'pointer', type: 'pointer' }], 8).size;
  if (pointerBytes !== 8) return `A pointer has ${pointerBytes} bytes instead of 8.`;

  const message = measure(
    [
      { name: 'user', type: 'int32' },
      { name: 'id', type: 'int32' },
      { name: 'param', type: 'pointer' },
      { name: 'paramSize', type: 'int32' },
    ],
    packing,
  );
  const { size, ...places } = callbackMessage;
  const found =
    compare('CallbackMsg_t', placedAt(size, packing), message.size) ??
    firstDefined(Object.entries(places), ([name, at]) =>
      compare(`CallbackMsg_t.${name}`, at, message.offsets[name]),
    );
  return (
    found ??
    firstDefined(userCallbackNames, (name) => findCallbackDifference(userCallbacks[name], measure, packing))
  );
}

function findCallbackDifference(
  row: UserCallback,
  measure: MeasureStruct,
  packing: Packing,
): string | undefined {
  const fields = Object.entries(row.fields).map(([name, field]) => toStructField(name, field));
  const expected = placedAt(row.size, packing);
  // A struct without fields has one byte in C++.
  if (fields.length === 0) return compare(row.sdkName, expected, 1);
  const measured = measure(fields, packing);
  return (
    firstDefined(Object.entries(row.fields), ([name, field]) =>
      compare(`${row.sdkName}.${name}`, placedAt(field.at, packing), measured.offsets[name]),
    ) ?? compare(row.sdkName, expected, measured.size)
  );
}

function toStructField(name: string, field: Field): StructField {
  switch (field.type) {
    case 'int32':
    case 'uint32':
    case 'uint16':
    case 'uint8':
    case 'uint64':
      return { name, type: field.type };
    case 'bool':
      return { name, type: 'uint8' };
    // CSteamID is packed to bytes in the headers, but every struct that holds one has it where a uint64 of packing 4 goes.
    case 'steamId':
      return { name, type: 'uint32', length: 2 };
    case 'address':
    case 'ticketHandle':
    case 'unixTime':
    case 'appId':
      return { name, type: 'uint32' };
    case 'text':
    case 'bytes':
      return { name, type: 'uint8', length: field.length };
  }
}

function compare(what: string, expected: number, measured: number | undefined): string | undefined {
  return measured === expected
    ? undefined
    : `${what}: ${measured ?? 'nothing'} instead of ${expected} bytes.`;
}

function firstDefined<Item>(
  items: readonly Item[],
  find: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
