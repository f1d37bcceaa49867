import type { Failure } from '../../../../app/outcome.ts';
import { followPlace } from '../trace/follow-place.ts';
import { readTraceColours, swatchColour } from '../trace/trace-colours.ts';
import type { TraceSize } from '../trace/trace-drawing.ts';
import type { LiveNews, LiveOrder } from './live-messages.ts';
import workerUrl from './live-worker.ts?worker&url';

export interface LiveCanvasParts {
  /** Has the swatches that the colours are taken from. */
  readonly figure: HTMLElement;
  /** What the canvas fills. */
  readonly place: HTMLElement;
  readonly heard: (news: LiveNews) => void;
  readonly failed: (failure: PageFailure) => void;
}

/** A failure of the page itself, whose code is no command’s. */
export type PageFailure = Omit<Failure, 'code'> & { readonly code: string };

/** The live trace and its meter, drawn in a worker. */
export interface LiveCanvas {
  /** Hands over the port that main sends frames by, and those that were drawn before. */
  takeLooks(port: MessagePort, drawn: Float64Array): void;
  /** A take began, by the clock of main. */
  begin(startedAt: number): void;
  /** Ends the worker and takes its canvas away. */
  close(): void;
}

/** Puts a canvas into its place and has a worker draw in it. It can be handed over once: each opening has its own. */
export function openLiveCanvas({ figure, place, heard, failed }: LiveCanvasParts): LiveCanvas {
  const canvas = document.createElement('canvas');
  canvas.dataset['trace'] = 'live';
  place.append(canvas);
  const stillness = matchMedia('(prefers-reduced-motion: reduce)');
  let isSeen = true;
  let worker: Worker | undefined;
  const stop = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  const fail = (why: string): void => {
    stop();
    failed({
      code: 'trace-failed',
      message: `The live trace cannot be drawn: ${why}`,
      remedy: 'Takes are recorded all the same. Open another panel and this one again to try anew.',
    });
  };
  const order = (message: LiveOrder, transfer: Transferable[] = []): void =>
    worker?.postMessage(message, transfer);
  const look = (): void => {
    order({
      kind: 'view',
      view: {
        size: sizeOf(place),
        colours: { ...readTraceColours(place, figure), ground: swatchColour(figure, 'ground') },
        meter: {
          bar: swatchColour(figure, 'level'),
          peak: swatchColour(figure, 'peak'),
          track: swatchColour(figure, 'track'),
        },
        isStill: stillness.matches,
        isSeen,
      },
    });
  };

  try {
    worker = new Worker(workerUrl, { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<LiveNews>) => heard(data));
    // Also told where its file is not there; then there is no message.
    worker.addEventListener('error', ({ message }) => fail(message || 'its worker did not start.'));
    const offscreen = canvas.transferControlToOffscreen();
    order({ kind: 'canvas', canvas: offscreen }, [offscreen]);
    look();
  } catch (error) {
    fail(error instanceof Error ? error.message : 'its worker did not start.');
  }

  const unfollow = followPlace(place, look);
  stillness.addEventListener('change', look);
  const sight = new IntersectionObserver((entries) => {
    isSeen = entries.at(-1)?.isIntersecting ?? true;
    look();
  });
  sight.observe(place);

  return {
    takeLooks: (port, drawn) => order({ kind: 'looks', drawn }, [port]),
    begin: (startedAt) => order({ kind: 'begin', startedAt }),
    close() {
      stop();
      unfollow();
      stillness.removeEventListener('change', look);
      sight.disconnect();
      canvas.remove();
    },
  };
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): TraceSize {
  const ratio = window.devicePixelRatio;
  return { width: Math.round(clientWidth * ratio), height: Math.round(clientHeight * ratio), ratio };
}
