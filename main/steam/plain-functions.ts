import {
  userFunctionNames,
  userFunctions,
  type UserFunction,
  type UserFunctionName,
} from '../../app/steam/user-functions.ts';
import type { ValueKind } from '../../app/steam/value-kinds.ts';
import { bufferFunctions, type BufferFunctionName } from './flat-signatures.ts';
import type { FlatInput, FlatOutput, FlatSignature } from './flat-types.ts';

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

const outputs: Partial<Record<ValueKind, FlatOutput>> = {
  int32: 'int32',
  uint32: 'uint32',
  bool: 'bool',
  steamId: 'uint64',
  callHandle: 'uint64',
  ticketHandle: 'uint32',
  nothing: 'void',
};

/** The C shape of a function, made from its row. */
export function plainSignature(name: PlainFunctionName): FlatSignature {
  const row: UserFunction = userFunctions[name];
  const result = 'kind' in row.result ? outputs[row.result.kind] : undefined;
  if (result === undefined) throw new Error(`The result of ${name} has no C shape.`);
  const parameters = Object.values(row.parameters).flatMap(({ kind }) => {
    const input = inputs[kind];
    if (input === undefined) throw new Error(`A parameter of ${name} has no C shape.`);
    return input;
  });
  return { symbol: `SteamAPI_ISteamUser_${row.sdkName}`, result, parameters: ['pointer', ...parameters] };
}
