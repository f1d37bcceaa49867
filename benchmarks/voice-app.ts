import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../app/settings/settings.ts';
import type { VoiceState } from '../app/voice/voice.ts';
import type { Page } from './page.ts';

/** What the targets of the live trace are for. */
export const traceSize = { width: 1200, height: 200 };

/** Settings with which a bench opens at the trace, in a window that it fits in. */
export const traceSettings: Partial<Settings> = {
  panel: 'voice',
  isTimelineOpen: false,
  window: { width: 1560, height: 900 },
};

/** Runs the work with a folder of user data in which a bench finds those settings. It goes afterwards. */
export async function withUserData<Value>(
  settings: Partial<Settings>,
  work: (userData: string) => Promise<Value>,
): Promise<Value> {
  const userData = mkdtempSync(join(tmpdir(), 'benchmark-voice-'));
  try {
    writeFileSync(join(userData, 'settings.json'), JSON.stringify(settings));
    return await work(userData);
  } finally {
    rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * Waits for the live trace and gives its canvas the size of the targets, all of it in the window: `traceSettings` make
 * one that has room for it.
 */
export async function openTrace(page: Page): Promise<void> {
  await page.waitUntil(() => document.querySelector('canvas[data-trace="live"]') !== null);
  await page.evaluate(({ width, height }) => {
    const place = document.querySelector<HTMLCanvasElement>('canvas[data-trace="live"]')?.parentElement;
    if (place === null || place === undefined) throw new Error('There is no live trace.');
    // A panel is not that wide for reading; what is cut off would not be on the screen.
    for (let around = place.parentElement; around !== null; around = around.parentElement)
      around.style.maxWidth = 'none';
    place.style.width = `${width / devicePixelRatio}px`;
    place.style.height = `${height / devicePixelRatio}px`;
  }, traceSize);
  await page.waitUntil(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-trace="live"]');
    if (canvas?.width !== 1200 || canvas.height !== 200) return false;
    const { left, right, top, bottom } = canvas.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    const isShown = (x: number): boolean => document.elementFromPoint(x, middle) === canvas;
    return isShown(left + 1) && isShown(right - 1) && bottom < window.innerHeight;
  });
}

/** Tells the recorder to begin, as the key or the latch does. */
export async function startTalk(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const started = await window.bench.voice.start({});
    if (!started.ok) throw new Error(started.error.message);
  });
}

/** Stops recording and waits until the take is kept. */
export async function stopTalk(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const stopped = await window.bench.voice.stop({});
    if (!stopped.ok) throw new Error(stopped.error.message);
    for (;;) {
      const now = await window.bench.voice.get();
      if (!now.ok) throw new Error(now.error.message);
      if (now.value.recorder === 'idle') return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}

export function voiceState(page: Page): Promise<VoiceState> {
  return page.evaluate(async () => {
    const now = await window.bench.voice.get();
    if (!now.ok) throw new Error(now.error.message);
    return now.value;
  });
}
