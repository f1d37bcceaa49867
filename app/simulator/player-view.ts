import { fail } from '../outcome.ts';
import type { SteamIdText } from '../steam/steam-id.ts';
import { isAnswerEvent, isPeerEvent } from './event-knobs.ts';
import type { SimulationEvent, SimulationSnapshot } from './knobs.ts';
import type { SharedSimulation } from './shared-simulation.ts';

/**
 * The simulation as one player sees it.
 *
 * Without a player it is the account that is logged in, and everything is as it is. With one, that account is the one
 * that connects, that changes and that things happen to where nobody else is named; who is logged in elsewhere stays.
 */
export function createPlayerView(
  shared: SharedSimulation,
  player: SteamIdText | undefined,
): SharedSimulation {
  if (player === undefined) return shared;
  const seenBy = (snapshot: SimulationSnapshot): SimulationSnapshot => ({ ...snapshot, steamId: player });
  return {
    open: (appId) => shared.openAs(player, appId),
    openAs: (steamId, appId) => shared.openAs(steamId, appId),
    snapshot: () => seenBy(shared.snapshot()),
    set(change) {
      if (change.steamId !== undefined && change.steamId !== player)
        return fail('bad-payload', 'This window plays one account. Open another player for another one.');
      const { steamId: _steamId, ...rest } = change;
      const done = shared.set({ accountOf: player, ...rest });
      return done.ok ? { ok: true, value: seenBy(done.value) } : done;
    },
    raise: (event) => shared.raise(addressed(event, player)),
    pushVoice: (samples, sampleRate, who = player) => shared.pushVoice(samples, sampleRate, who),
    spokenBy: (who = player) => shared.spokenBy(who),
    listen: (listener) => shared.listen((snapshot) => listener(seenBy(snapshot))),
  };
}

/** What happens to nobody in particular happens to the player. */
function addressed(event: SimulationEvent, player: SteamIdText): SimulationEvent {
  if (isPeerEvent(event) || (isAnswerEvent(event) && event.kind === 'answerCall')) return event;
  return 'who' in event && event.who !== undefined ? event : { ...event, who: player };
}
