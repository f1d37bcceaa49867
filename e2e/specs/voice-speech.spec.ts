import type { Locator, Page, TestInfo } from '@playwright/test';
import type { FigureKey } from '../../app/voice/figures/figure-table.ts';
import type { TakeCard, TakeReport } from '../../app/voice/voice.ts';
import { VOICE_SAMPLE_RATE } from '../../app/voice/voice-codec.ts';
import { pcmOfSound } from '../../app/voice/wav/read-wav.ts';
import { liveLayout } from '../../renderer/panels/voice/talk/live-layout.ts';
import { factsOf } from '../audio/other-player.ts';
import { beginningOf, secondsOf, SENTENCE, speak } from '../audio/speech.ts';
import { asSteamHears, FRAMES_A_PACKET, packetsOfSpurt, sayToSteam, TALKER } from '../audio/steam-talker.ts';
import {
  inject,
  injectedSoFar,
  missedFrames,
  newestTake,
  reportOf,
  setPace,
  setVoice,
  takePath,
  talkInto,
  untilHeard,
  wavOf,
} from '../audio/voice-bench.ts';
import { expect, test } from '../fixtures.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { VoicePanel } from '../pages/voice-panel.ts';

test.skip(process.platform !== 'linux', 'What speaks and reads sound files here is Linux’s.');

const PAUSE_PACKETS = 8;
const FRAMES_A_SECOND = 50;

/** Simulated time for each unit of real time, where every packet counts. */
const PACE = 0.4;

/** What busy cores decide, and not the voice. */
const ofMachine: ReadonlySet<FigureKey> = new Set([
  'startLatencyMs',
  'jitterMs',
  'intervalP99Ms',
  'captureToScreenP95Ms',
  'mouthToEarMs',
  'underrunCount',
] as const);

/** What a machine that stood still for a second loses of the voice. */
const ofMissedFrames: ReadonlySet<FigureKey> = new Set([
  'sequenceGapCount',
  'lossPercent',
  'lossBurstLongest',
] as const);

/** How much of the live trace is drawn on in anything but its ground, which is that of its corner. */
async function inkOf(trace: Locator): Promise<number> {
  const canvas = trace.locator('canvas');
  const { wave } = liveLayout(
    await canvas.evaluate(({ width, height }: HTMLCanvasElement) => ({
      width,
      height,
      ratio: window.devicePixelRatio,
    })),
  );
  // The wave alone: seconds stand below it, and the level beside it.
  return canvas.evaluate((drawn: HTMLCanvasElement, { width, height }) => {
    // A worker draws it: its pixels are read from a copy.
    const copy = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d')!;
    copy.drawImage(drawn, 0, 0);
    const pixels = new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer);
    return pixels.filter((pixel) => pixel !== pixels[0]).length;
  }, wave);
}

async function openPanel(page: Page): Promise<VoicePanel> {
  await setVoice(page, { loopback: 'off' });
  await new BenchWindow(page).open('Voice');
  const panel = new VoicePanel(page);
  await expect(panel.standing('Ready')).toBeVisible();
  return panel;
}

function expectWithinLimits(report: TakeReport, missedFrames: number, testInfo: TestInfo): void {
  const { figures, lossBursts } = report.measurement;
  const { verdict, failed, figures: verdicts } = report.assessment;
  const { tailMs, peakDbfs, loudnessLufs, snrDb } = figures;
  const measured = { verdict, failed, missedFrames, tailMs, peakDbfs, loudnessLufs, snrDb };
  testInfo.annotations.push({ type: 'measured', description: JSON.stringify(measured) });
  expect(lossBursts.reduce((sum, frames) => sum + frames, 0)).toBe(missedFrames);
  const isExcused = (figure: FigureKey): boolean =>
    ofMachine.has(figure) || (missedFrames > 0 && ofMissedFrames.has(figure));
  expect(failed.filter((figure) => !isExcused(figure))).toEqual([]);
  for (const figure of ['peakDbfs', 'loudnessLufs', 'clippingCount', 'tailMs'] as const)
    expect(verdicts[figure], figure).toBe('pass');
}

/** The card, the file and the table of figures tell of the same sound. */
async function expectPlayable(userData: string, panel: VoicePanel, take: TakeCard): Promise<void> {
  const facts = factsOf(takePath(userData, take.id, 'wav'));
  expect(facts).toEqual({
    encoding: 'Signed Integer PCM',
    sampleRate: take.sampleRate,
    channels: 1,
    bits: 16,
    samples: Math.round(take.lengthSeconds * take.sampleRate),
  });
  await panel.button(take.name).click();
  await expect(panel.figure('Length')).toContainText(`${take.lengthSeconds.toFixed(2)} s`);
}

test.describe('real speech, while the talk key is held,', () => {
  test('over the simulator is drawn, kept within limits, and read by another player', async ({
    launch,
  }, testInfo) => {
    const spoken = speak(SENTENCE);
    const { page, userData } = await launch();
    await talkInto(page, spoken);
    const panel = await openPanel(page);
    const silent = await inkOf(panel.live);
    await page.keyboard.down('Space');
    await expect(panel.standing('Recording')).toBeVisible();
    await untilHeard(page, secondsOf(spoken));
    expect(await inkOf(panel.live)).toBeGreaterThan(3 * silent);
    await page.keyboard.up('Space');
    await expect(panel.standing('Ready')).toBeVisible();

    await expect(panel.take('Take 1')).toContainText('Simulated');
    const take = await newestTake(page);
    expect(take).toMatchObject({ name: 'Take 1', ending: 'stopped', isSimulated: true });
    const report = await reportOf(page, take.id);
    expectWithinLimits(report, await missedFrames(page), testInfo);
    expect(report.measurement.figures.tailMs).toBeGreaterThan(250);
    await expectPlayable(userData, panel, take);
    await expect(panel.figure('Tail')).toContainText(/\d{3} ms/);

    // What was drawn is there again with the panel.
    const bench = new BenchWindow(page);
    await bench.open('Account & network');
    await bench.open('Voice');
    await expect.poll(() => inkOf(panel.live)).toBeGreaterThan(3 * silent);
  });

  test('is counted to the frame where packets of it are lost', async ({ launch }) => {
    const spoken = speak(SENTENCE);
    const { page } = await launch({ flags: ['--client=simulated', '--seed=5'] });
    await setPace(page, PACE);
    await talkInto(page, spoken);
    await inject(page, { lose: 0.3 });
    const panel = await openPanel(page);
    await page.keyboard.down('Space');
    await expect.poll(async () => (await injectedSoFar(page)).lostPackets).toBeGreaterThanOrEqual(3);
    // A receiver knows of a lost frame only by one behind it that came: the last packets of the words do.
    await inject(page, { lose: 0 });
    const { packets, lostFrames } = await injectedSoFar(page);
    await expect.poll(async () => (await injectedSoFar(page)).packets).toBeGreaterThanOrEqual(packets + 2);
    await page.keyboard.up('Space');
    await expect(panel.standing('Ready')).toBeVisible();

    const lost = lostFrames + (await missedFrames(page));
    const { lossBursts, figures } = (await reportOf(page, (await newestTake(page)).id)).measurement;
    expect(lossBursts.reduce((sum, frames) => sum + frames, 0)).toBe(lost);
    expect(figures.lossPercent).toBeGreaterThan(0);
    await panel.button('Take 1').click();
    await expect(panel.figure('Loss')).toContainText(`${(figures.lossPercent ?? NaN).toFixed(2)} %`);
    await expect(
      page.getByLabel('Figures of the take').getByText(new RegExp(`^${lost} \\([\\d.]+ %\\)$`)),
    ).toBeVisible();
  });

  test('over Valve’s library is drawn, kept sample by sample, and read by another player', async ({
    native,
  }, testInfo) => {
    // A pause before the words, in which the trace is a line.
    const samples = asSteamHears(beginningOf(speak(SENTENCE), 4), PAUSE_PACKETS * FRAMES_A_PACKET);
    const packets = packetsOfSpurt(samples);
    const { page, userData } = native.bench;
    const panel = await openPanel(page);
    await page.keyboard.down('Space');
    await expect(panel.standing('Recording')).toBeVisible();
    await sayToSteam(native.steam, packets.slice(0, PAUSE_PACKETS));
    await untilHeard(page, (PAUSE_PACKETS * FRAMES_A_PACKET) / FRAMES_A_SECOND);
    const silent = await inkOf(panel.live);
    await sayToSteam(native.steam, packets.slice(PAUSE_PACKETS));
    await untilHeard(page, samples.length / VOICE_SAMPLE_RATE);
    expect(await inkOf(panel.live)).toBeGreaterThan(2 * silent);
    await page.keyboard.up('Space');
    await expect(panel.standing('Ready')).toBeVisible();

    await expect(panel.take('Take 1')).not.toContainText('Simulated');
    const take = await newestTake(page);
    expect(take).toMatchObject({ talker: TALKER, ending: 'stopped', isSimulated: false, lossPercent: 0 });
    expect([...pcmOfSound(await wavOf(userData, take.id))]).toEqual([...samples]);
    const report = await reportOf(page, take.id);
    expectWithinLimits(report, 0, testInfo);
    // The pause before the words lets the noise be heard.
    expect(report.assessment.figures.snrDb).toBe('pass');
    await expectPlayable(userData, panel, take);
    await expect(panel.figure('Tail')).toContainText(/\d ms/);
  });

  test('ends without Steam’s NotRecording when that takes too long, and says so', async ({ launch }) => {
    const { page } = await launch();
    await talkInto(page, speak(SENTENCE));
    const set = await page.evaluate(() => window.bench.simulation.set({ voice: { tailMs: 10_000 } }));
    expect(set).toMatchObject({ ok: true });
    const panel = await openPanel(page);
    await setVoice(page, { loopback: 'off', tailTimeoutMs: 2000 });
    await page.keyboard.down('Space');
    await untilHeard(page, 1);
    await page.keyboard.up('Space');
    await expect(panel.standing('Waiting for Steam’s tail')).toBeVisible();
    await expect(panel.standing('Ready')).toBeVisible();
    await expect(panel.take('Take 1')).toContainText('No end of the tail');
    const take = await newestTake(page);
    expect(take.ending).toBe('tail-timed-out');
    const report = await reportOf(page, take.id);
    expect(report.measurement.figures.tailMs).toBeUndefined();
    await expect(new BenchWindow(page).timeline.named('tailTimedOut')).toHaveCount(1);
  });
});
