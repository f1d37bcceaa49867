import {
  userFunctionNames,
  userFunctions,
  type UserFunction,
  type UserFunctionName,
} from '../../app/steam/user-functions.ts';
import type { ValueKind } from '../../app/steam/value-kinds.ts';
import { bufferFunctions, type BufferFunctionName } from './flat-signatures.ts';
import type { FlatInput, FlatInputs, FlatOutput, FlatOutputs, FlatSignature, Pointer } from './flat-types.ts';

/** The functions of ISteamUser whose C shape follows from the table. */
export type PlainFunctionName = Exclude<UserFunctionName, BufferFunctionName>;

export const plainFunctionNames = userFunctionNames.filter(
  (name): name is PlainFunctionName => !Object.hasOwn(bufferFunctions, name),
);

/** The C parameters that one argument becomes. Bytes travel as pointer and length. */
const inputs: Partial<Record<ValueKind, readonly FlatInput[]>> = {
  int32: ['int32'],
  uint32: ['uint32'],
  bool: ['bool'],
  text: ['text'],
  bytes: ['pointer', 'int32'],
  steamId: ['uint64'],
  uint64: ['uint64'],
  appId: ['uint32'],
  address: ['uint32'],
  port: ['uint16'],
  ticketHandle: ['uint32'],
};

const outputs = {
  int32: 'int32',
  uint32: 'uint32',
  bool: 'bool',
  steamId: 'uint64',
  callHandle: 'uint64',
  ticketHandle: 'uint32',
  nothing: 'void',
} as const satisfies Partial<Record<ValueKind, FlatOutput>>;

type Output<Name extends PlainFunctionName> = (typeof userFunctions)[Name]['result'] extends {
  readonly kind: infer Kind extends keyof typeof outputs;
}
  ? FlatOutputs[(typeof outputs)[Kind]]
  : never;

/** The native function behind a row: the interface first, then what the arguments become. */
export type PlainFunction<Name extends PlainFunctionName> = (
  self: Pointer,
  ...args: readonly FlatInputs[FlatInput][]
) => Output<Name>;

/** Every function whose C shape follows from the table. */
export type PlainFunctions = { readonly [Name in PlainFunctionName]: PlainFunction<Name> };

/** The C shape of a function, made from its row. */
export function plainSignature(name: PlainFunctionName): FlatSignature {
  const row: UserFunction = userFunctions[name];
  const byKind: Partial<Record<ValueKind, FlatOutput>> = outputs;
  const result = 'kind' in row.result ? byKind[row.result.kind] : undefined;
  if (result === undefined) throw new Error(`The result of ${name} has no C shape.`);
  const parameters = Object.values(row.parameters).flatMap(({ kind }) => {
    const input = inputs[kind];
    if (input === undefined) throw new Error(`A parameter of ${name} has no C shape.`);
    return input;
  });
  return { symbol: `SteamAPI_ISteamUser_${row.sdkName}`, result, parameters: ['pointer', ...parameters] };
}
