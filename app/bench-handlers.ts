import type { AccountReader } from './account/account-reader.ts';
import type { BenchContext } from './bench-part.ts';
import type { BenchPorts } from './bench-ports.ts';
import type { Examine } from './doctor/examine.ts';
import type { BenchContract } from './ipc/contract.ts';
import type { Handlers } from './ipc/serve.ts';
import type { Journal } from './journal/journal.ts';
import { fail, succeed } from './outcome.ts';
import type { PumpStats } from './pump.ts';
import type { SessionControl } from './session/session-control.ts';
import type { SharedSimulation } from './simulator/shared-simulation.ts';
import { checkCall } from './steam/call-arguments.ts';
import type { Caller } from './steam/caller.ts';

/** What of the bench the commands reach that belong to none of its parts. */
export interface BenchReach {
  readonly parts: Pick<BenchContext, 'clock' | 'publish'> &
    Pick<BenchPorts, 'settings' | 'desktop' | 'openPlayer'> & { readonly examine: Examine };
  readonly session: SessionControl;
  readonly caller: Caller;
  readonly journal: Journal;
  readonly account: AccountReader;
  /** As the player of this bench sees it. */
  readonly simulation: SharedSimulation;
  readonly pumpStats: () => PumpStats;
  /** Settings of the voice were set. */
  readonly voiceSettingsChanged: () => void;
}

/** Features of which the bench answers the commands itself. */
export type OwnFeature =
  | 'session'
  | 'steam'
  | 'journal'
  | 'account'
  | 'players'
  | 'pump'
  | 'doctor'
  | 'simulation'
  | 'settings'
  | 'desktop';

/** Handlers of the commands that belong to no part: the session, the journal, the settings and what the process gives. */
export function createBenchHandlers({
  parts,
  session,
  caller,
  journal,
  account,
  simulation,
  pumpStats,
  voiceSettingsChanged,
}: BenchReach): Pick<Handlers<BenchContract>, OwnFeature> {
  const { clock, publish, settings, desktop } = parts;
  return {
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
    players: {
      open({ steamId }) {
        const client = session.client();
        if (client?.kind !== 'simulated') return fail('simulated-only');
        return parts.openPlayer(steamId, client.appId);
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
        if (change.voice !== undefined) voiceSettingsChanged();
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
      leave() {
        desktop.leave();
        return succeed(null);
      },
      stay() {
        desktop.stay();
        return succeed(null);
      },
    },
  };
}
