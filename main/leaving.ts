import { app, type BrowserWindow } from 'electron';

/** What would be taken back if the window were closed now. */
interface Live {
  readonly liveTickets: number;
  readonly openSessions: number;
}

export interface ClosingGuard {
  watch(window: BrowserWindow): void;
  /** The user stays: closing the window asks again. */
  stay(): void;
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
  let hasAsked = false;
  let isDecided = false;
  let isQuitting = false;
  app.once('before-quit', () => {
    isQuitting = true;
  });
  return {
    watch(window) {
      // A page that is loaded anew no longer shows the question.
      window.webContents.on('did-finish-load', () => {
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
    stay() {
      hasAsked = false;
    },
    leave(window) {
      isDecided = true;
      if (!window.isDestroyed()) window.close();
    },
  };
}
