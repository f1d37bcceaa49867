import { isSecret } from '../journal/redact.ts';
import { enumMember } from '../steam/enums.ts';
import { userCallbacks, type UserCallbackName } from '../steam/user-callbacks.ts';
import {
  userFunctions,
  type Parameter,
  type UserFunction,
  type UserFunctionName,
} from '../steam/user-functions.ts';
import type { RemoteIdentity } from '../steam/value-kinds.ts';

/** Arguments by name, as `steam.call` takes them. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Longest bytes that are written out. */
const LONGEST_LITERAL = 32;

/** How the results of these functions come: in rooms that the caller brings along. */
const rooms: Partial<Record<UserFunctionName, { readonly lines: readonly string[]; readonly call: string }>> =
  {
    initiateGameConnection: {
      lines: ['uint8 authBlob[2048];'],
      call: 'int written = $(authBlob, sizeof authBlob, serverId, serverIp, serverPort, secure);',
    },
    getUserDataFolder: {
      lines: ['char folder[1024];'],
      call: 'bool isThere = $(folder, sizeof folder);',
    },
    getAvailableVoice: {
      lines: ['uint32 compressed = 0;'],
      call: 'EVoiceResult result = $(&compressed);',
    },
    getVoice: {
      lines: ['uint8 buffer[8 * 1024];', 'uint32 written = 0;'],
      call: 'EVoiceResult result = $(true, buffer, sizeof buffer, &written);',
    },
    decompressVoice: {
      lines: ['uint8 pcm[64 * 1024];', 'uint32 written = 0;'],
      call: 'EVoiceResult result = $(voice, sizeof voice, pcm, sizeof pcm, &written, sampleRate);',
    },
    getAuthSessionTicket: {
      lines: ['uint8 buffer[1024];', 'uint32 size = 0;'],
      call: 'HAuthTicket ticket = $(buffer, sizeof buffer, &size, remote);',
    },
    beginAuthSession: {
      lines: [],
      call: 'EBeginAuthSessionResult result = $(authTicket, sizeof authTicket, steamId);',
    },
    requestEncryptedAppTicket: { lines: [], call: 'SteamAPICall_t call = $(userData, sizeof userData);' },
    getEncryptedAppTicket: {
      lines: ['uint8 buffer[1024];', 'uint32 size = 0;'],
      call: 'bool isThere = $(buffer, sizeof buffer, &size);',
    },
  };

/** A call with its arguments in C++, and what has to be declared for its answer to arrive. */
export function cppSnippet(name: UserFunctionName, args: Arguments): string {
  const row: UserFunction = userFunctions[name];
  const room = rooms[name];
  const written = Object.entries(row.parameters).map(([key, parameter]) => ({
    key,
    ...argument(name, key, parameter, args[key]),
  }));
  const declared = written.filter(({ key, lines }) => lines.length > 0 || isNamedIn(room?.call, key));
  const lines = declared.flatMap(({ key, type, text, lines: own }) =>
    own.length > 0 ? own : [`${type} ${key} = ${text};`],
  );
  const method = `SteamUser()->${row.sdkName}`;
  const call =
    room?.call.replace('$', method) ??
    `${assigned(row)}${method}(${written.map(({ key, text, lines: own }) => (own.length > 0 ? key : text)).join(', ')});`;
  return [...lines, ...(room?.lines ?? []), call, ...answerLines(row)].join('\n');
}

/** The declaration that lets a class hear of a callback. */
export function cppCallback(name: UserCallbackName): string {
  const { sdkName } = userCallbacks[name];
  return `// In your class:\nSTEAM_CALLBACK(Game, On${sdkName}, ${sdkName}_t);`;
}

function isNamedIn(call: string | undefined, key: string): boolean {
  return call !== undefined && new RegExp(`\\b${key}\\b`).test(call);
}

function assigned({ result }: UserFunction): string {
  if (!('kind' in result) || result.kind === 'nothing') return '';
  if (result.enumeration !== undefined) return `${result.enumeration} result = `;
  switch (result.kind) {
    case 'bool':
      return 'bool result = ';
    case 'steamId':
      return 'CSteamID steamId = ';
    case 'callHandle':
      return 'SteamAPICall_t call = ';
    case 'ticketHandle':
      return 'HAuthTicket ticket = ';
    default:
      return 'auto result = ';
  }
}

function answerLines({ answer }: UserFunction): readonly string[] {
  if (answer === undefined) return [];
  if (answer.by === 'callback') return ['', cppCallback(answer.name)];
  const { sdkName } = userCallbacks[answer.name];
  return [
    '',
    '// With this in your class:',
    `// CCallResult<Game, ${sdkName}_t> answer;`,
    `answer.Set(call, this, &Game::On${sdkName});`,
  ];
}

interface Written {
  readonly type: string;
  readonly text: string;
  /** Lines that declare a variable of the parameter’s name where an expression does not do. */
  readonly lines: readonly string[];
}

function argument(
  name: UserFunctionName,
  key: string,
  { kind, enumeration }: Parameter,
  value: unknown,
): Written {
  const plain = (type: string, text: string): Written => ({ type, text, lines: [] });
  if (enumeration !== undefined) return plain(enumeration, enumText(enumeration, Number(value)));
  switch (kind) {
    case 'bool':
      return plain('bool', value === true ? 'true' : 'false');
    case 'text':
      return plain('const char*', typeof value === 'string' ? cppString(value) : 'nullptr');
    case 'steamId':
      return plain('CSteamID', `CSteamID(uint64(${String(value)}ull))`);
    case 'uint64':
      return key === 'gameId'
        ? plain('CGameID', `CGameID(uint64(${String(value)}ull))`)
        : plain('uint64', `${String(value)}ull`);
    case 'address':
      return plain('uint32', `0x${addressHex(String(value))} /* ${String(value)} */`);
    case 'port':
      return plain('uint16', String(value));
    case 'bytes':
      return { type: 'uint8', text: key, lines: [bytesLine(name, key, value)] };
    case 'remoteIdentity':
      return remote(key, value as RemoteIdentity | undefined);
    default:
      return plain('uint32', String(value));
  }
}

function enumText(enumeration: NonNullable<Parameter['enumeration']>, value: number): string {
  const member = enumMember(enumeration, value);
  // Steam’s headers name a member k_<enumeration>_<member>.
  return member === undefined ? `${enumeration}(${value})` : `k_${enumeration}_${member.name}`;
}

function bytesLine(name: UserFunctionName, key: string, value: unknown): string {
  const bytes = value instanceof Uint8Array ? value : new Uint8Array();
  if (bytes.length > LONGEST_LITERAL || (bytes.length > 0 && isSecret(name, key, bytes)))
    return `uint8 ${key}[${bytes.length}] = { /* ${bytes.length} bytes */ };`;
  const digits = Array.from(bytes, (byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', ');
  return `uint8 ${key}[] = { ${digits} };`;
}

function remote(key: string, value: RemoteIdentity | undefined): Written {
  const type = 'const SteamNetworkingIdentity*';
  if (value === undefined) return { type, text: 'nullptr', lines: [] };
  const set =
    'steamId' in value
      ? `SetSteamID64(${value.steamId}ull)`
      : 'name' in value
        ? `SetGenericString(${cppString(value.name)})`
        : `SetIPv4Addr(0x${addressHex(value.ip)}, ${value.port})`;
  const lines = ['SteamNetworkingIdentity identity;', `identity.${set};`, `${type} ${key} = &identity;`];
  return { type, text: key, lines };
}

function addressHex(address: string): string {
  return address
    .split('.')
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('');
}

/** A C++ literal in UTF-8; what is not printable is escaped in octal, which ends after three digits. */
function cppString(text: string): string {
  const escaped = text
    .replace(/["\\]/g, (letter) => `\\${letter}`)
    .replace(/\p{Cc}/gu, (letter) => `\\${letter.charCodeAt(0).toString(8).padStart(3, '0')}`);
  return `"${escaped}"`;
}
