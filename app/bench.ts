import { createAccountReader } from './account/account-reader.ts';
import type { BenchContext, Follower } from './bench-part.ts';
import { createBenchHandlers } from './bench-handlers.ts';
import { createJournalNews, createPumpNews } from './bench-news.ts';
import type { BenchPorts } from './bench-ports.ts';
import type { Clock } from './clock.ts';
import type { Examine } from './doctor/examine.ts';
import { createDuration } from './duration/duration-follower.ts';
import { createEncryptedTickets } from './encrypted-ticket/encrypted-tickets.ts';
import { createGameServers } from './game-servers/game-server-follower.ts';
import { createMeeting } from './handshake/meeting.ts';
import type { BenchContract } from './ipc/contract.ts';
import type { Handlers, Publish } from './ipc/serve.ts';
import type { EntryDraft, JournalEntry } from './journal/entry.ts';
import { createJournal, type Journal } from './journal/journal.ts';
import { createPairing } from './journal/pairing.ts';
import { createPump, type Pump, type PumpStats } from './pump.ts';
import { createSessionControl } from './session/session-control.ts';
import type { AppIdSource } from './session/session.ts';
import { createPlayerView } from './simulator/player-view.ts';
import type { SharedSimulation } from './simulator/shared-simulation.ts';
import { createCaller, type CallTrace } from './steam/caller.ts';
import type { ClientKind, OpenSteam } from './steam/steam-client.ts';
import type { SteamIdText } from './steam/steam-id.ts';
import { createStore } from './store/store-follower.ts';
import { createTickets } from './tickets/tickets.ts';
import { createVoicePart } from './voice/voice-part.ts';
import { createWalk } from './walk-through/walk.ts';
import { createWebApiChecks } from './web-api/web-api-checks.ts';

/** What the bench needs from the process that hosts it. */
export interface BenchParts extends BenchPorts {
  readonly clock: Clock;
  /** The simulated Steam, of which every window of the process has a client. */
  readonly simulation: SharedSimulation;
  /** Awaited before the simulated client is opened: what the simulation needs may have to be loaded. Never rejects. */
  readonly prepareSimulation?: () => Promise<void>;
  /** The simulated account that plays here, where it is not the one that the simulation has logged in. */
  readonly player?: SteamIdText | undefined;
  readonly startWith: {
    readonly client: ClientKind | undefined;
    readonly appId: number;
    readonly appIdSource: AppIdSource;
  };
  /** Opens a client over Valve's library. */
  readonly openSteam: OpenSteam;
  readonly examine: Examine;
  readonly trace: CallTrace;
  readonly publish: Publish<BenchContract>;
  /** Told of every batch of entries before the page is: the run's journal file. */
  readonly record: (entries: readonly JournalEntry[]) => void;
  /** Something happened that should not wait for the next tick. */
  readonly wake: () => void;
}

/** The bench, without a process: handlers for every command, and a tick that its host has to call. */
export interface Bench {
  readonly handlers: Handlers<BenchContract>;
  readonly journal: Journal;
  /** Connects as the command line asked. */
  start(): Promise<void>;
  /** Pumps Steam, ends waits, tells the page what is new. Never throws. */
  tick(): void;
  /** Milliseconds until `tick` has something to do; undefined while there is nothing. */
  nextTickMs(): number | undefined;
  /** What would be taken back if the bench were left now. */
  live(): { readonly liveTickets: number; readonly openSessions: number };
  /** The page ended or is loaded again: nobody holds a key any more. */
  pageLeft(): void;
  /** Cancels live tickets and closes the client. */
  close(): void;
}

export function createBench(parts: BenchParts): Bench {
  const { clock, publish, settings, startWith } = parts;
  const journal = createJournal();
  const pairing = createPairing();
  let pump: Pump | undefined;
  const journalNews = createJournalNews(journal, clock, publish, parts.record);
  const pumpNews = createPumpNews(publish);

  const write = (draft: EntryDraft): void => {
    journal.append(draft);
    parts.wake();
  };

  const caller = createCaller({
    client: () => session.client(),
    clock,
    journal,
    pairing,
    trace: parts.trace,
    listeners: [(call) => followers.forEach((follower) => follower.called?.(call)), () => parts.wake()],
  });

  const context: BenchContext = {
    clock,
    caller,
    publish,
    write,
    session: () => session.snapshot(),
    client: () => session.client(),
    wake: parts.wake,
    ports: parts,
  };

  const account = createAccountReader({
    caller,
    badgeSeries: () => settings.get().badgeSeries,
    onChanged: (snapshot) => publish('account', 'changed', snapshot),
  });
  const tickets = createTickets(context);
  const walkThrough = createWalk(context);
  const encryptedTicket = createEncryptedTickets(context, tickets.find);
  const webApi = createWebApiChecks(context, tickets.find);
  const handshake = createMeeting(context, tickets.noteHolders);
  const voice = createVoicePart(context, {
    push: (samples, sampleRate) => simulation.pushVoice(samples, sampleRate),
    spokenBy: (steamId) => simulation.spokenBy(steamId),
  });
  const duration = createDuration(context);
  const store = createStore(context);
  const gameServers = createGameServers(context);

  /** In this order: what hears of something last may rely on the others. */
  const followers: readonly Follower[] = [
    tickets,
    account,
    { arrived: (arrival) => session.arrived(arrival) },
    walkThrough,
    encryptedTicket,
    webApi,
    handshake,
    voice,
    duration,
    store,
    gameServers,
  ];

  const simulation = createPlayerView(parts.simulation, parts.player);
  const stopListening = simulation.listen((snapshot) => {
    tickets.simulationChanged(snapshot);
    publish('simulation', 'changed', snapshot);
  });

  const session = createSessionControl(
    {
      clock,
      caller,
      open: {
        steam: parts.openSteam,
        async simulated(appId) {
          await parts.prepareSimulation?.();
          return simulation.open(appId);
        },
      },
      write,
      listener: {
        opened(client) {
          pump = createPump({
            client,
            clock,
            journal,
            pairing,
            listeners: followers.flatMap(({ arrived }) => arrived ?? []),
            failureListeners: followers.flatMap(({ callFailed }) => callFailed ?? []),
          });
          const now = clock.now();
          for (const follower of followers) follower.connected?.(client, now);
          parts.wake();
        },
        closing() {
          // What relies on others goes first.
          for (const follower of followers.toReversed()) follower.closing?.();
        },
        closed() {
          pump = undefined;
          pairing.clear();
          const now = clock.now();
          for (const follower of followers) follower.disconnected?.(now);
          pumpNews.forget();
          publish('pump', 'changed', pumpStats());
        },
        changed: (snapshot) => publish('session', 'changed', snapshot),
      },
    },
    {
      state: 'disconnected',
      client: startWith.client ?? 'steam',
      appId: startWith.appId,
      appIdSource: startWith.appIdSource,
    },
  );

  const pumpStats = (): PumpStats =>
    pump?.stats() ?? { mode: 'stopped', ticksPerSecond: 0, microsecondsPerTick: 0, messages: 0 };

  const partsWaitMs = (): readonly number[] => followers.flatMap(({ nextTickMs }) => nextTickMs?.() ?? []);

  const handlers: Handlers<BenchContract> = {
    ...createBenchHandlers({
      parts,
      session,
      caller,
      journal,
      account,
      simulation,
      pumpStats,
      voiceSettingsChanged: () => voice.settingsChanged(),
    }),
    tickets: tickets.handlers,
    sessions: tickets.sessionHandlers,
    walkThrough: walkThrough.handlers,
    encryptedTicket: encryptedTicket.handlers,
    webApi: webApi.handlers,
    handshake: handshake.handlers,
    voice: voice.handlers,
    duration: duration.handlers,
    store: store.handlers,
    gameServers: gameServers.handlers,
  };

  return {
    handlers,
    journal,
    async start() {
      const { client, appId, appIdSource } = startWith;
      await (client === undefined
        ? session.connectToWhatAnswers(appId, appIdSource)
        : session.connect(client, appId, appIdSource));
    },
    tick() {
      pump?.tick();
      const now = clock.now();
      if (pump !== undefined) for (const follower of followers) follower.tick?.(now);
      voice.work();
      journalNews.tell(now);
      if (pump !== undefined) pumpNews.tell(pump, now);
    },
    nextTickMs() {
      const pumpMs = pump && Math.min(pump.nextTickMs(), ...partsWaitMs());
      const waits = [pumpMs, journalNews.nextMs(), voice.isWorking() ? 1 : undefined];
      const known = waits.filter((milliseconds) => milliseconds !== undefined);
      return known.length === 0 ? undefined : Math.min(...known);
    },
    live: () => tickets.live(),
    pageLeft: () => voice.pageLeft(),
    close() {
      session.disconnect();
      stopListening();
      voice.close();
    },
  };
}
