import { app } from 'electron';

/** Time that closing may take before the process is ended without it: a hung Steam client must not keep the bench. */
const LONGEST_GOODBYE_MS = 2000;

/** Ends the bench cleanly however it is asked to end: window closed, quit, Ctrl+C, or a signal. */
export function endCleanly(goodbye: () => void): void {
  let isEnding = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => app.exit(0), LONGEST_GOODBYE_MS).unref();
    goodbye();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
}
