import { useEffect } from 'react';
import { tinykeys } from 'tinykeys';
import { actions, isAvailable } from './actions.ts';

/** Runs actions by their shortcuts, everywhere in the window. */
export function useShortcuts(): void {
  useEffect(() => tinykeys(window, Object.fromEntries(bindings())), []);
}

function bindings(): readonly (readonly [string, (event: KeyboardEvent) => void])[] {
  return actions.flatMap((action) => {
    const { shortcut } = action;
    if (shortcut === undefined) return [];
    const isPlainKey = !shortcut.includes('$mod');
    const handle = (event: KeyboardEvent): void => {
      // A plain key is text where text is typed; nothing reaches past an open dialog.
      if (isPlainKey && isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]') !== null || event.defaultPrevented) return;
      event.preventDefault();
      if (isAvailable(action)) action.run();
    };
    return [[shortcut, handle] as const];
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}
