export const PLAYBACK_PROCESSOR = 'bench-playback';

/** From the page to the worklet. */
export type PlaybackOrder =
  /** The port that main sends samples by travels along. */
  { readonly kind: 'sound' } | { readonly kind: 'set'; readonly isLive: boolean; readonly targetMs: number };
