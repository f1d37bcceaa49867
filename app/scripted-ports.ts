import type { BenchPorts, Desktop } from './bench-ports.ts';
import { createMemoryTakeFiles } from './voice/memory-take-files.ts';
import { fail, succeed } from './outcome.ts';
import { defaultSettings, readSettings, type Settings } from './settings/settings.ts';

/**
 * What a process would give, for tests: nothing is asked of a system, nothing reaches a network.
 *
 * File dialogues are declined and windows stay; a test replaces the port that it is about.
 */
export function createScriptedPorts(given: Partial<Settings> = {}): BenchPorts {
  let settings = readSettings({ ...defaultSettings, ...given });
  let bytesGiven = 0;
  return {
    settings: {
      get: () => settings,
      set(change) {
        const known = Object.entries(change).filter(([, value]) => value !== undefined);
        settings = readSettings({ ...settings, ...Object.fromEntries(known) });
        return succeed(settings);
      },
    },
    desktop: scriptedDesktop,
    webFetch: () => Promise.resolve(fail('web-api-unreachable', 'There is no network here.')),
    keyStore: {
      whyUnavailable: () => 'There is no key store here.',
      read: () => undefined,
      write: () => fail('key-store-unavailable'),
      forget: () => succeed(null),
    },
    handshakeNetwork: {
      listen: () => Promise.resolve(fail('handshake-failed', 'There is no network here.')),
      connect: () => Promise.resolve(fail('handshake-failed', 'There is no network here.')),
    },
    takeFiles: createMemoryTakeFiles(),
    voiceStreams: { open: () => undefined, samples: () => undefined, looks: () => undefined },
    microphone: { setAllowed: () => undefined },
    // Different each time, the same in every run.
    randomBytes: (count) => Uint8Array.from({ length: count }, () => (bytesGiven += 1) % 256),
    openPlayer: () => Promise.resolve(fail('no-account-left')),
  };
}

export const scriptedDesktop: Desktop = {
  copyText: () => Promise.resolve(),
  copyBytes: () => Promise.resolve(),
  openPage: () => Promise.resolve(fail('url-refused')),
  openStoreUrl: () => Promise.resolve(fail('url-refused')),
  about: () => ({ version: '1', electron: '', chromium: '', node: '', platform: '', userDataFolder: '' }),
  saveJournal: (entries) => Promise.resolve(succeed({ path: 'journal.jsonl', entries: entries.length })),
  saveBytes: () => Promise.resolve(succeed(null)),
  readFile: () => Promise.resolve(succeed(null)),
  leave: () => undefined,
  stay: () => undefined,
};
