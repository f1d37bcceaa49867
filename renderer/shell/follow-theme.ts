import { readSettingsNow, subscribeToTheme, type Theme } from '../stores/settings.ts';

/** Writes the chosen theme on the root element; without the attribute the system’s preference holds. */
export function followTheme(root: HTMLElement): () => void {
  const apply = (theme: Theme): void => {
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
  };
  apply(readSettingsNow().theme);
  return subscribeToTheme(apply);
}
