import {
  FlaskConical,
  Handshake,
  Hourglass,
  Mic,
  Plug,
  Server,
  ShoppingCart,
  SquareFunction,
  Ticket,
  UserRound,
} from 'lucide-react';
import { lazy, type ComponentType } from 'react';
import type { PanelName } from '../stores/settings.ts';
import type { Icon } from '../ui/icon.ts';
import {
  useAccountLamp,
  useConnectionLamp,
  useDurationLamp,
  useFunctionsLamp,
  useHandshakeLamp,
  useServersLamp,
  useSimulationLamp,
  useStoreLamp,
  useTicketsLamp,
  useVoiceLamp,
  type PanelLamp,
} from './panel-lamps.ts';

/** A panel, said once: the navigation, the palette, the shortcuts and the shell are made from it. */
export interface PanelEntry {
  readonly name: PanelName;
  readonly title: string;
  readonly icon: Icon;
  /** In the notation of tinykeys. */
  readonly shortcut: string;
  readonly useLamp: () => PanelLamp;
  readonly Panel: ComponentType;
  /** Fetches the panel’s code before it is asked for. */
  readonly preload: () => Promise<unknown>;
}

type Loader = () => Promise<{ default: ComponentType }>;

const loaders: Readonly<Record<PanelName, Loader>> = {
  connection: () =>
    import('../panels/connection/connection-panel.tsx').then((module) => ({
      default: module.ConnectionPanel,
    })),
  account: () =>
    import('../panels/account/account-panel.tsx').then((module) => ({ default: module.AccountPanel })),
  tickets: () =>
    import('../panels/tickets/tickets-panel.tsx').then((module) => ({ default: module.TicketsPanel })),
  handshake: () =>
    import('../panels/handshake/handshake-panel.tsx').then((module) => ({ default: module.HandshakePanel })),
  voice: () => import('../panels/voice/voice-panel.tsx').then((module) => ({ default: module.VoicePanel })),
  duration: () =>
    import('../panels/duration/duration-panel.tsx').then((module) => ({ default: module.DurationPanel })),
  store: () => import('../panels/store/store-panel.tsx').then((module) => ({ default: module.StorePanel })),
  servers: () =>
    import('../panels/servers/servers-panel.tsx').then((module) => ({ default: module.ServersPanel })),
  simulation: () =>
    import('../panels/simulation/simulation-panel.tsx').then((module) => ({
      default: module.SimulationPanel,
    })),
  functions: () =>
    import('../panels/functions/functions-panel.tsx').then((module) => ({ default: module.FunctionsPanel })),
};

const code = (name: PanelName): Pick<PanelEntry, 'Panel' | 'preload'> => ({
  Panel: lazy(loaders[name]),
  preload: loaders[name],
});

export const panels: readonly PanelEntry[] = [
  {
    name: 'connection',
    title: 'Connection',
    icon: Plug,
    shortcut: '$mod+1',
    useLamp: useConnectionLamp,
    ...code('connection'),
  },
  {
    name: 'account',
    title: 'Account & network',
    icon: UserRound,
    shortcut: '$mod+2',
    useLamp: useAccountLamp,
    ...code('account'),
  },
  {
    name: 'tickets',
    title: 'Auth tickets',
    icon: Ticket,
    shortcut: '$mod+3',
    useLamp: useTicketsLamp,
    ...code('tickets'),
  },
  {
    name: 'handshake',
    title: 'Handshake',
    icon: Handshake,
    shortcut: '$mod+4',
    useLamp: useHandshakeLamp,
    ...code('handshake'),
  },
  {
    name: 'voice',
    title: 'Voice',
    icon: Mic,
    shortcut: '$mod+5',
    useLamp: useVoiceLamp,
    ...code('voice'),
  },
  {
    name: 'duration',
    title: 'Duration control',
    icon: Hourglass,
    shortcut: '$mod+6',
    useLamp: useDurationLamp,
    ...code('duration'),
  },
  {
    name: 'store',
    title: 'Store & purchases',
    icon: ShoppingCart,
    shortcut: '$mod+7',
    useLamp: useStoreLamp,
    ...code('store'),
  },
  {
    name: 'servers',
    title: 'Game servers (legacy)',
    icon: Server,
    shortcut: '$mod+8',
    useLamp: useServersLamp,
    ...code('servers'),
  },
  {
    name: 'simulation',
    title: 'Simulation',
    icon: FlaskConical,
    shortcut: '$mod+9',
    useLamp: useSimulationLamp,
    ...code('simulation'),
  },
  {
    name: 'functions',
    title: 'Functions',
    icon: SquareFunction,
    shortcut: '$mod+0',
    useLamp: useFunctionsLamp,
    ...code('functions'),
  },
];

/** Once the window stands, so that the first visit of a panel is as quick as the second. */
export function preloadPanels(): void {
  for (const { preload } of panels) void preload();
  void import('./overlays.tsx');
}
