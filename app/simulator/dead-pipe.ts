import { userFunctions, type UserFunction, type UserFunctionName } from '../steam/user-functions.ts';
import type { UserFunctionResult } from '../steam/user-functions.ts';
import type { ValueKind, ValueKinds } from '../steam/value-kinds.ts';

/** What each kind of value is when nobody is at the other end of the pipe: Valve's library gives zero back. */
const emptyValues: { readonly [Kind in ValueKind]: () => ValueKinds[Kind] } = {
  int32: () => 0,
  uint32: () => 0,
  uint16: () => 0,
  bool: () => false,
  text: () => '',
  bytes: () => new Uint8Array(0),
  steamId: () => '0',
  uint64: () => '0',
  appId: () => 0,
  address: () => '0.0.0.0',
  port: () => 0,
  unixTime: () => 0,
  ticketHandle: () => 0,
  callHandle: () => '0',
  remoteIdentity: () => undefined,
  nothing: () => null,
};

/** The answer of a function over a dead pipe. */
export function emptyAnswer<Name extends UserFunctionName>(name: Name): UserFunctionResult<Name> {
  const { result }: UserFunction = userFunctions[name];
  const answer =
    'fields' in result
      ? Object.fromEntries(Object.entries(result.fields).map(([key, { kind }]) => [key, emptyValues[kind]()]))
      : emptyValues[result.kind]();
  // Made from the same row as the type.
  return answer as UserFunctionResult<Name>;
}
