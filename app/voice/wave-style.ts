/** Height of the wave of a take without its axis, in CSS pixels. */
export const TAKE_WAVE_HEIGHT = 97;

/**
 * The one sheet of wavesurfer, by its text, as a Content-Security-Policy allows it.
 *
 * The text holds the height above. A test reckons it from what is installed.
 */
export const TAKE_WAVE_STYLE = 'sha256-0cpgjofs5CzTFfpfkkWvYeEqpRegBi+Oo7jYRcv9Jpw=';
