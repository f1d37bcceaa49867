import { vi } from 'vitest';
import type { LiveNews, LiveOrder } from './live-messages.ts';

/** A worker of the live trace, for tests of the page: what it was told, and what it says. */
export interface FakeTraceWorker {
  readonly orders: readonly LiveOrder[];
  readonly isEnded: boolean;
  tell(news: LiveNews): void;
  /** As one whose file cannot be loaded. */
  break(): void;
}

export interface FakeTraceWorkers {
  /** Every one that was started, oldest first. */
  readonly all: readonly FakeTraceWorker[];
  remove(): void;
}

/** Puts workers in place that draw nothing, where the environment of a test has none. */
export function installTraceWorkers(): FakeTraceWorkers {
  const all: FakeTraceWorker[] = [];
  class TraceWorker extends EventTarget implements FakeTraceWorker {
    readonly orders: LiveOrder[] = [];
    isEnded = false;
    constructor() {
      super();
      all.push(this);
    }
    postMessage(order: LiveOrder): void {
      this.orders.push(order);
    }
    terminate(): void {
      this.isEnded = true;
    }
    tell(news: LiveNews): void {
      this.dispatchEvent(new MessageEvent('message', { data: news }));
    }
    break(): void {
      this.dispatchEvent(new Event('error'));
    }
  }
  vi.stubGlobal('Worker', TraceWorker);
  Object.assign(HTMLCanvasElement.prototype, { transferControlToOffscreen: () => ({}) });
  return {
    all,
    remove: () => vi.unstubAllGlobals(),
  };
}
