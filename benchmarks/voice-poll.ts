import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { encodeCallback } from '../app/steam/callback-bytes.ts';
import { userCallbacks } from '../app/steam/user-callbacks.ts';
import { readVoicePacket } from '../app/voice/packets/read-packet.ts';
import { readRecording } from '../app/voice/packets/recording.ts';
import { startBench, usableBench, withSteam, withSteamHome } from './bench-app.ts';
import type { Page } from './page.ts';
import { milliseconds, type Finding } from './report.ts';
import { withApps, type Runtime } from './running-app.ts';
import { startTalk, stopTalk, voiceState, withUserData } from './voice-app.ts';

const targetPercent = 99.9;
const entryCount = 100_000;
const scrollSeconds = 60;
/** Somebody who has just connected and begun to scroll does not speak yet. */
const settleSeconds = 3;
/** Ten minutes of talk in two: the simulated clock runs that much faster, and forgives that much less. */
const clockRate = 5;
const longTalkSeconds = 120;

const name = 'steamServerConnected';
const callback = encodeCallback(name, {}, 4);

declare global {
  interface Window {
    scrolling: { frames: number; rounds: number; isWanted: boolean };
  }
}

/**
 * How regularly main asks for voice while a simulated talker records and the page scrolls through a long timeline; then
 * ten minutes of talk at five times the pace, after which no frame may be missing in the packets on the disk.
 *
 * The recorder itself counts the time between two polls.
 */
export function measureVoicePoll(runtime: Runtime): Promise<Finding> {
  return withUserData({ panel: 'voice' }, (userData) =>
    withSteamHome(async (home) => {
      const bench = startBench(runtime, home, { userData });
      return withApps([bench], async () => {
        const page = await usableBench(bench);
        await withSteam(home, (steam) => steam.burst(userCallbacks[name].id, entryCount, callback));
        await page.waitUntil(hasLongTimeline);
        await page.evaluate(connectSimulated);

        await page.evaluate(scrollOnDemand);
        await delay(settleSeconds * 1000);
        await startTalk(page);
        const { frames: framesBefore } = await page.evaluate(() => window.scrolling);
        await delay(scrollSeconds * 1000);
        const gaps = (await voiceState(page)).live?.pollGaps;
        const { frames: framesAfter, rounds } = await page.evaluate(() => window.scrolling);
        const scrolledFps = (framesAfter - framesBefore) / scrollSeconds;
        await page.evaluate(() => void (window.scrolling.isWanted = false));
        await stopTalk(page);

        await setClockRate(page, clockRate);
        await startTalk(page);
        await delay(longTalkSeconds * 1000);
        await stopTalk(page);
        await setClockRate(page, 1);

        if (gaps === undefined || gaps.polls === 0) throw new Error('Nothing was polled.');
        const talked = await spoken(page);
        const kept = framesKept(join(userData, 'takes'));
        // Not recorded as nobody asked in time, thrown away unread, or gone on the way to the disk.
        const lost = talked.frames - kept.frames + talked.skippedFrames;
        const percent = (100 * gaps.onTime) / gaps.polls;
        const minutes = (longTalkSeconds * clockRate) / 60;
        return {
          name: 'voice-poll',
          row: {
            what:
              `polls of voice within 25 ms while the page scrolls ${entryCount.toLocaleString('en')} entries for ` +
              `${scrollSeconds} s (its frames a second); voice frames lost in ${minutes} minutes of talk`,
            baseline: '–',
            measured: `${percent.toFixed(2)} % of ${gaps.polls}, longest ${milliseconds(gaps.longestMs)} (${scrolledFps.toFixed(0)} fps); ${lost} of ${talked.frames} lost`,
            ratio: '–',
            target: `≥ ${targetPercent} %, none lost`,
            isMet: percent >= targetPercent && lost === 0 && kept.missing === 0,
          },
          figures: { gaps, percent, scrolled: { fps: scrolledFps, rounds }, talked, kept, lost },
        };
      });
    }),
  );
}

interface Spoken {
  readonly frames: number;
  readonly skippedFrames: number;
  readonly unreadFrames: number;
}

/** What the simulated talkers say that they sent. */
function spoken(page: Page): Promise<Spoken> {
  return page.evaluate(async () => {
    const simulation = await window.bench.simulation.get();
    if (!simulation.ok) throw new Error(simulation.error.message);
    const voices = simulation.value.world?.voices ?? [];
    const sum = (key: 'frames' | 'skippedFrames' | 'unreadFrames'): number =>
      voices.reduce((total, voice) => total + voice[key], 0);
    return {
      frames: sum('frames'),
      skippedFrames: sum('skippedFrames'),
      unreadFrames: sum('unreadFrames'),
    };
  });
}

/** Frames in the packets of all takes, and how many numbers are missing among them. */
function framesKept(folder: string): {
  readonly takes: number;
  readonly frames: number;
  readonly missing: number;
} {
  const files = readdirSync(folder).filter((file) => file.endsWith('.stbvoice'));
  let frames = 0;
  let missing = 0;
  for (const file of files) {
    const recording = readRecording(readFileSync(join(folder, file)));
    if (!recording.ok) throw new Error(recording.why);
    let expected = 0;
    for (const { bytes } of recording.packets) {
      const reading = readVoicePacket(bytes);
      if (!reading.ok) throw new Error('A packet on the disk cannot be read.');
      for (const { seq } of reading.packet.frames) {
        if (seq !== expected) missing += 1;
        expected = (seq + 1) % 65_536;
        frames += 1;
      }
      if (reading.packet.isEnd) expected = 0;
    }
  }
  return { takes: files.length, frames, missing };
}

async function setClockRate(page: Page, rate: number): Promise<void> {
  await page.evaluate(async (to) => {
    const set = await window.bench.simulation.set({ clock: { rate: to } });
    if (!set.ok) throw new Error(set.error.message);
  }, rate);
}

// These are sent to their page as text and so hold all that they need.

function hasLongTimeline(): boolean {
  const timeline = document.querySelector('[data-place="timeline"]');
  return Number(timeline?.getAttribute('aria-rowcount')) > 100_000;
}

async function connectSimulated(): Promise<void> {
  const connected = await window.bench.session.connect({ client: 'simulated', appId: 480 });
  if (!connected.ok) throw new Error(connected.error.message);
  if (connected.value.state !== 'connected') throw new Error(`The session is ${connected.value.state}.`);
}

/** Scrolls once through the whole timeline in half a minute, back to its beginning, and on. */
function scrollOnDemand(): void {
  const timeline = document.querySelector('[data-place="timeline"]');
  if (timeline === null) throw new Error('There is no timeline.');
  const scrolling = { frames: 0, rounds: 0, isWanted: true };
  window.scrolling = scrolling;
  // Somebody who scrolls back lets go of the newest entry first.
  timeline.dispatchEvent(new WheelEvent('wheel', { deltaY: -1 }));
  const step = timeline.scrollHeight / (30 * 60);
  let top = 0;
  const scroll = (): void => {
    if (!scrolling.isWanted) return;
    top += step;
    if (top >= timeline.scrollHeight - timeline.clientHeight - step) {
      top = 0;
      scrolling.rounds += 1;
    }
    timeline.scrollTop = top;
    scrolling.frames += 1;
    requestAnimationFrame(scroll);
  };
  scroll();
}
