import { createHandClock } from '../hand-clock.ts';
import type { TicketCipher } from '../simulator/cipher.ts';
import type { SimulationEvent } from '../simulator/knobs.ts';
import { createSimulation } from '../simulator/simulated-steam.ts';
import { userCallbackName, type UserCallbackName } from '../steam/user-callbacks.ts';
import { userFunctionNames, type UserFunctionName } from '../steam/user-functions.ts';
import type { SteamClient } from '../steam/steam-client.ts';
import type { VoiceCodec } from '../voice/voice-codec.ts';
import { exampleArguments } from './examples.ts';

/** What the simulator can do, as found by trying. */
export interface SimulatorReach {
  readonly functions: ReadonlySet<UserFunctionName>;
  readonly callbacks: ReadonlySet<UserCallbackName>;
}

/** Long enough for every answer to be there. */
const HOUR_MS = 3_600_000;
const MESSAGES = 10_000;
const APP = 480;

/** Things that happen to an account, one of each that a client hears of; the pipe breaks last. */
const happenings = (steamId: string): readonly SimulationEvent[] => [
  { kind: 'serverDisconnected', result: 3 },
  { kind: 'serverConnectFailed', result: 3, retrying: true },
  { kind: 'serverConnected' },
  { kind: 'licensesUpdated' },
  { kind: 'microtransaction', appId: APP, orderId: '1', authorized: true },
  { kind: 'gameWebCallback', url: 'steam://gamewebcallback/' },
  {
    kind: 'clientGameServerDeny',
    appId: APP,
    ip: '127.0.0.1',
    serverPort: 27015,
    secure: 0,
    reason: 2,
  },
  { kind: 'durationControl', progress: 0, notification: 1 },
  { kind: 'validateVerdict', steamId, response: 0 },
  { kind: 'steamShutdown' },
  { kind: 'ipcFailure', type: 0 },
];

/**
 * Calls every function with its example, lets everything happen once, and looks at what was answered and sent.
 *
 * With what is given and nothing else: a simulator without a codec has no voice.
 */
export function exploreSimulator(cipher: TicketCipher, voiceCodec?: VoiceCodec): SimulatorReach {
  const clock = createHandClock();
  const simulation = createSimulation({ seed: 1, clock, packing: 4, cipher, voiceCodec: () => voiceCodec });
  const opened = simulation.open(APP);
  if (!opened.ok) throw new Error(opened.error.message);
  const client = opened.value;

  const functions = new Set(userFunctionNames.filter((name) => isAnswered(client, name)));
  clock.pass(HOUR_MS);
  const messages = [...client.drain(MESSAGES)];
  for (const event of happenings(simulation.snapshot().steamId)) {
    simulation.raise(event);
    // A broken pipe forgets what waits.
    messages.push(...client.drain(MESSAGES));
  }
  const names = messages.map(({ id }) => userCallbackName(id));
  return { functions, callbacks: new Set(names.filter((name) => name !== undefined)) };
}

function isAnswered(client: SteamClient, name: UserFunctionName): boolean {
  return client.call(name, exampleArguments[name]).ok;
}
