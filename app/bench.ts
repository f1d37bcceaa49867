import { createAccountReader } from './account/account-reader.ts';
import type { Clock } from './clock.ts';
import type { DoctorReport } from './doctor/report.ts';
import type { About, BenchContract } from './ipc/contract.ts';
import type { Handlers, Publish } from './ipc/serve.ts';
import type { EntryDraft, JournalEntry } from './journal/entry.ts';
import { createJournal, type Journal } from './journal/journal.ts';
import { createPairing } from './journal/pairing.ts';
import { fail, succeed, type Failure, type Outcome } from './outcome.ts';
import { createPump, type Pump, type PumpStats } from './pump.ts';
import { createSessionControl } from './session/session-control.ts';
import type { AppIdSource } from './session/session.ts';
import type { Settings, SettingsChange } from './settings/settings.ts';
import type { TicketCipher } from './simulator/cipher.ts';
import { createSimulation } from './simulator/simulated-steam.ts';
import { checkCall } from './steam/call-arguments.ts';
import { createCaller, type CallTrace } from './steam/caller.ts';
import { toHex } from './steam/hex.ts';
import type { ClientKind, OpenSteam } from './steam/steam-client.ts';
import type { Packing } from './steam/user-callbacks.ts';
import { createTicketKeeper, isLive } from './tickets/ticket-book.ts';

/** Entries that the page is sent at once: what it takes in without missing more than a frame or two. */
const LARGEST_BATCH = 600;

/**
 * Shortest time between two batches.
 *
 * Taking in entries is cheap for the page, drawing the timeline anew is not: sent every frame, a burst leaves it no time
 * to answer input.
 */
const BATCH_INTERVAL_MS = 50;

/** What comes within one frame is told together. */
const FRAME_MS = 16;

const STATS_INTERVAL_MS = 1000;

/** What the bench needs from the process that hosts it. */
export interface BenchParts {
  readonly clock: Clock;
  readonly packing: Packing;
  readonly seed: number;
  /** Encrypts simulated tickets; without it they are `not-simulated`. */
  readonly cipher?: TicketCipher;
  readonly startWith: {
    readonly client: ClientKind | undefined;
    readonly appId: number;
    readonly appIdSource: AppIdSource;
  };
  /** Opens a client over Valve's library. */
  readonly openSteam: OpenSteam;
  readonly examine: (question: {
    readonly appId: number;
    readonly appIdSource: AppIdSource;
    readonly lastFailure: Failure | undefined;
    readonly isConnectedNatively: boolean;
    readonly now: number;
  }) => Promise<DoctorReport>;
  readonly trace: CallTrace;
  readonly settings: { get(): Settings; set(change: SettingsChange): Outcome<Settings> };
  readonly desktop: {
    readonly copyText: (text: string) => Promise<void>;
    readonly copyBytes: (bytes: Uint8Array, encoding: 'hex' | 'base64') => Promise<void>;
    openPage(url: string): Promise<Outcome<null>>;
    about(): About;
    saveJournal(
      entries: readonly JournalEntry[],
    ): Promise<Outcome<{ readonly path: string; readonly entries: number } | null>>;
  };
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
  /** Cancels live tickets and closes the client. */
  close(): void;
}

export function createBench(parts: BenchParts): Bench {
  const { clock, publish, settings, desktop, startWith } = parts;
  const journal = createJournal();
  const pairing = createPairing();
  let pump: Pump | undefined;
  let lastBatchAt = 0;
  let lastStatsAt = 0;
  let toldStats: PumpStats | undefined;

  const write = (draft: EntryDraft): void => {
    journal.append(draft);
    parts.wake();
  };

  const tickets = createTicketKeeper((book) => publish('tickets', 'changed', book));

  const caller = createCaller({
    client: () => session.client(),
    clock,
    journal,
    pairing,
    trace: parts.trace,
    listeners: [(call) => tickets.called(call), (call) => account.called(call), () => parts.wake()],
  });

  const account = createAccountReader({
    caller,
    badgeSeries: () => settings.get().badgeSeries,
    onChanged: (snapshot) => publish('account', 'changed', snapshot),
  });

  const simulation = createSimulation({
    seed: parts.seed,
    clock,
    packing: parts.packing,
    cipher: parts.cipher,
    onChanged: (snapshot) => publish('simulation', 'changed', snapshot),
  });

  const cancelLiveTickets = (): void => {
    for (const { handle } of tickets.live()) caller.call('cancelAuthTicket', { authTicket: handle });
  };

  const session = createSessionControl(
    {
      clock,
      open: { steam: parts.openSteam, simulated: (appId) => Promise.resolve(simulation.open(appId)) },
      write,
      listener: {
        opened(client) {
          pump = createPump({
            client,
            clock,
            journal,
            pairing,
            listeners: [
              (arrival) => tickets.arrived(arrival),
              (arrival) => account.arrived(arrival),
              (arrival) => session.arrived(arrival),
            ],
          });
          account.connected(client, clock.now());
          parts.wake();
        },
        closing: cancelLiveTickets,
        closed() {
          pump = undefined;
          pairing.clear();
          tickets.lose();
          account.disconnected(clock.now());
          toldStats = undefined;
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

  const publishJournal = (now: number): void => {
    if (!journal.hasUnpublished() || now - lastBatchAt < BATCH_INTERVAL_MS) return;
    lastBatchAt = now;
    const batch = journal.takeUnpublished(LARGEST_BATCH);
    parts.record(batch);
    publish('journal', 'appended', batch);
  };

  const publishStats = (now: number): void => {
    if (pump === undefined || now - lastStatsAt < STATS_INTERVAL_MS) return;
    lastStatsAt = now;
    const stats = pump.stats();
    if (toldStats !== undefined && readsTheSame(stats, toldStats)) return;
    toldStats = stats;
    publish('pump', 'changed', stats);
  };

  const handlers: Handlers<BenchContract> = {
    session: {
      get: () => succeed(session.snapshot()),
      connect({ client, appId }) {
        const known = session.snapshot();
        return session.connect(client, appId, appId === known.appId ? known.appIdSource : 'window');
      },
      disconnect: () => session.disconnect(),
    },
    steam: {
      call({ name, args }) {
        const checked = checkCall(name, args);
        if (!checked.ok) return checked;
        return caller.call(checked.value.name, checked.value.args);
      },
    },
    journal: {
      read: (range) => succeed(journal.read(range?.after, range?.limit)),
      clear() {
        const { lastSeq } = journal.read(0, 1);
        journal.clear();
        publish('journal', 'cleared', { lastSeq });
        return succeed(null);
      },
      save: () => desktop.saveJournal(journal.read().entries),
    },
    account: {
      get: () => succeed(account.snapshot()),
      refresh() {
        account.refresh(clock.now());
        return succeed(account.snapshot());
      },
    },
    tickets: {
      get: () => succeed(tickets.book()),
      issueSession({ remote }) {
        const issued = caller.call('getAuthSessionTicket', remote === undefined ? {} : { remote });
        if (!issued.ok) return issued;
        const card = tickets.byHandle(issued.value.id);
        return card === undefined
          ? fail(
              'call-failed',
              'Steam gave no ticket (handle 0).',
              session.snapshot().failure?.remedy ?? 'See that the client is logged on to Steam.',
            )
          : succeed(card);
      },
      cancel({ number }) {
        const card = tickets.card(number);
        if (card === undefined) return fail('unknown-ticket');
        // Its handle may belong to another ticket of another client by now.
        if (!isLive(card)) return succeed(card);
        const cancelled = caller.call('cancelAuthTicket', { authTicket: card.handle });
        return cancelled.ok ? succeed(tickets.card(number) ?? card) : cancelled;
      },
      reveal({ number }) {
        const bytes = tickets.bytes(number);
        return bytes === undefined ? fail('unknown-ticket') : succeed({ hex: toHex(bytes) });
      },
      async copy({ number, encoding }) {
        const bytes = tickets.bytes(number);
        if (bytes === undefined) return fail('unknown-ticket');
        await desktop.copyBytes(bytes, encoding);
        return succeed(null);
      },
    },
    pump: { get: () => succeed(pumpStats()) },
    doctor: {
      async examine() {
        const { appId, appIdSource, state, client } = session.snapshot();
        const report = await parts.examine({
          appId,
          appIdSource,
          lastFailure: session.lastSteamFailure(),
          isConnectedNatively: state === 'connected' && client === 'steam',
          now: clock.now(),
        });
        return succeed(report);
      },
    },
    simulation: {
      get: () => succeed(simulation.snapshot()),
      set: (change) => simulation.set(change),
      raise: (event) =>
        session.client()?.kind === 'simulated' ? simulation.raise(event) : fail('simulated-only'),
    },
    settings: {
      get: () => succeed(settings.get()),
      set(change) {
        const saved = settings.set(change);
        // They hold for this run also where they could not be written.
        publish('settings', 'changed', settings.get());
        return saved;
      },
    },
    desktop: {
      async copyText({ text }) {
        await desktop.copyText(text);
        return succeed(null);
      },
      openPage: ({ url }) => desktop.openPage(url),
      about: () => succeed(desktop.about()),
    },
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
      tickets.expire(now);
      publishJournal(now);
      publishStats(now);
    },
    nextTickMs() {
      const pumpMs = pump?.nextTickMs();
      if (!journal.hasUnpublished()) return pumpMs;
      const batchMs = Math.max(FRAME_MS, lastBatchAt + BATCH_INTERVAL_MS - clock.now());
      return Math.min(batchMs, pumpMs ?? batchMs);
    },
    close() {
      session.disconnect();
    },
  };
}

/** Whether the figures differ by no more than they always do: drawing them costs an idle bench more than the pump does. */
function readsTheSame(stats: PumpStats, told: PumpStats): boolean {
  return (
    stats.mode === told.mode &&
    stats.messages === told.messages &&
    Math.abs(stats.ticksPerSecond - told.ticksPerSecond) <= 2 &&
    Math.abs(stats.microsecondsPerTick - told.microsecondsPerTick) <= told.microsecondsPerTick / 4
  );
}
