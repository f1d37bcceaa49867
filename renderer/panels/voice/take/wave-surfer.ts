import WaveSurfer from 'wavesurfer.js';
import { TAKE_WAVE_HEIGHT } from '../../../../app/voice/wave-style.ts';
import type { Signal } from '../../../../app/voice/signal/signal.ts';
import { isWhole, type TimeView } from '../../../voice/time-view.ts';
import { followPlace } from '../trace/follow-place.ts';
import { overlookLooseMoves } from './loose-moves.ts';
import { createWaveCanvases, type PaintStretch } from './wave-canvases.ts';
import { createWaveRegion } from './wave-region.ts';

/** What is drawn as one wave: the samples of a take, on an axis that may be longer than they are. */
export interface WaveSound {
  readonly signal: Signal;
  readonly sampleRate: number;
  readonly lengthSeconds: number;
}

/** What the wave asks for and tells. */
export interface WaveCalls {
  readonly paint: PaintStretch;
  /** A click, in seconds. */
  readonly onMark: (seconds: number) => void;
  readonly onRegion: (region: TimeView) => void;
  /** A region was drawn beyond the edge: the view went along. */
  readonly onView: (view: TimeView) => void;
}

/** A take as wavesurfer shows it. Times in seconds. */
export interface Wave {
  readonly show: (view: TimeView) => void;
  readonly showRegion: (region: TimeView | undefined) => void;
  /** Moves the line of what is heard. */
  readonly playAt: (seconds: number) => void;
  readonly paintAgain: () => void;
  readonly end: () => void;
}

/** What the wave may be scrolled by beside what was asked for: Chromium holds places in 32-bit floats. */
const SCROLL_PIXELS = 3;

/** What the zoom of one view differs by with its place. */
const ROUNDING = 1e-6;

/** Shows a take in a place: wavesurfer zooms, scrolls, draws regions and the line of what is heard. */
export function createWave(place: HTMLElement, sound: WaveSound, calls: WaveCalls): Wave {
  const { lengthSeconds } = sound;
  const surfer = WaveSurfer.create({
    container: place,
    height: TAKE_WAVE_HEIGHT,
    hideScrollbar: true,
    autoScroll: false,
    cursorWidth: 2,
    // Not from the samples that it was cut: cut at whole samples they would lie beside those of the next canvas.
    renderFunction: (_samples, context) => canvases.paint(context),
  });
  const canvases = createWaveCanvases(
    () => ({
      scroll: surfer.getScroll(),
      width: surfer.getWidth(),
      second: surfer.getWrapper().clientWidth / lengthSeconds,
    }),
    calls.paint,
  );
  const region = createWaveRegion(surfer, calls.onRegion);
  const stopOverlooking = overlookLooseMoves(place);
  let view: TimeView = { from: 0, to: lengthSeconds };
  /** Pixels of a second, 0 for the whole; undefined until there is something to zoom. */
  let zoom: number | undefined;
  let isReady = false;
  let isMoving = false;
  /** Views that the wave went to by itself: when they come back it may have gone on. */
  const told = new WeakSet<TimeView>();

  const move = (isAnew: boolean): void => {
    if (!isReady) return;
    const wanted = isWhole(view, lengthSeconds) ? 0 : surfer.getWidth() / (view.to - view.from);
    // A view that was only moved is as long as before but for its rounding.
    const isZoomed = zoom === undefined || Math.abs(wanted - zoom) > ROUNDING * zoom;
    const second = isZoomed ? wanted : (zoom ?? wanted);
    isMoving = true;
    if (isAnew || isZoomed) {
      // The width and the place come first: what is drawn then is what will be seen.
      if (second > 0) surfer.getWrapper().style.width = `${Math.ceil(lengthSeconds * second)}px`;
      surfer.setScroll(view.from * second);
      surfer.zoom(second);
    } else surfer.setScroll(view.from * second);
    canvases.paintSeen();
    zoom = second;
    isMoving = false;
  };
  surfer.on('scroll', (from, _to, pixels) => {
    canvases.paintSeen();
    if (isMoving || !zoom || Math.abs(pixels - view.from * zoom) <= SCROLL_PIXELS) return;
    const next = { from, to: from + view.to - view.from };
    told.add(next);
    calls.onView(next);
  });
  surfer.on('click', (share) => calls.onMark(share * lengthSeconds));
  surfer.on('ready', () => {
    isReady = true;
    zoom = 0;
    move(false);
    region.begin();
  });
  let before = appearance(place);
  const stopFollowing = followPlace(place, () => {
    const now = appearance(place);
    if (now !== before) move(true);
    before = now;
  });
  // Nothing is fetched: an empty address, and what it would hold.
  void surfer.load('', [alongAxis(sound)], lengthSeconds);
  return {
    show: (next) => {
      view = next;
      if (!told.has(next)) move(false);
    },
    showRegion: region.show,
    playAt: (seconds) => surfer.setTime(seconds),
    paintAgain: () => move(true),
    end: () => {
      stopFollowing();
      stopOverlooking();
      surfer.destroy();
    },
  };
}

/** What has a wave painted anew: its width, the pixels of the screen, the colours of the theme. */
function appearance(place: HTMLElement): string {
  return `${place.clientWidth} ${window.devicePixelRatio} ${getComputedStyle(place).color}`;
}

/** Samples that are not copied where wavesurfer cuts them for its canvases: ten minutes of them are 58 MB. */
class WholeSamples extends Float32Array {
  override slice(from?: number, to?: number): Float32Array<ArrayBuffer> {
    return this.subarray(from, to);
  }
}

/** As many samples as the axis has room for. */
function alongAxis({ signal, sampleRate, lengthSeconds }: WaveSound): Float32Array {
  const count = Math.round(lengthSeconds * sampleRate);
  const { buffer, byteOffset, length } = signal;
  if (signal instanceof Float32Array && buffer instanceof ArrayBuffer && length >= count)
    return new WholeSamples(buffer, byteOffset, length);
  const samples = new WholeSamples(Math.max(length, count));
  samples.set(signal);
  return samples;
}
