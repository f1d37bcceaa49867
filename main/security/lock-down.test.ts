import type { App, Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { lockContents, lockSession } from './lock-down.ts';
import { createPagePermissions } from './page-permissions.ts';

type Listener = (...given: readonly unknown[]) => unknown;

/** Remembers what it was given to listen with, by name. */
function createEmitter() {
  const listeners = new Map<string, Listener>();
  return {
    listeners,
    on: (name: string, listener: Listener): void => void listeners.set(name, listener),
  };
}

const isOurs = (url: string): boolean => url.startsWith('app://bench/');

/** Whether an event with that address is let through. */
function isLetThrough(listener: Listener | undefined, url: string): boolean {
  const preventDefault = vi.fn();
  listener?.({ url, preventDefault });
  return listener !== undefined && preventDefault.mock.calls.length === 0;
}

describe('the session', () => {
  it('gives no device, no download and the permissions of its page, and loads the bench’s own files only', () => {
    const given = new Map<string, Listener>();
    const setter =
      (name: string) =>
      (handler: Listener): void =>
        void given.set(name, handler);
    const emitter = createEmitter();
    const session = {
      setPermissionRequestHandler: setter('request'),
      setPermissionCheckHandler: setter('check'),
      setDevicePermissionHandler: setter('device'),
      webRequest: { onBeforeRequest: setter('load') },
      on: emitter.on,
    };
    let mayUseMicrophone = false;
    const permissions = createPagePermissions({
      pageOrigin: 'app://bench',
      windowOf: () => ({ mayUseMicrophone: () => mayUseMicrophone }),
    });
    lockSession(session as unknown as Session, isOurs, permissions);

    const details = { isMainFrame: true, requestingUrl: 'app://bench/index.html' };
    const answer = vi.fn();
    const askForMicrophone = (): unknown =>
      given.get('request')?.({}, 'media', answer, { ...details, mediaTypes: ['audio'] });
    askForMicrophone();
    mayUseMicrophone = true;
    askForMicrophone();
    given.get('request')?.({}, 'notifications', answer, details);
    expect(answer.mock.calls).toEqual([[false], [true], [false]]);
    expect(given.get('check')?.({}, 'clipboard-read', 'app://bench/', details)).toBe(false);
    expect(given.get('check')?.({}, 'speaker-selection', 'app://bench/', details)).toBe(true);
    expect(given.get('device')?.({ deviceType: 'hid' })).toBe(false);
    expect(isLetThrough(emitter.listeners.get('will-download'), 'app://bench/a.html')).toBe(false);

    const load = vi.fn();
    given.get('load')?.({ url: 'app://bench/index.html' }, load);
    given.get('load')?.({ url: 'https://evil.example/' }, load);
    expect(load.mock.calls).toEqual([[{ cancel: false }], [{ cancel: true }]]);
  });
});

describe('every page', () => {
  it('stays where it is, opens no window and embeds nothing', () => {
    const app = createEmitter();
    const contents = createEmitter();
    const setWindowOpenHandler = vi.fn<(handler: Listener) => void>();
    lockContents(app as unknown as App, isOurs);
    app.listeners.get('web-contents-created')?.({}, { ...contents, setWindowOpenHandler });

    expect(setWindowOpenHandler.mock.lastCall?.[0]({ url: 'app://bench/index.html' })).toEqual({
      action: 'deny',
    });
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      expect(isLetThrough(contents.listeners.get(name), 'app://bench/index.html')).toBe(true);
      expect(isLetThrough(contents.listeners.get(name), 'https://evil.example/')).toBe(false);
    }
    expect(isLetThrough(contents.listeners.get('will-attach-webview'), 'app://bench/')).toBe(false);
  });
});
