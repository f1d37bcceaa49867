import { contract, type BenchContract } from '../app/ipc/contract.ts';
import { createBridge, type Bridge } from '../app/ipc/bridge.ts';
import { fail, succeed, type Outcome } from '../app/outcome.ts';

/** Main, for tests of the page: answers by channel, and tells events when the test says so. */
export interface FakeBench {
  readonly bridge: Bridge<BenchContract>;
  /** Every command that was asked, oldest first. */
  readonly asked: readonly { readonly channel: string; readonly payload: unknown }[];
  answer(channel: string, answer: (payload: unknown) => unknown): void;
  tell(channel: string, payload: unknown): void;
}

/** A bench behind the very bridge that the preload makes; put in place as `window.bench`. */
export function installFakeBench(): FakeBench {
  const asked: { channel: string; payload: unknown }[] = [];
  const answers = new Map<string, (payload: unknown) => unknown>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const bridge = createBridge(contract, {
    async invoke(channel, payload): Promise<Outcome<unknown>> {
      asked.push({ channel, payload });
      const answer = answers.get(channel);
      return answer === undefined ? fail('unknown-command') : succeed(await answer(payload));
    },
    listen(channel, listener) {
      const own = listeners.get(channel) ?? new Set();
      listeners.set(channel, own.add(listener));
      return () => own.delete(listener);
    },
  });
  Object.assign(window, { bench: bridge });
  return {
    bridge,
    asked,
    answer: (channel, answer) => void answers.set(channel, answer),
    tell(channel, payload) {
      for (const listener of listeners.get(channel) ?? []) listener(payload);
    },
  };
}
