import * as z from 'zod/mini';
import { isSafeBaseUrl } from './base-url.ts';

export const panelNames = [
  'connection',
  'account',
  'tickets',
  'handshake',
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
});

export type SettingsChange = z.infer<typeof SettingsChange>;
