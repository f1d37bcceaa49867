import { contextBridge, ipcRenderer } from 'electron';
import { createBridge } from '../app/ipc/bridge.ts';
import { contract } from '../app/ipc/contract.ts';
import { fail, type Outcome } from '../app/outcome.ts';

/** Exposes `window.bench`, made from the contract; nothing else crosses into the page. */
contextBridge.exposeInMainWorld(
  'bench',
  createBridge(contract, {
    async invoke(channel, payload) {
      try {
        return (await ipcRenderer.invoke(channel, payload)) as Outcome<unknown>;
      } catch {
        // Main answers every command; only a payload that cannot be copied (a function, say) never gets there.
        return fail('bad-payload', `${channel}: the payload holds something that cannot be sent.`);
      }
    },
    listen(channel, listener) {
      if (typeof listener !== 'function') throw new TypeError(`${channel} takes a function.`);
      const relay = (_event: unknown, payload: unknown): void => listener(payload);
      ipcRenderer.on(channel, relay);
      return () => ipcRenderer.off(channel, relay);
    },
  }),
);

// Ports cannot cross the bridge; the page gets them as a message of its own.
ipcRenderer.on('bench.voice', ({ ports }, { heardSeconds, drawn }: Readonly<Record<string, unknown>>) =>
  window.postMessage({ kind: 'bench.voice', heardSeconds, drawn }, location.origin, [...ports]),
);
