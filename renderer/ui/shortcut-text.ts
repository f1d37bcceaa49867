const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');

const macNames: Readonly<Record<string, string>> = { $mod: '⌘', Shift: '⇧', Alt: '⌥', Control: '⌃' };
const names: Readonly<Record<string, string>> = { $mod: 'Ctrl', Control: 'Ctrl' };
const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: 'Enter',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
};

/**
 * Keys of a shortcut as they are written on this system: `$mod+Shift+L` is `Ctrl Shift L` or `⌘ ⇧ L`.
 *
 * The notation is that of tinykeys.
 */
export function shortcutKeys(shortcut: string): readonly string[] {
  return shortcut.split('+').map((key) => {
    const bare = key.replace(/^(Key|Digit)/, '');
    return (
      (isMac ? macNames[bare] : names[bare]) ??
      keyNames[bare] ??
      (bare.length === 1 ? bare.toUpperCase() : bare)
    );
  });
}

/** The same for `aria-keyshortcuts`: `Control+Shift+L`. */
export function ariaShortcut(shortcut: string): string {
  return shortcut.replace('$mod', isMac ? 'Meta' : 'Control').replaceAll(/(Key|Digit)(?=[A-Z0-9]$)/g, '');
}
