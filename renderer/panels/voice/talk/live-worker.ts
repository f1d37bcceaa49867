import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { createLiveLoop, type LiveLoop } from './live-loop.ts';
import { PICTURES_CHANNEL, PICTURES_QUESTION, type LiveNews, type LiveOrder } from './live-messages.ts';
import { createPictureLog } from './picture-times.ts';

/**
 * Draws the live trace and the level in a thread of their own: frames come from main by a port of their own, and
 * neither they nor the pictures pass the page, which may be busy.
 */
const log = createPictureLog();
let loop: LiveLoop | undefined;

function start(canvas: OffscreenCanvas): LiveLoop {
  return createLiveLoop({
    canvas,
    // What lies behind need not be painted then, nor be mixed with.
    context: contextOf(canvas, { alpha: false }),
    makeCanvas: (width, height) =>
      contextOf(new OffscreenCanvas(width, height), { alpha: true, willReadFrequently: true }),
    tell: (news: LiveNews) => postMessage(news),
    now: () => Date.now(),
    later(picture, afterMs) {
      if (afterMs !== undefined) return void setTimeout(() => picture(performance.now()), afterMs);
      requestAnimationFrame((at) => {
        const startedAt = performance.now();
        picture(at);
        log.note(at, performance.now() - startedAt);
      });
    },
  });
}

function contextOf(
  canvas: OffscreenCanvas,
  settings: CanvasRenderingContext2DSettings,
): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', settings);
  if (context === null) throw new Error('the canvas has no 2d context.');
  return context;
}

addEventListener('message', ({ data, ports }: MessageEvent<LiveOrder>) => {
  switch (data.kind) {
    case 'canvas':
      loop = start(data.canvas);
      break;
    case 'view':
      loop?.view(data.view);
      break;
    case 'begin':
      loop?.begin(data.startedAt);
      break;
    case 'looks':
      loop?.earlier(data.drawn);
      listen(ports[0]);
      break;
  }
});

function listen(port: MessagePort | undefined): void {
  port?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!(data instanceof Float64Array)) return;
    const startedAt = performance.now();
    loop?.came(data);
    log.noteFrames(performance.now() - startedAt);
  });
  port?.start();
}

const pictures = new BroadcastChannel(PICTURES_CHANNEL);
pictures.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (data === PICTURES_QUESTION) pictures.postMessage(log.times());
});

// A worker has no style sheet: the face of the page is fetched here once more. The trace is drawn with it from then on,
// or with the system's own where it does not come.
const { fonts } = globalThis as unknown as { readonly fonts: FontFaceSet };
const face = new FontFace('Inter Variable', `url(${interUrl})`, { weight: '100 900' });
void face.load().then((loaded) => {
  fonts.add(loaded);
  loop?.again();
});
