import type { TimeView } from '../../../voice/time-view.ts';

/** What keys change over a wave, in seconds. */
export interface KeptPlace {
  readonly view: TimeView;
  readonly lengthSeconds: number;
  /** As it was drawn: it may end before it begins. */
  readonly region: TimeView | undefined;
  readonly mark: number;
}

/** What a key asks for. */
export type PlaceStep =
  | { readonly kind: 'play' }
  | { readonly kind: 'mark'; readonly seconds: number }
  | { readonly kind: 'region'; readonly region: TimeView };

/** Arrows, Home and End move the place, with Shift they draw the region; Enter plays. Undefined for other keys. */
export function placeStep(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  { view, lengthSeconds, region, mark }: KeptPlace,
): PlaceStep | undefined {
  if (key === 'Enter') return { kind: 'play' };
  const step = (view.to - view.from) / 100;
  // A region that begins at the place goes on; any other one was drawn elsewhere, and a new one begins here.
  const from = shiftKey && region?.from === mark ? region.to : mark;
  const to = { ArrowLeft: from - step, ArrowRight: from + step, Home: 0, End: lengthSeconds }[key];
  if (to === undefined) return undefined;
  const seconds = Math.max(0, Math.min(lengthSeconds, to));
  return shiftKey ? { kind: 'region', region: { from: mark, to: seconds } } : { kind: 'mark', seconds };
}
