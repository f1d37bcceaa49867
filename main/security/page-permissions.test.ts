import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { createPagePermissions } from './page-permissions.ts';

const PAGE = 'app://bench/index.html';
const ORIGIN = 'app://bench/';
const ours = {} as unknown as WebContents;
const silent = {} as unknown as WebContents;
const foreign = {} as unknown as WebContents;

const permissions = createPagePermissions({
  pageOrigin: 'app://bench',
  windowOf: (contents) => (contents === foreign ? undefined : { mayUseMicrophone: () => contents === ours }),
});

/** Every other permission that Electron knows. */
const others = [
  'accessibility-events',
  'background-sync',
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'payment-handler',
  'persistent-storage',
  'pointerLock',
  'screen-wake-lock',
  'sensors',
  'serial',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
];

interface Request {
  readonly contents?: WebContents | null;
  readonly permission?: string;
  readonly mediaTypes?: ('audio' | 'video')[] | undefined;
  readonly isMainFrame?: boolean;
  readonly requestingUrl?: string;
  readonly securityOrigin?: string;
}

/** A request for the microphone by a window that may use it, but for what is given. */
function request({ contents = ours, permission = 'media', ...given }: Request): boolean {
  return permissions.isGranted(contents, permission, {
    isMainFrame: true,
    mediaTypes: ['audio'],
    requestingUrl: PAGE,
    securityOrigin: ORIGIN,
    ...given,
  } as Parameters<typeof permissions.isGranted>[2]);
}

interface Check extends Omit<Request, 'mediaTypes'> {
  readonly origin?: string;
  readonly mediaType?: 'audio' | 'video' | 'unknown' | undefined;
  readonly embeddingOrigin?: string;
}

function check({ contents = ours, permission = 'media', origin = ORIGIN, ...given }: Check): boolean {
  return permissions.isHeld(contents, permission, origin, {
    isMainFrame: true,
    mediaType: 'audio',
    requestingUrl: PAGE,
    ...given,
  } as Parameters<typeof permissions.isHeld>[3]);
}

describe('what a page asks for', () => {
  it('is the microphone, where its window may use it', () => {
    expect(request({})).toBe(true);
    expect(request({ contents: silent })).toBe(false);
  });

  it.each<[string, Request]>([
    ['video', { mediaTypes: ['video'] }],
    ['sound with video', { mediaTypes: ['audio', 'video'] }],
    ['video with sound', { mediaTypes: ['video', 'audio'] }],
    ['the screen', { mediaTypes: [] }],
    ['what has no type', { mediaTypes: undefined }],
    ['a subframe', { isMainFrame: false }],
    ['another origin', { securityOrigin: 'https://evil.example/' }],
    ['another page', { requestingUrl: 'https://evil.example/index.html' }],
    ['a page whose address begins alike', { requestingUrl: 'app://bench.evil/index.html' }],
    ['another window', { contents: foreign }],
    ['no window', { contents: null }],
  ])('is denied to %s', (_name, given) => {
    expect(request(given)).toBe(false);
  });

  it.each([...others, 'speaker-selection'])('is denied otherwise: %s', (permission) => {
    expect(request({ permission })).toBe(false);
    expect(request({ permission, mediaTypes: undefined })).toBe(false);
  });
});

describe('what a page has already', () => {
  it('is the names of the microphones, where its window may use one', () => {
    expect(check({})).toBe(true);
    expect(check({ origin: PAGE, securityOrigin: ORIGIN })).toBe(true);
    expect(check({ contents: silent })).toBe(false);
  });

  it('is the choice of an audio output, in our windows', () => {
    const choice: Check = { permission: 'speaker-selection', mediaType: undefined, embeddingOrigin: ORIGIN };
    expect(check(choice)).toBe(true);
    expect(check({ ...choice, contents: silent })).toBe(true);
    expect(check({ ...choice, contents: foreign })).toBe(false);
  });

  it.each<[string, Check]>([
    ['video', { mediaType: 'video' }],
    ['what is unknown', { mediaType: 'unknown' }],
    ['what has no type', { mediaType: undefined }],
  ])('is not %s', (_name, given) => {
    expect(check(given)).toBe(false);
  });

  it.each<[string, Check]>([
    ['a subframe', { isMainFrame: false }],
    ['another origin', { origin: 'https://evil.example/' }],
    ['an origin that begins alike', { origin: 'app://bench.evil/' }],
    ['another origin of the frame', { securityOrigin: 'https://evil.example/' }],
    ['a page in another one', { embeddingOrigin: 'https://evil.example/' }],
    ['another page', { requestingUrl: 'https://evil.example/index.html' }],
    ['another window', { contents: foreign }],
    ['no window', { contents: null }],
  ])('is nothing for %s', (_name, given) => {
    expect(check(given)).toBe(false);
    expect(check({ permission: 'speaker-selection', mediaType: undefined, ...given })).toBe(false);
  });

  it.each(others)('is nothing else: %s', (permission) => {
    expect(check({ permission })).toBe(false);
    expect(check({ permission, mediaType: undefined })).toBe(false);
  });
});
