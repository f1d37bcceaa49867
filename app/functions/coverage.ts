import { userCallbackNames, userCallbacks, type UserCallbackName } from '../steam/user-callbacks.ts';
import { userFunctionNames, userFunctions, type UserFunctionName } from '../steam/user-functions.ts';
import type { SimulatorReach } from './simulator-reach.ts';

/** Panels beside Functions, which shows everything, where something is seen at work. */
const functionPanels: Partial<Record<UserFunctionName, string>> = {
  loggedOn: 'Account & network',
  getSteamID: 'Account & network',
  getUserDataFolder: 'Account & network',
  isBehindNAT: 'Account & network',
  isPhoneVerified: 'Account & network',
  isTwoFactorEnabled: 'Account & network',
  isPhoneIdentifying: 'Account & network',
  isPhoneRequiringVerification: 'Account & network',
  getGameBadgeLevel: 'Account & network',
  getPlayerSteamLevel: 'Account & network',
  getAuthSessionTicket: 'Auth tickets, Handshake',
  cancelAuthTicket: 'Auth tickets, Handshake',
  beginAuthSession: 'Auth tickets, Handshake',
  endAuthSession: 'Auth tickets, Handshake',
  userHasLicenseForApp: 'Auth tickets',
  getAuthTicketForWebApi: 'Auth tickets',
  requestEncryptedAppTicket: 'Auth tickets',
  getEncryptedAppTicket: 'Auth tickets',
  startVoiceRecording: 'Voice',
  stopVoiceRecording: 'Voice',
  getVoice: 'Voice',
  decompressVoice: 'Voice',
  getVoiceOptimalSampleRate: 'Voice',
  getDurationControl: 'Duration control',
  setDurationControlOnlineState: 'Duration control',
  requestStoreAuthURL: 'Store & purchases',
  getMarketEligibility: 'Store & purchases',
  advertiseGame: 'Game servers (legacy)',
  initiateGameConnection: 'Game servers (legacy)',
  terminateGameConnection: 'Game servers (legacy)',
};

const callbackPanels: Partial<Record<UserCallbackName, string>> = {
  steamServerConnected: 'Account & network',
  steamServerConnectFailed: 'Account & network',
  steamServerDisconnected: 'Account & network',
  ipcFailure: 'Connection',
  steamShutdown: 'Connection',
  getAuthSessionTicketResponse: 'Auth tickets, Handshake',
  getTicketForWebApi: 'Auth tickets',
  validateAuthTicketResponse: 'Auth tickets, Handshake',
  encryptedAppTicketResponse: 'Auth tickets',
  durationControl: 'Duration control',
  storeAuthUrlResponse: 'Store & purchases',
  marketEligibilityResponse: 'Store & purchases',
  microtransactionAuthResponse: 'Store & purchases',
  gameWebCallback: 'Store & purchases',
  clientGameServerDeny: 'Game servers (legacy)',
};

/** The tables of the README: what is there of each function and callback. */
export function coverageMarkdown(reach: SimulatorReach): string {
  const panelOf = (own: string | undefined): string =>
    own === undefined ? 'Functions' : `Functions, ${own}`;
  const simulated = (isReached: boolean): string => (isReached ? 'yes' : 'not yet');
  const functions = userFunctionNames.map((name) => {
    const { sdkName, slot } = userFunctions[name];
    return [
      `\`${name}\``,
      sdkName,
      slot,
      'yes',
      simulated(reach.functions.has(name)),
      panelOf(functionPanels[name]),
    ];
  });
  const callbacks = userCallbackNames.map((name) => {
    const { sdkName, id } = userCallbacks[name];
    return [
      `\`${name}\``,
      sdkName,
      id,
      'yes',
      simulated(reach.callbacks.has(name)),
      panelOf(callbackPanels[name]),
    ];
  });
  return [
    ...table(['Function', 'In the SDK', 'Slot', 'Native', 'Simulated', 'Panel'], functions),
    '',
    ...table(['Callback or call result', 'In the SDK', 'Number', 'Native', 'Simulated', 'Panel'], callbacks),
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)];
}

/** The markers that the tables stand between in the README. */
export const coverageMarkers = ['<!-- coverage -->', '<!-- /coverage -->'] as const;

/** A text with what stands between the markers replaced; undefined where it has no markers. */
export function withCoverage(text: string, markdown: string): string | undefined {
  const [begin, end] = coverageMarkers;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from) return undefined;
  return `${text.slice(0, from + begin.length)}\n\n${markdown}\n\n${text.slice(to)}`;
}
