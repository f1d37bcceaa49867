import * as z from 'zod/mini';
import { playbackLimits } from '../voice/playback-limits.ts';
import { readTakeLimits } from '../voice/take-limits.ts';
import { HIGHEST_VOICE_RATE, LOWEST_VOICE_RATE } from '../voice/voice-codec.ts';
import { isSafeBaseUrl } from './base-url.ts';

export const panelNames = [
  'connection',
  'account',
  'tickets',
  'handshake',
  'voice',
  'duration',
  'store',
  'servers',
  'simulation',
  'functions',
] as const;

/** Valve’s web API for those who hold a publisher key. */
export const DEFAULT_WEB_API_URL = 'https://partner.steam-api.com';

/** An address that a publisher key may be sent to: over https, or to this machine. */
const WebApiUrl = z
  .string()
  .check(
    z.maxLength(300),
    z.refine(
      isSafeBaseUrl,
      'must be an https address, or http of this machine such as http://127.0.0.1:8080',
    ),
  );

const whole = ({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }) =>
  z.int().check(z.minimum(minimum), z.maximum(maximum));

/** How a take is heard and what it is held against. */
export const VoiceSettings = z.object({
  /** `KeyboardEvent.code` of the push-to-talk key. */
  key: z.catch(z.enum(['Space', 'KeyV']), 'Space'),
  loopback: z.catch(z.enum(['live', 'after', 'off']), 'after'),
  /** Of live loopback, on top of the jitter buffer. */
  delayMs: z.catch(whole(playbackLimits.delayMs), 0),
  /** Of the jitter buffer. */
  targetBufferMs: z.catch(whole(playbackLimits.targetBufferMs), 60),
  /** Hz that DecompressVoice is asked for. */
  rate: z.catch(
    z.union([
      z.enum(['optimal', 'device']),
      z.int().check(z.minimum(LOWEST_VOICE_RATE), z.maximum(HIGHEST_VOICE_RATE)),
    ]),
    'optimal',
  ),
  /** `deviceId` of the output; empty for the system’s own choice. */
  outputDevice: z.catch(z.string().check(z.maxLength(200)), ''),
  /** `deviceId` of the microphone that feeds the simulated one; empty for the system’s own choice. */
  microphoneDevice: z.catch(z.string().check(z.maxLength(200)), ''),
  /** After that the bench no longer waits for NotRecording. */
  tailTimeoutMs: z.catch(z.int().check(z.minimum(200), z.maximum(30_000)), 3000),
  /** Then recording stops by itself: a take is held in memory until it is through. */
  longestTakeMinutes: z.catch(whole(playbackLimits.longestTakeMinutes), 10),
  storeLimitBytes: z.catch(z.int().check(z.minimum(1 << 20), z.maximum(2 ** 40)), 1 << 30),
  limits: z.prefault(z.pipe(z.unknown(), z.transform(readTakeLimits)), {}),
});
export type VoiceSettings = z.infer<typeof VoiceSettings>;

/**
 * What the bench remembers between runs.
 *
 * Every field falls back to its default on its own, so that one bad value in the file costs that value alone.
 */
const fields = {
  theme: z.catch(z.enum(['system', 'light', 'dark']), 'system'),
  panel: z.catch(z.enum(panelNames), 'connection'),
  /** Share of the window’s height, in per cent. */
  timelinePercent: z.catch(z.number().check(z.minimum(10), z.maximum(85)), 38),
  isTimelineOpen: z.catch(z.boolean(), true),
  isNavigationNarrow: z.catch(z.boolean(), false),
  badgeSeries: z.catch(z.int().check(z.minimum(1), z.maximum(50)), 4),
  /** Base address of the web API that checks tickets. */
  webApiUrl: z.catch(WebApiUrl, DEFAULT_WEB_API_URL),
  voice: z.catch(VoiceSettings, () => VoiceSettings.parse({})),
  window: z.catch(
    z.object({
      width: z.int().check(z.minimum(640), z.maximum(10000)),
      height: z.int().check(z.minimum(400), z.maximum(10000)),
    }),
    { width: 1280, height: 800 },
  ),
};

const Settings = z.object(fields);

export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = Settings.parse({});

/** Settings from whatever a file held. Never fails: what is not right becomes the default. */
export function readSettings(stored: unknown): Settings {
  const parsed = Settings.safeParse(stored);
  return parsed.success ? parsed.data : defaultSettings;
}

/** A change from the page: only known keys with right values. */
export const SettingsChange = z.strictObject({
  theme: z.optional(z.enum(['system', 'light', 'dark'])),
  panel: z.optional(z.enum(panelNames)),
  timelinePercent: z.optional(z.number().check(z.minimum(10), z.maximum(85))),
  isTimelineOpen: z.optional(z.boolean()),
  isNavigationNarrow: z.optional(z.boolean()),
  badgeSeries: z.optional(z.int().check(z.minimum(1), z.maximum(50))),
  webApiUrl: z.optional(WebApiUrl),
  /** Whole: a page changes one field by sending all. */
  voice: z.optional(VoiceSettings),
});

export type SettingsChange = z.infer<typeof SettingsChange>;
