import { create } from 'zustand';
import type { Settings, SettingsChange } from '../../app/settings/settings.ts';
import { bench } from '../bench.ts';

export type Theme = Settings['theme'];
export type PanelName = Settings['panel'];

/** What is shown in the instant before main has said what it remembers; main's defaults are in `app/settings`. */
const initial: Settings = {
  theme: 'system',
  panel: 'connection',
  timelinePercent: 38,
  isTimelineOpen: true,
  isNavigationNarrow: false,
  badgeSeries: 4,
  webApiUrl: '',
  voice: {
    key: 'Space',
    loopback: 'after',
    delayMs: 0,
    targetBufferMs: 60,
    rate: 'optimal',
    outputDevice: '',
    microphoneDevice: '',
    tailTimeoutMs: 3000,
    longestTakeMinutes: 10,
    storeLimitBytes: 0,
    limits: {},
  },
  window: { width: 1280, height: 800 },
};

const store = create<Settings>()(() => initial);

export function useSettings(): Settings {
  return store();
}

export function useTheme(): Theme {
  return store((settings) => settings.theme);
}

export function usePanelName(): PanelName {
  return store((settings) => settings.panel);
}

export function readSettingsNow(): Settings {
  return store.getState();
}

export function takeSettings(settings: Settings): void {
  store.setState(settings, true);
}

/** Changes at once what is seen, and has main remember it. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  store.setState(defined(change));
  await bench().settings.set(change);
}

/** Goes to a panel. */
export function openPanel(panel: PanelName): void {
  void changeSettings({ panel });
}

export function subscribeToTheme(listener: (theme: Theme) => void): () => void {
  return store.subscribe((now, before) => {
    if (now.theme !== before.theme) listener(now.theme);
  });
}

/** The change without the keys that say nothing. */
function defined(change: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
