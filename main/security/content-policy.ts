import { TAKE_WAVE_STYLE } from '../../app/voice/wave-style.ts';

/**
 * Content-Security-Policy of the page: nothing is allowed but the bench's own files.
 *
 * No connections at all: whatever needs a network goes through main. Of styles within the page one is allowed, by its
 * text: that of the wave of a take.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${TAKE_WAVE_STYLE}'`,
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
