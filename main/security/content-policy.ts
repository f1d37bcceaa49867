/**
 * Content-Security-Policy of the page: nothing is allowed but the bench's own files.
 *
 * No connections at all: whatever needs a network goes through main.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
