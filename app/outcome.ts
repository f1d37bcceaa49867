/**
 * What every command answers.
 *
 * An expected failure is a value that crosses the wire; an exception is a bug.
 */
export type Outcome<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

/** A failure that a user can act on: a stable code, one sentence, and where there is one what to do about it. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly remedy?: string | undefined;
}

/** Every code that a command can answer, with what it stands for. Scripts compare these; they stay. */
export const failureCodes = {
  'bad-sender': 'The message did not come from the main frame of the bench window.',
  'bad-payload': 'The payload does not have the shape that the command asks for.',
  'unknown-command': 'There is no such command.',
  'unknown-function': 'ISteamUser has no function of that name.',
  'not-connected': 'No Steam client is connected.',
  busy: 'Another connect or disconnect is still under way.',
  'not-simulated': 'The simulator cannot answer this yet.',
  'simulated-only': 'Only the simulated client can do this.',
  'platform-unsupported': 'Valve ships no library for this operating system or processor.',
  'library-missing': 'The native library is not where it should be.',
  'library-unloadable': 'The native library is there but does not load.',
  'client-missing': 'The Steam client module was not found: Steam is not installed for this user.',
  'client-not-running': 'The Steam client is installed but does not answer.',
  'client-too-old': 'The Steam client does not know the interface version that the library asks for.',
  'init-failed': 'Valve’s library refused to initialise.',
  'layout-mismatch': 'The native memory layout is not the one that the bench was built for.',
  'pipe-failed': 'The pipe to the Steam client broke.',
  'steam-shut-down': 'The Steam client is shutting down.',
  'call-failed': 'The native call could not be made.',
  'unknown-ticket': 'The bench holds no ticket of that number.',
  'unknown-session': 'The bench knows no auth session of that number.',
  'ticket-empty': 'The ticket has no bytes yet.',
  'ticket-broken': 'The bytes are not a ticket that can be read.',
  'not-text': 'The text is neither hex nor Base64.',
  'key-refused': 'The key is not one that can be used.',
  'no-key': 'There is no key.',
  'decrypt-failed': 'The ticket does not decrypt with this key.',
  'no-ticket': 'Steam holds no encrypted ticket to fetch.',
  'key-store-unavailable': 'This system cannot keep the key encrypted.',
  'web-api-unreachable': 'The web API could not be asked.',
  'handshake-failed': 'The benches did not meet.',
  'handshake-busy': 'This bench is in a handshake already.',
  'no-account-left': 'Every simulated account is played by a window already.',
  'unknown-item': 'The bench holds nothing of that number.',
  'url-refused': 'That address is not on the list of pages that the bench opens.',
  'unknown-take': 'The bench keeps no take of that id.',
  'voice-busy': 'Voice is being recorded or decoded already.',
  'not-recording': 'Nothing is being recorded.',
  'microphone-refused': 'The microphone may not be used.',
  'no-microphone': 'There is no microphone that can be opened.',
  'microphone-gone': 'The microphone was taken away.',
  'voice-restricted': 'Steam refuses voice to this account.',
  'voice-not-initialized': 'Steam’s voice is not initialised.',
  'voice-not-started': 'Steam did not begin to record.',
  'packet-file-empty': 'The file is empty.',
  'not-a-packet-file': 'The file holds no voice packets.',
  'storage-failed': 'A file could not be read or written.',
  internal: 'A bug in the bench.',
} as const;

export type FailureCode = keyof typeof failureCodes;

export function succeed<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function fail(
  code: FailureCode,
  message: string = failureCodes[code],
  remedy?: string,
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: remedy === undefined ? { code, message } : { code, message, remedy } };
}
