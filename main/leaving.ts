import { app, type BrowserWindow } from 'electron';

/** What would be taken back if the window were closed now. */
interface Live {
  readonly liveTickets: number;
  readonly openSessions: number;
}

export interface ClosingGuard {
  watch(window: BrowserWindow): void;
  /** Closes the window: the user said so. */
  leave(window: BrowserWindow): void;
}

/**
 * Asks before a window with live tickets or sessions is closed by its user.
 *
 * Never in the way of anything else: a quit of the whole app and signals do not ask, a page that is gone cannot be asked,
 * and whoever closes a second time while the question stands means it.
 */
export function guardClosing({
  live,
  isPageThere,
  ask,
}: {
  readonly live: () => Live;
  readonly isPageThere: () => boolean;
  readonly ask: (what: Live) => void;
}): ClosingGuard {
  let isDecided = false;
  let isQuitting = false;
  app.once('before-quit', () => {
    isQuitting = true;
  });
  return {
    watch(window) {
      let hasAsked = false;
      window.on('focus', () => {
        // The question was answered with “stay”, or a long time ago.
        hasAsked = false;
      });
      window.on('close', (event) => {
        if (isDecided || isQuitting || hasAsked || !isPageThere()) return;
        const what = live();
        if (what.liveTickets + what.openSessions === 0) return;
        event.preventDefault();
        hasAsked = true;
        ask(what);
      });
    },
    leave(window) {
      isDecided = true;
      if (!window.isDestroyed()) window.close();
    },
  };
}
