import type { BenchContract } from '../app/ipc/contract.ts';
import type { Bridge } from '../app/ipc/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload before the page runs. Public: scripts drive the bench with it. */
    readonly bench: Bridge<BenchContract>;
  }
}

/** Main, as the page sees it. Asked for at every use, so that a test can put another in its place. */
export function bench(): Bridge<BenchContract> {
  return window.bench;
}
