import type { Clock } from '../clock.ts';
import type { EntryDraft } from '../journal/entry.ts';
import { fail, succeed, type Failure, type Outcome } from '../outcome.ts';
import type { Arrival } from '../pump.ts';
import type { Caller } from '../steam/caller.ts';
import type { ClientKind, OpenSteam, SteamClient } from '../steam/steam-client.ts';
import type { AppIdSource, SessionSnapshot } from './session.ts';

/** What has to happen around a client: told when one is there and just before it goes. */
export interface SessionListener {
  opened(client: SteamClient): void;
  closing(client: SteamClient): void;
  closed(): void;
  changed(snapshot: SessionSnapshot): void;
}

export interface SessionParts {
  readonly clock: Clock;
  /** Asks the client that `client` gives: what is asked at connect stands in the journal as well. */
  readonly caller: Pick<Caller, 'call'>;
  readonly open: Readonly<Record<ClientKind, OpenSteam>>;
  readonly write: (draft: EntryDraft) => void;
  readonly listener: SessionListener;
}

/** Opens and closes clients, one at a time. */
export interface SessionControl {
  snapshot(): SessionSnapshot;
  /** The client, while there is one. */
  client(): SteamClient | undefined;
  connect(kind: ClientKind, appId: number, source: AppIdSource): Promise<Outcome<SessionSnapshot>>;
  /** Steam where it answers, else simulated with the reason in `fallback`. */
  connectToWhatAnswers(appId: number, source: AppIdSource): Promise<Outcome<SessionSnapshot>>;
  disconnect(): Outcome<SessionSnapshot>;
  arrived(arrival: Arrival): void;
  /** Why the last attempt on Valve's library failed: the init doctor wants it. */
  lastSteamFailure(): Failure | undefined;
}

export function createSessionControl(
  { clock, caller, open, write, listener }: SessionParts,
  initial: SessionSnapshot,
): SessionControl {
  let snapshot = initial;
  let client: SteamClient | undefined;
  let isBusy = false;
  let lastSteamFailure: Failure | undefined;

  const become = (next: SessionSnapshot, name: string): void => {
    snapshot = next;
    const { state: _state, ...value } = next;
    write({
      time: clock.now(),
      kind: 'session',
      name,
      value,
      ...(next.client === 'simulated' && { simulated: true as const }),
    });
    listener.changed(next);
  };

  const close = (): void => {
    if (client === undefined) return;
    listener.closing(client);
    client.close();
    client = undefined;
    listener.closed();
  };

  const base = (kind: ClientKind, appId: number, appIdSource: AppIdSource) => ({
    client: kind,
    appId,
    appIdSource,
  });

  const connect = async (
    kind: ClientKind,
    appId: number,
    source: AppIdSource,
    fallback: Failure | undefined,
  ): Promise<SessionSnapshot> => {
    if (client !== undefined) {
      close();
      become(
        { ...base(snapshot.client, snapshot.appId, snapshot.appIdSource), state: 'disconnected' },
        'disconnected',
      );
    }
    become({ ...base(kind, appId, source), state: 'connecting' }, 'connecting');
    const opened = await open[kind](appId);
    if (kind === 'steam') lastSteamFailure = opened.ok ? undefined : opened.error;
    if (!opened.ok) {
      become({ ...base(kind, appId, source), state: 'failed', failure: opened.error }, 'failed');
      return snapshot;
    }
    client = opened.value;
    const steamId = caller.call('getSteamID', {});
    const { personaName } = client.details();
    become(
      {
        ...base(kind, appId, source),
        state: 'connected',
        ...(steamId.ok && { steamId: steamId.value }),
        ...(personaName !== undefined && { personaName }),
        ...(fallback !== undefined && { fallback }),
      },
      'connected',
    );
    listener.opened(client);
    return snapshot;
  };

  /** One connect or disconnect at a time; a second one is refused rather than queued. */
  const alone = async (work: () => Promise<SessionSnapshot>): Promise<Outcome<SessionSnapshot>> => {
    if (isBusy) return fail('busy');
    isBusy = true;
    try {
      return succeed(await work());
    } finally {
      isBusy = false;
    }
  };

  return {
    snapshot: () => snapshot,
    client: () => client,
    lastSteamFailure: () => lastSteamFailure,
    connect: (kind, appId, source) => alone(() => connect(kind, appId, source, undefined)),
    connectToWhatAnswers: (appId, source) =>
      alone(async () => {
        const tried = await connect('steam', appId, source, undefined);
        return tried.state === 'connected' ? tried : connect('simulated', appId, source, tried.failure);
      }),
    disconnect() {
      if (isBusy) return fail('busy');
      if (client === undefined && snapshot.state === 'disconnected') return succeed(snapshot);
      close();
      become(
        { ...base(snapshot.client, snapshot.appId, snapshot.appIdSource), state: 'disconnected' },
        'disconnected',
      );
      return succeed(snapshot);
    },
    arrived(arrival) {
      const failure = failureOf(arrival);
      // The client stays: a test bench shows what calls answer after such an event; leaving is the user's choice.
      if (failure !== undefined) become({ ...snapshot, failure }, failure.code);
    },
  };
}

/** What an arrival means for the client as a whole. */
function failureOf(arrival: Arrival): Failure | undefined {
  if (arrival.name === 'steamShutdown') {
    return {
      code: 'steam-shut-down',
      message: 'The Steam client is shutting down.',
      remedy: 'A game has to end now. Disconnect, and connect again once Steam is back.',
    };
  }
  if (arrival.name === 'ipcFailure' && arrival.fields.type === 1) {
    return {
      code: 'pipe-failed',
      message: 'The pipe to the Steam client broke: from now on its answers are empty.',
      remedy: 'Disconnect and connect again. A game has to forget Steam’s state and do the same.',
    };
  }
  return undefined;
}
