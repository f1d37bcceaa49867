import { addressToNumber } from '../../app/steam/address.ts';
import {
  userFunctions,
  type UserFunction,
  type UserFunctionArgs,
  type UserFunctionName,
  type UserFunctionResult,
} from '../../app/steam/user-functions.ts';
import type { ValueKind } from '../../app/steam/value-kinds.ts';
import type { FlatLibrary } from './flat-library.ts';
import type { FlatInputs, Pointer } from './flat-types.ts';
import type { SteamInterfaces } from './interfaces.ts';
import { plainFunctionNames, type PlainFunction, type PlainFunctionName } from './plain-functions.ts';
import { createStateCalls } from './state-calls.ts';
import { createTicketCalls } from './ticket-calls.ts';
import { createVoiceCalls } from './voice-calls.ts';

/** Every function of ISteamUser, ready: arguments in the bench's words in, Steam's answer in the bench's words out. */
export type UserCalls = {
  readonly [Name in UserFunctionName]: (args: UserFunctionArgs<Name>) => UserFunctionResult<Name>;
};

/** One closure a function, made once from its row; where that is not the whole story, written out. */
export function createUserCalls(flat: FlatLibrary, interfaces: SteamInterfaces): UserCalls {
  const plain = Object.fromEntries(
    plainFunctionNames.map((name) => [
      name,
      createPlainCall(userFunctions[name], flat.plain[name], interfaces.user),
    ]),
  );
  // Made from the rows from which the types are made; the rest are typed by themselves.
  return {
    ...plain,
    ...createStateCalls(flat, interfaces),
    ...createTicketCalls(flat, interfaces),
    ...createVoiceCalls(flat, interfaces, plain['startVoiceRecording'], plain['stopVoiceRecording']),
  } as unknown as UserCalls;
}

type Arguments = Readonly<Record<string, unknown>>;
export type PlainCall = (args: Arguments) => unknown;

function createPlainCall(
  row: UserFunction,
  native: PlainFunction<PlainFunctionName>,
  self: Pointer,
): PlainCall {
  const toValue = 'kind' in row.result ? resultReader(row.result.kind) : undefined;
  const parameters = Object.entries(row.parameters);
  if (parameters.length === 0)
    return toValue === undefined ? () => native(self) : () => toValue(native(self));

  const writers = parameters.map(([key, { kind }]) => argumentWriter(key, kind));
  const invoke = (args: Arguments): unknown => {
    const values: FlatInputs[keyof FlatInputs][] = [];
    for (const write of writers) write(args, values);
    return native(self, ...values);
  };
  return toValue === undefined ? invoke : (args) => toValue(invoke(args));
}

/** How a result is read, or undefined where it is taken as it comes. */
function resultReader(kind: ValueKind): ((value: unknown) => unknown) | undefined {
  switch (kind) {
    case 'steamId':
    case 'uint64':
    case 'callHandle':
      return String;
    case 'nothing':
      return () => null;
    default:
      return undefined;
  }
}

type ArgumentWriter = (args: Arguments, values: FlatInputs[keyof FlatInputs][]) => void;

/** How an argument becomes one or two C values. It was checked against the kind's schema before. */
function argumentWriter(key: string, kind: ValueKind): ArgumentWriter {
  switch (kind) {
    case 'steamId':
    case 'uint64':
      return (args, values) => values.push(BigInt(args[key] as string));
    case 'address':
      return (args, values) => values.push(addressToNumber(args[key] as string));
    case 'bytes':
      return (args, values) => {
        const bytes = args[key] as Uint8Array;
        values.push(bytes.length === 0 ? null : bytes, bytes.length);
      };
    case 'text':
      return (args, values) => values.push((args[key] as string | undefined) ?? null);
    default:
      return (args, values) => values.push(args[key] as number | boolean);
  }
}
