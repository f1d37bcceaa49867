import { openOverlay } from '../stores/overlay.ts';
import { changeSettings, openPanel, readSettingsNow, type Theme } from '../stores/settings.ts';
import type { Action } from './actions.ts';
import { panels } from './panel-registry.ts';
import { focusPlace } from './places.ts';
import { shortcuts } from './shortcuts.ts';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** The theme after this one: by system, light, dark, and round again. */
export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
}

const themeTitles: Readonly<Record<Theme, string>> = {
  system: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
};

export const actionsOfWindow: readonly Action[] = [
  ...panels.map((panel): Action => ({
    id: `panel-${panel.name}`,
    title: panel.title,
    group: 'Go to',
    shortcut: panel.shortcut,
    keywords: 'panel open show',
    run: () => {
      openPanel(panel.name);
      // Once it is drawn: its place is a new one.
      requestAnimationFrame(() => focusPlace('panel'));
    },
  })),
  {
    id: 'focus-panel',
    title: 'Go to the panel',
    group: 'Go to',
    shortcut: shortcuts.focusPanel,
    keywords: 'focus',
    run: () => focusPlace('panel'),
  },
  {
    id: 'palette',
    title: 'Command palette',
    group: 'Window',
    shortcut: shortcuts.palette,
    run: () => openOverlay('palette'),
  },
  {
    id: 'shortcuts',
    title: 'Keyboard shortcuts',
    group: 'Window',
    shortcut: shortcuts.shortcutList,
    keywords: 'help keys',
    run: () => openOverlay('shortcuts'),
  },
  {
    id: 'next-theme',
    title: 'Next theme',
    group: 'Window',
    shortcut: shortcuts.theme,
    keywords: 'dark light system appearance',
    run: () => void changeSettings({ theme: nextTheme(readSettingsNow().theme) }),
  },
  ...themes.map((theme): Action => ({
    id: `theme-${theme}`,
    title: themeTitles[theme],
    group: 'Window',
    keywords: 'appearance colour color mode',
    isAvailable: () => readSettingsNow().theme !== theme,
    run: () => void changeSettings({ theme }),
  })),
  {
    id: 'narrow-navigation',
    title: 'Narrow or widen the navigation',
    group: 'Window',
    shortcut: shortcuts.narrowNavigation,
    keywords: 'sidebar collapse',
    run: () => void changeSettings({ isNavigationNarrow: !readSettingsNow().isNavigationNarrow }),
  },
  {
    id: 'about',
    title: 'About Steam Test Bench',
    group: 'Window',
    keywords: 'version electron information',
    run: () => openOverlay('about'),
  },
];
