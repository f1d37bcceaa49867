import { useIsLoggedOn } from '../stores/account.ts';
import { useDuration } from '../stores/duration.ts';
import { useGameServers } from '../stores/game-servers.ts';
import { useHandshake } from '../stores/handshake.ts';
import { useSession } from '../stores/session.ts';
import { useStoreState } from '../stores/store.ts';
import { useTalkStanding } from '../stores/talk-standing.ts';
import { useTicketBook } from '../stores/tickets.ts';
import { useVoice } from '../stores/voice.ts';
import type { LampState } from '../ui/lamp.tsx';
import { talkLamps } from '../voice/talk-lamps.ts';

/** What the lamp of a panel says, without opening the panel. */
export interface PanelLamp {
  readonly state: LampState;
  readonly label: string;
}

export function useConnectionLamp(): PanelLamp {
  const { state, client, failure } = useSession();
  const whom = client === 'simulated' ? 'the simulator' : 'Steam';
  switch (state) {
    case 'connected':
      return failure === undefined
        ? { state: 'on', label: `Connected to ${whom}` }
        : { state: 'fault', label: failure.message };
    case 'connecting':
      return { state: 'busy', label: `Connecting to ${whom}` };
    case 'failed':
      return { state: 'fault', label: failure?.message ?? `No connection to ${whom}` };
    case 'disconnected':
      return { state: 'off', label: 'Not connected' };
  }
}

export function useAccountLamp(): PanelLamp {
  const isLoggedOn = useIsLoggedOn();
  if (isLoggedOn === undefined) return { state: 'unknown', label: 'Logged on: not known' };
  return isLoggedOn ? { state: 'on', label: 'Logged on' } : { state: 'warning', label: 'Not logged on' };
}

export function useTicketsLamp(): PanelLamp {
  const { tickets } = useTicketBook();
  const count = (...states: readonly string[]): number =>
    tickets.filter((ticket) => states.includes(ticket.state)).length;
  const waiting = count('waiting');
  if (waiting > 0) return { state: 'busy', label: `${waiting} waiting for Steam` };
  const troubled = count('refused', 'unanswered');
  if (troubled > 0) return { state: 'warning', label: `${troubled} refused or unanswered` };
  const live = count('confirmed');
  return live > 0 ? { state: 'on', label: `${live} live` } : { state: 'off', label: 'No live ticket' };
}

export function useSimulationLamp(): PanelLamp {
  const { state, client } = useSession();
  return state === 'connected' && client === 'simulated'
    ? { state: 'on', label: 'Simulator in use' }
    : { state: 'off', label: 'Simulator not in use' };
}

export function useFunctionsLamp(): PanelLamp {
  return useSession().state === 'connected'
    ? { state: 'on', label: 'Ready to call' }
    : { state: 'off', label: 'Not connected' };
}

export function useHandshakeLamp(): PanelLamp {
  const { state, players } = useHandshake();
  switch (state) {
    case 'none':
      return { state: 'off', label: 'No meeting' };
    case 'opening':
    case 'joining':
      return { state: 'busy', label: state === 'opening' ? 'Opening a meeting' : 'Joining a meeting' };
    case 'hosting':
    case 'joined': {
      const present = players.filter((player) => player.state === 'here').length;
      return { state: 'on', label: `${present} ${present === 1 ? 'player' : 'players'} here` };
    }
  }
}

export function useDurationLamp(): PanelLamp {
  const { asking, readings } = useDuration();
  const [newest] = readings;
  if (asking !== undefined) return { state: 'busy', label: 'Asking Steam' };
  if (newest === undefined) return { state: 'unknown', label: 'Not asked yet' };
  if (!newest.isApplicable) return { state: 'off', label: 'Does not apply' };
  return newest.progress === 0
    ? { state: 'on', label: 'Applies, full progress' }
    : { state: 'warning', label: 'Applies, progress limited' };
}

export function useStoreLamp(): PanelLamp {
  const { urls, marketAsking, market } = useStoreState();
  if (marketAsking !== undefined || urls.some(({ state }) => state === 'waiting'))
    return { state: 'busy', label: 'Asking Steam' };
  if (market === undefined) return { state: 'unknown', label: 'Market eligibility: not known' };
  return market.isAllowed
    ? { state: 'on', label: 'May use the market' }
    : { state: 'warning', label: 'May not use the market' };
}

export function useServersLamp(): PanelLamp {
  const open = useGameServers().connections.filter(({ state }) => state === 'open').length;
  return open === 0
    ? { state: 'off', label: 'No legacy connection' }
    : { state: 'on', label: `${open} legacy ${open === 1 ? 'connection' : 'connections'}` };
}

export function useVoiceLamp(): PanelLamp {
  const standing = useTalkStanding();
  const takes = useVoice((voice) => voice.takes);
  // As the panel has it. A lamp that turns would have the window painted sixty times a second for as long.
  if (standing !== 'ready' && standing !== 'no-client') return talkLamps[standing];
  const failed = takes.filter(({ verdict }) => verdict === 'fail').length;
  if (failed > 0) return { state: 'warning', label: `${failed} of ${takes.length} takes failed` };
  if (takes.length === 0) return { state: 'off', label: 'No takes' };
  return { state: 'off', label: takes.length === 1 ? '1 take' : `${takes.length} takes` };
}
