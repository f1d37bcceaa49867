import { once } from 'node:events';
import { expect, type Page } from '@playwright/test';
import type { RunningBench } from '../launch.ts';

/** What the page had been told of the take in the making. */
export interface Told {
  /** Pieces of sound by the port: one for each packet. */
  readonly pieces: number;
  readonly seconds: number;
}

/** Begins a take, and lets the page count what it is told of it. */
export async function startCountedTake(page: Page): Promise<void> {
  const started = await page.evaluate(async () => {
    const told = { pieces: 0, seconds: 0 };
    Object.assign(window, { told });
    window.addEventListener('message', ({ data, ports: [sound] }) => {
      if ((data as { kind?: string }).kind !== 'bench.voice' || !sound) return;
      sound.onmessage = ({ data: heard }: MessageEvent<{ samples: Int16Array; sampleRate: number }>) => {
        told.pieces += 1;
        told.seconds += heard.samples.length / heard.sampleRate;
      };
    });
    await window.bench.voice.openStreams();
    return window.bench.voice.start({});
  });
  expect(started).toMatchObject({ ok: true });
}

/** What the page has been told by that time after it was told first. */
export async function toldAfter(page: Page, afterMs: number): Promise<Told> {
  const told = await page.waitForFunction((wanted) => {
    const counted = (window as unknown as { told: Told & { firstAt?: number } }).told;
    if (counted.pieces === 0) return false;
    Object.assign(counted, { firstAt: counted.firstAt ?? performance.now() });
    return performance.now() - (counted.firstAt ?? Infinity) >= wanted && { ...counted };
  }, afterMs);
  return (await told.jsonValue()) as Told;
}

/** Kills main as the system does when it runs out of memory, and sees that nothing of the app goes on. */
export async function killMain({ app }: RunningBench): Promise<void> {
  const main = app.process();
  const ended = once(main, 'exit');
  expect(isGroupThere(main.pid)).toBe(true);
  main.kill('SIGKILL');
  await ended;
  // Its own processes are of its group, and end by themselves when main is gone.
  await expect
    .poll(() => isGroupThere(main.pid), { message: 'a process of the killed app is left' })
    .toBe(false);
}

/** Whether any process of the group is there. Windows knows no groups. */
function isGroupThere(leader: number | undefined): boolean {
  if (leader === undefined) return false;
  try {
    process.kill(-leader, 0);
    return true;
  } catch {
    return false;
  }
}
