/**
 * The lines of the protocol that the stand-in for the Steam client understands.
 *
 * The same lines go into a start script (`createSteamHome({ script: [...] })`), for what must hold before the
 * application connects, and over the socket (`SteamClientDouble`), while it runs.
 */

/**
 * Every value that can be scripted; one that is not set behaves automatically. A bare function name stands for
 * what the function returns (of `getVoice`, `decompressVoice`, `getEncryptedAppTicket` and
 * `initiateGameConnection`: the bytes handed out), a name with a dot for something beside it. 64-bit numbers
 * are decimal strings.
 */
export interface ScriptedValues {
  /** 0: the pipe cannot be made, as when Steam does not run. */
  readonly createSteamPipe: number;
  /** 0: nobody is logged in. */
  readonly connectToGlobalUser: number;

  readonly getHSteamUser: number;
  readonly loggedOn: boolean;
  readonly getSteamID: string;
  readonly getUserDataFolder: string;
  readonly 'getUserDataFolder.result': boolean;
  readonly isBehindNAT: boolean;
  readonly isPhoneVerified: boolean;
  readonly isTwoFactorEnabled: boolean;
  readonly isPhoneIdentifying: boolean;
  readonly isPhoneRequiringVerification: boolean;
  readonly getPlayerSteamLevel: number;
  readonly getGameBadgeLevel: number;
  readonly 'getGameBadgeLevel.foil': number;
  readonly setDurationControlOnlineState: boolean;
  /** No bytes: the connection fails. */
  readonly initiateGameConnection: Uint8Array;

  /** The handle; 0 is Steam's invalid one. */
  readonly getAuthSessionTicket: number;
  readonly 'getAuthSessionTicket.ticket': Uint8Array;
  /** EResult in callback 163. */
  readonly 'getAuthSessionTicket.callbackResult': number;
  readonly getAuthTicketForWebApi: number;
  readonly 'getAuthTicketForWebApi.ticket': Uint8Array;
  /** EResult in callback 168. */
  readonly 'getAuthTicketForWebApi.callbackResult': number;
  readonly beginAuthSession: number;
  /** EAuthSessionResponse in callback 143. */
  readonly 'beginAuthSession.response': number;
  /** Owner in callback 143, for a game that the user borrows. */
  readonly 'beginAuthSession.owner': string;
  readonly userHasLicenseForApp: number;
  readonly getEncryptedAppTicket: Uint8Array;
  readonly 'getEncryptedAppTicket.result': boolean;

  /** The call handle; '0' is Steam's invalid one, and nothing answers it. */
  readonly requestEncryptedAppTicket: string;
  readonly requestStoreAuthURL: string;
  readonly getMarketEligibility: string;
  readonly getDurationControl: string;

  /** Compressed bytes that are said to wait. */
  readonly getAvailableVoice: number;
  readonly 'getAvailableVoice.result': number;
  /** The same packet at every call, instead of the queue. */
  readonly getVoice: Uint8Array;
  readonly 'getVoice.result': number;
  readonly decompressVoice: Uint8Array;
  readonly 'decompressVoice.result': number;
  readonly getVoiceOptimalSampleRate: number;

  readonly getConnectedUniverse: number;
  readonly getServerRealTime: number;
  readonly getIPCountry: string;
  /** Without it: the environment variable SteamAppId at the time of the call. */
  readonly getAppID: number;
  readonly isOverlayEnabled: boolean;
  readonly getSteamUILanguage: string;
  readonly isSteamRunningOnSteamDeck: boolean;

  readonly getPersonaName: string;
  readonly getFriendPersonaName: string;

  readonly isSubscribed: boolean;
  readonly isSubscribedApp: boolean;
  readonly isAppInstalled: boolean;
  readonly getCurrentGameLanguage: string;
  readonly getAvailableGameLanguages: string;
  readonly getCurrentBetaName: string;
  readonly getAppOwner: string;
  readonly getAppBuildId: number;
}

export type ValueName = keyof ScriptedValues;

export type TextValueName =
  | 'getUserDataFolder'
  | 'getIPCountry'
  | 'getSteamUILanguage'
  | 'getPersonaName'
  | 'getFriendPersonaName'
  | 'getCurrentGameLanguage'
  | 'getAvailableGameLanguages'
  | 'getCurrentBetaName';

export type CallResultFunction =
  'requestEncryptedAppTicket' | 'requestStoreAuthURL' | 'getMarketEligibility' | 'getDurationControl';

/** The functions that do more than return: they post a callback or answer by call result. */
export type AutomaticFunction =
  | CallResultFunction
  | 'getAuthSessionTicket'
  | 'getAuthTicketForWebApi'
  | 'beginAuthSession'
  | 'cancelAuthTicket';

/** How a call ends that answers by call result. */
export type CallAnswer =
  /** Without bytes: those that fit the function. */
  | { readonly outcome: 'success'; readonly bytes?: Uint8Array }
  /** The reason is an ESteamAPICallFailure: 0 Steam gone, 1 network, 2 invalid handle, 3 mismatched callback. */
  | { readonly outcome: 'failure'; readonly reason: number }
  | { readonly outcome: 'never' };

export function setValueLine<Name extends ValueName>(name: Name, value: ScriptedValues[Name]): string {
  return `set ${name} ${valueText(value)}`;
}

/** The function returns a null pointer instead of text. */
export function setNullLine(name: TextValueName): string {
  return `set-null ${name}`;
}

/** Back to automatic behaviour. */
export function unsetValueLine(name: ValueName): string {
  return `unset ${name}`;
}

export function postCallbackLine(id: number, bytes: Uint8Array): string {
  return `post ${id} ${toHex(bytes)}`;
}

/** A running number from 0 is written into the payloads as uint32, little endian, at `numberOffset`. */
export function burstLine(id: number, count: number, bytes: Uint8Array, numberOffset = 0): string {
  return `burst ${id} ${count} ${toHex(bytes)} ${numberOffset}`;
}

/** For every call of this function from now on. */
export function answerCallLine(functionName: CallResultFunction, answer: CallAnswer): string {
  return `answer ${functionName} ${answerText(answer)}`;
}

/** For one call that waits, because its answer was 'never' or its function is not automatic. */
export function completeCallLine(callHandle: string, answer: CallAnswer): string {
  return `complete ${callHandle} ${answerText(answer)}`;
}

export function automaticLine(functionName: AutomaticFunction, isOn: boolean): string {
  return `automatic ${functionName} ${isOn ? 'on' : 'off'}`;
}

export function dieLine(manner: 'pipe' | 'crash'): string {
  return `die ${manner}`;
}

/** The next call of this function, by the name it has in the call log, aborts the process. */
export function crashOnLine(functionName: string): string {
  return `crash-on ${functionName}`;
}

/** The next call of this function, by the name it has in the call log, blocks. */
export function hangOnLine(functionName: string, durationMs: number): string {
  return `hang-on ${functionName} ${durationMs}`;
}

/** As an older client, which does not know this version. */
export function refuseInterfaceLine(version: string): string {
  return `refuse-interface ${version}`;
}

export function acceptInterfaceLine(version: string): string {
  return `accept-interface ${version}`;
}

export function voicePacketLine(packet: Uint8Array): string {
  return `voice ${toHex(packet)}`;
}

function answerText(answer: CallAnswer): string {
  switch (answer.outcome) {
    case 'success':
      return answer.bytes === undefined ? 'success' : `success ${toHex(answer.bytes)}`;
    case 'failure':
      return `failure ${answer.reason}`;
    case 'never':
      return 'never';
  }
}

function valueText(value: ScriptedValues[ValueName]): string {
  if (value instanceof Uint8Array) return toHex(value);
  if (typeof value !== 'string') return String(value);
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

function toHex(bytes: Uint8Array): string {
  return bytes.length === 0 ? '-' : Buffer.from(bytes).toString('hex');
}
