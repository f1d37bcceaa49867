import type { Clock } from '../clock.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import { notConnected, type SteamClient } from '../steam/steam-client.ts';
import type { Packing } from '../steam/user-callbacks.ts';
import { changeAccount } from './account-changes.ts';
import { copyAccount } from './accounts.ts';
import { settleAnswers } from './answer-events.ts';
import type { TicketCipher } from './cipher.ts';
import { defaultAccounts } from './default-accounts.ts';
import { createConnectionDropper } from './dropped-connections.ts';
import { isAnswerEvent, isPeerEvent, type AccountEvent } from './event-knobs.ts';
import { happen } from './events.ts';
import type { SimulationChange, SimulationEvent, SimulationSnapshot } from './knobs.ts';
import { createNetwork, type Network } from './network.ts';
import { ordinaryPace, setPace } from './pace.ts';
import { createPeers } from './peers.ts';
import { createSimulatedClient } from './simulated-client.ts';
import { describeWorld } from './snapshot.ts';
import type { SpokenSound } from '../voice/spoken-sound.ts';
import type { VoiceCodec } from '../voice/voice-codec.ts';
import { createVoices, type Voices } from './voice/voices.ts';

/** App that a peer plays where the user plays none: Spacewar, Valve's own example. */
const SPACEWAR = 480;

export interface SimulationParts {
  readonly seed: number;
  /** Drives the simulation's own clock; read only inside calls to the simulation and its clients. */
  readonly clock: Clock;
  /** How callbacks are laid out: as on the platform that the bench runs on. */
  readonly packing: Packing;
  /** Encrypts app tickets; without one their functions answer `not-simulated`. */
  readonly cipher?: TicketCipher | undefined;
  /** Encodes and decodes voice; while there is none its functions answer `not-simulated`. Asked until it is there. */
  readonly voiceCodec?: (() => VoiceCodec | undefined) | undefined;
  /**
   * Told of every change to what `snapshot` gives, however it came about, but for the mere passing of time.
   *
   * What clients call changes is told when one of them is drained, so a burst of calls is told of once.
   */
  readonly onChanged?: ((snapshot: SimulationSnapshot) => void) | undefined;
}

/**
 * A Steam of the bench's own: one network, several accounts, any number of clients.
 *
 * Deterministic: the same seed, the same calls and the same readings of the clock give the same bytes, handles and
 * latencies. It has no timer; time passes when a client is called or drained.
 */
export interface Simulation {
  /** Opens a client for the account that is logged in. App 0 is no app: Steam refuses to initialise. */
  open(appId: number): Outcome<SteamClient>;
  /** Opens a client for any account, beside those that are open. */
  openAs(steamId: string, appId: number): Outcome<SteamClient>;
  snapshot(): SimulationSnapshot;
  /**
   * Changes an account, who is logged in from the next `open` on, faults, time, or the seed.
   *
   * A seed, also the same one, starts a new network with its default accounts; clients of the old one lose their pipe.
   * The seed goes first, then the account chosen, then its values, the faults, the clock. An unknown account changes
   * nothing.
   */
  set(change: SimulationChange): Outcome<SimulationSnapshot>;
  /**
   * Lets something happen; open clients hear of it through `drain`.
   *
   * To the account that is logged in unless the event says to whom, which it can only while a client of it is open.
   */
  raise(event: SimulationEvent): Outcome<null>;
  /**
   * Samples that the microphone of an account hears as they come, where its source is `outside`: 16-bit, or floats with
   * full scale ±1, mono, 4000 to 192,000 Hz. Of the account that is logged in where none is named; of an unknown one
   * they go unheard.
   */
  pushVoice(samples: Int16Array | Float32Array, sampleRate: number, who?: string): void;
  /**
   * What the microphone of an account heard during its newest recording, the first ten minutes of it: to hold against
   * what became of it. Of the account that is logged in where none is named; undefined where nothing was recorded.
   */
  spokenBy(who?: string): SpokenSound | undefined;
}

export function createSimulation(parts: SimulationParts): Simulation {
  const { seed, clock, packing, cipher, voiceCodec, onChanged } = parts;
  const firstSteamId = defaultAccounts[0]?.steamId ?? '0';
  let steamId = firstSteamId;

  const openOn = (
    network: Network,
    voices: Voices | undefined,
    id: string,
    appId: number,
  ): Outcome<SteamClient> => {
    if (appId === 0) return fail('init-failed', 'App id 0 is no app: Steam does not initialise for it.');
    const account = network.accounts.find(id);
    if (account === undefined) return fail('init-failed', `No simulated account has the Steam id ${id}.`);
    const onDrained = (): void => tellChange(network);
    return succeed(createSimulatedClient({ network, account, appId, packing, cipher, voices, onDrained }));
  };

  /** Everything that another seed replaces. */
  const begin = (of: number) => {
    const network = createNetwork({ seed: of, clock });
    let known: Voices | undefined;
    const voices = (): Voices | undefined => {
      const codec = known === undefined ? voiceCodec?.() : undefined;
      if (codec !== undefined) known = createVoices(network, codec);
      return known;
    };
    const peers = createPeers((id, appId) => {
      const playedByUser = network.clientsOf(steamId).at(-1)?.appId ?? SPACEWAR;
      return openOn(network, voices(), id, appId ?? playedByUser);
    }, network.touch);
    return { network, voices, peers, faultsChanged: createConnectionDropper(network), pace: ordinaryPace };
  };
  let stage = begin(seed);
  let isTelling = false;

  const snapshot = (): SimulationSnapshot => {
    const voices = stage.voices()?.cards();
    return {
      seed: stage.network.seed,
      steamId,
      accounts: stage.network.accounts.all().map(copyAccount),
      world: {
        ...describeWorld(stage.network, steamId, stage.pace, stage.peers.cards()),
        ...(voices && { voices }),
      },
    };
  };

  /** A client of a Steam that is gone changes nothing. */
  const tellChange = (network: Network): void => {
    // Draining the peers leads here again.
    if (network !== stage.network || isTelling) return;
    isTelling = true;
    stage.peers.drain();
    isTelling = false;
    if (network.takeTouched()) onChanged?.(snapshot());
  };

  const raiseAt = (id: string, event: AccountEvent): Outcome<null> => {
    if (stage.network.accounts.find(id) === undefined)
      return fail('bad-payload', `No simulated account has the Steam id ${id}.`);
    happen(stage.network, id, event);
    return succeed(null);
  };

  /** Why nothing can happen to the account that is logged in; undefined where it can. */
  const deaf = (): ReturnType<typeof fail> | undefined => {
    const clients = stage.network.clientsOf(steamId);
    if (clients.length === 0) return notConnected;
    if (clients.some((client) => client.hasPipe())) return undefined;
    return fail(
      'pipe-failed',
      'The pipe to the simulated Steam is broken: nobody hears of it.',
      'Connect again.',
    );
  };

  const raise = (event: SimulationEvent): Outcome<null> => {
    if (isPeerEvent(event)) return stage.peers.act(event);
    const who = 'who' in event ? event.who : undefined;
    if (isAnswerEvent(event)) return settleAnswers(stage.network, who ?? steamId, event);
    if (who !== undefined && who !== steamId) return raiseAt(who, event);
    return deaf() ?? raiseAt(steamId, event);
  };

  return {
    open: (appId) => openOn(stage.network, stage.voices(), steamId, appId),
    openAs: (id, appId) => openOn(stage.network, stage.voices(), id, appId),
    snapshot,
    set(change) {
      const unknown = [change.steamId, change.accountOf].find(
        (id) => id !== undefined && stage.network.accounts.find(id) === undefined,
      );
      if (unknown !== undefined)
        return fail('bad-payload', `No simulated account has the Steam id ${unknown}.`);
      if (change.voice !== undefined && stage.voices() === undefined)
        return fail('not-simulated', 'The simulator has no voice here: its codec is not loaded.');
      stage.network.clock.advance();
      if (change.seed !== undefined) {
        stage.network.end();
        steamId = firstSteamId;
        stage = begin(change.seed);
      }
      const { network } = stage;
      if (change.steamId !== undefined) steamId = change.steamId;
      if (change.account !== undefined) changeAccount(network, change.accountOf ?? steamId, change.account);
      if (change.voice !== undefined) stage.voices()?.change(change.accountOf ?? steamId, change.voice);
      if (change.faults !== undefined) {
        network.answers.setFaults(change.faults);
        stage.faultsChanged();
      }
      if (change.clock !== undefined) stage.pace = setPace(network.clock, stage.pace, change.clock);
      network.takeTouched();
      onChanged?.(snapshot());
      return succeed(snapshot());
    },
    raise(event) {
      stage.network.clock.advance();
      const raised = raise(event);
      tellChange(stage.network);
      return raised;
    },
    pushVoice(samples, sampleRate, who = steamId) {
      if (stage.network.accounts.find(who) === undefined) return;
      stage.voices()?.of(who).pushed.push(samples, sampleRate);
    },
    spokenBy(who = steamId) {
      if (stage.network.accounts.find(who) === undefined) return undefined;
      return stage.voices()?.of(who).tape.spoken();
    },
  };
}
