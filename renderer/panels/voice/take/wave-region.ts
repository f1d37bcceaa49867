import type WaveSurfer from 'wavesurfer.js';
import RegionsPlugin, { type Region } from 'wavesurfer.js/plugins/regions';
import { ordered } from '../../../voice/time-region.ts';
import type { TimeView } from '../../../voice/time-view.ts';

/** The one region of a wave. */
export interface WaveRegion {
  /** From now on there is a wave to draw it on. */
  readonly begin: () => void;
  /** As it was drawn or typed: it may end before it begins. */
  readonly show: (region: TimeView | undefined) => void;
}

/** A pointer that moved less than this was a click, in CSS pixels. */
const CLICK_PIXELS = 3;

/** Its edges are dragged, and a drag anywhere else begins another one: also within it. */
const LOOK = { color: 'transparent', drag: false, resize: true };

/** Draws a region on a wave and tells of the one that the pointer draws. */
export function createWaveRegion(surfer: WaveSurfer, onRegion: (region: TimeView) => void): WaveRegion {
  const regions = surfer.registerPlugin(RegionsPlugin.create());
  let shown: Region | undefined;
  let wanted: TimeView | undefined;
  let isReady = false;
  let isAdding = false;

  /** They come back when they were shown elsewhere: the pointer may have gone on by then. */
  const told = new WeakSet<TimeView>();
  const tell = ({ start, end }: Region): void => {
    const region = { from: start, to: end };
    told.add(region);
    onRegion(region);
  };
  regions.on('region-initialized', (drawn) => {
    if (isAdding) return;
    shown?.remove();
    shown = drawn;
    // The plugin begins with a few pixels more than the pointer went.
    drawn.end = drawn.start;
    // Until the drag has ended the plugin itself tells nothing of it.
    drawn.on('update', () => {
      if (!regions.getRegions().includes(drawn)) tell(drawn);
    });
  });
  regions.on('region-update', tell);
  regions.enableDragSelection(LOOK, CLICK_PIXELS);

  const place = (): void => {
    if (!isReady) return;
    if (wanted === undefined) {
      shown?.remove();
      shown = undefined;
      return;
    }
    const { from: start, to: end } = ordered(wanted, surfer.getDuration());
    if (shown === undefined) {
      isAdding = true;
      shown = regions.addRegion({ ...LOOK, start, end });
      isAdding = false;
    } else if (shown.start !== start || shown.end !== end) shown.setOptions({ start, end });
  };
  return {
    begin: () => {
      isReady = true;
      place();
    },
    show: (region) => {
      wanted = region;
      if (region === undefined || !told.has(region)) place();
    },
  };
}
