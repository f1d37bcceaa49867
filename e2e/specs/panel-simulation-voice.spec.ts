import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { VoiceChange } from '../../app/simulator/voice/voice-knobs.ts';
import { readRecording } from '../../app/voice/packets/recording.ts';
import { createVoiceReceiver, type ReceiverStatistics } from '../../app/voice/packets/receiver.ts';
import { createSpectrumReader } from '../../app/voice/signal/spectrum.ts';
import type { TakeCard, VoiceState } from '../../app/voice/voice.ts';
import { readWav } from '../../app/voice/wav/read-wav.ts';
import { wavFile } from '../../app/voice/wav/wav-header.ts';
import { injectedSoFar } from '../audio/voice-bench.ts';
import { expect, test } from '../fixtures.ts';
import { seriousFindings } from '../pages/audit.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import type { InjectedRow } from '../pages/simulation-panel.ts';
import { VoicePanel } from '../pages/voice-panel.ts';

/** What the faults draw from: with another one other packets come to harm. */
const seeded = { flags: ['--client=simulated', '--seed=5'] };

/** Simulated time for each unit of real time. */
const PACE = 0.4;

async function openVoicePart(page: Page): Promise<BenchWindow> {
  const view = new BenchWindow(page);
  await view.open('Simulation');
  await view.simulation.show('Voice');
  return view;
}

async function stateOf(page: Page): Promise<VoiceState> {
  const outcome = await page.evaluate(() => window.bench.voice.get());
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

/** The only take there is. */
async function takeOf(page: Page): Promise<TakeCard> {
  const [take] = (await stateOf(page)).takes;
  if (take === undefined) throw new Error('There is no take.');
  return take;
}

/** What a receiver makes of the packets that the take holds. */
async function receivedIn(userData: string, id: string): Promise<ReceiverStatistics> {
  const recording = readRecording(new Uint8Array(await readFile(join(userData, 'takes', `${id}.stbvoice`))));
  if (!recording.ok) throw new Error(recording.why);
  const receiver = createVoiceReceiver();
  for (const { bytes } of recording.packets) receiver.receive(bytes);
  return receiver.statistics();
}

/** Holds the key in the voice panel until that is so, and waits for the take. */
async function talk(view: BenchWindow, until: () => Promise<void>): Promise<VoicePanel> {
  const panel = new VoicePanel(view.page);
  await view.open('Voice');
  await view.page.keyboard.down('Space');
  await until();
  await view.page.keyboard.up('Space');
  await expect(panel.standing(/^(Ready|Refused)$/)).toBeVisible();
  await expect(panel.takes).toHaveCount(1);
  return panel;
}

const faults = {
  Lost: { field: 'Lost, %', counted: 'lostPackets', off: { lose: 0 } },
  Duplicated: { field: 'Duplicated, %', counted: 'duplicatedPackets', off: { duplicate: 0 } },
  'Bit flipped': { field: 'Bit flipped, %', counted: 'flippedPackets', off: { flipBit: 0 } },
} as const satisfies Partial<Record<InjectedRow, { off: VoiceChange['outgoing']; [key: string]: unknown }>>;

/**
 * Sets a fault on the way from the microphone, records a take with it, and gives what the panel says was injected.
 *
 * A receiver knows of a lost frame only by one behind it that came. So the microphone hears a tone, which makes one spurt
 * from the key to the end, and the fault is taken away before the key is let go: the last packets come as they were sent,
 * and whatever was injected lies before them.
 */
async function recordWith(page: Page, fault: keyof typeof faults) {
  const { field, counted, off } = faults[fault];
  const view = await openVoicePart(page);
  const { simulation } = view;
  // What nobody asks for in a simulated second is lost as well: a busy machine is given more than two for it.
  await page.evaluate((rate) => window.bench.simulation.set({ clock: { rate } }), PACE);
  await simulation.choose('Microphone hears', /^Tone/);
  await simulation.fill(field, '30', simulation.voiceWay('Microphone to GetVoice'));
  const panel = await talk(view, async () => {
    await expect.poll(async () => (await injectedSoFar(page))[counted]).toBeGreaterThanOrEqual(3);
    // By the bench: the hand is on the key.
    await page.evaluate((outgoing) => window.bench.simulation.set({ voice: { outgoing } }), off);
    const { packets } = await injectedSoFar(page);
    await expect.poll(async () => (await injectedSoFar(page)).packets).toBeGreaterThanOrEqual(packets + 2);
  });
  await panel.button('Take 1').click();
  const lossShown = await panel.figure('Loss').textContent();
  await view.open('Simulation');
  const number = async (name: string): Promise<number> =>
    Number.parseInt((await simulation.recorded(name).textContent()) ?? '', 10);
  expect(await number('Talk spurts')).toBe(1);
  const { outgoing: sent } = await simulation.injected('Sent');
  const { outgoing: injected } = await simulation.injected(fault);
  expect(injected.packets).toBeGreaterThanOrEqual(3);
  const skipped = await number('Skipped');
  return {
    view,
    take: await takeOf(page),
    lossShown,
    sent,
    injected,
    /** Frames that nobody asked for in time, where the machine stood still all the same: they have numbers too. */
    missed: skipped + (await number('Unread')),
    numbered: sent.frames + skipped,
  };
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;

test.describe('the simulated voice, driven from its panel', () => {
  test('loses exactly what the take misses', async ({ launch }) => {
    const { page, userData } = await launch(seeded);
    const { view, take, lossShown, numbered, injected, missed } = await recordWith(page, 'Lost');
    const lost = injected.frames + missed;
    expect(lossShown).toContain(percent(lost, numbered));
    expect((await receivedIn(userData, take.id)).talkers[0]).toMatchObject({ lostFrames: lost });
    const report = await page.evaluate((id) => window.bench.voice.report({ id }), take.id);
    const bursts = report.ok ? report.value.measurement.lossBursts : [];
    expect(bursts.reduce((sum, burst) => sum + burst, 0)).toBe(lost);
    await view.open('Voice');
    await expect(
      // By its share: as many packets may have come, and they stand there with their size.
      view.page.getByLabel('Figures of the take').getByText(new RegExp(`^${lost} \\([\\d.]+ %\\)$`)),
    ).toBeVisible();
  });

  test('doubles exactly what the take holds twice', async ({ launch }) => {
    const { page, userData } = await launch(seeded);
    const { take, lossShown, sent, injected, missed } = await recordWith(page, 'Duplicated');
    expect(missed).toBe(0);
    expect(lossShown).toContain('0.00 %');
    const received = await receivedIn(userData, take.id);
    expect(received.packets).toBe(sent.packets + injected.packets);
    expect(received.talkers[0]).toMatchObject({
      frames: sent.frames,
      duplicatePackets: injected.packets,
      duplicateFrames: injected.frames,
    });
  });

  test('breaks exactly what the take has wrong', async ({ launch }) => {
    const { page, userData } = await launch(seeded);
    const { view, take, lossShown, numbered, injected, missed } = await recordWith(page, 'Bit flipped');
    expect(missed).toBe(0);
    // A bit of a length is wrong before the checksum is looked at.
    const { wrongChecksums, brokenPackets } = await receivedIn(userData, take.id);
    expect(wrongChecksums).toBeGreaterThan(0);
    expect(wrongChecksums + brokenPackets).toBe(injected.packets);
    expect(lossShown).toContain(percent(injected.frames, numbered));
    await view.open('Voice');
    const figures = view.page.getByLabel('Figures of the take');
    await expect(figures.getByText('Wrong CRC').locator('xpath=..')).toHaveText(`Wrong CRC${wrongChecksums}`);
  });

  test('loses what the caller gives to DecompressVoice', async ({ launch }) => {
    const { page } = await launch(seeded);
    const view = await openVoicePart(page);
    const { simulation } = view;
    await simulation.fill('Lost, %', '100', simulation.voiceWay('Caller to DecompressVoice'));
    const panel = await talk(view, async () => {
      await expect.poll(async () => (await stateOf(page)).live?.packets ?? 0).toBeGreaterThan(3);
    });
    await expect(panel.take('Take 1')).toContainText('0.0 s');
    await view.open('Simulation');
    const { incoming: sent } = await simulation.injected('Sent');
    expect(sent.packets).toBeGreaterThan(3);
    expect((await simulation.injected('Lost')).incoming).toEqual(sent);
    expect((await simulation.injected('Lost')).outgoing).toEqual({ packets: 0, frames: 0 });
  });

  test('says what is in a WAV file, over and over', async ({ launch }) => {
    const { page, userData } = await launch();
    const view = await openVoicePart(page);
    const { simulation } = view;
    await simulation.choose('Microphone hears', /^WAV file/);
    // A second of it: 997 whole turns, so that its repeats make one tone.
    const tone = Int16Array.from(
      { length: 48_000 },
      (_, at) => 10_000 * Math.sin((2 * Math.PI * 997 * at) / 48_000),
    );
    const buffer = Buffer.from(wavFile(tone, 48_000));
    await simulation.wavFile.setInputFiles({ name: 'tone.wav', mimeType: 'audio/wav', buffer });
    await expect(simulation.controls.getByText('tone.wav')).toBeVisible();
    await expect(simulation.controls.getByText('48000 Hz')).toBeVisible();
    await expect(simulation.switch('Repeat')).toBeChecked();

    await simulation.wavFile.setInputFiles({ name: 'text.wav', mimeType: '', buffer: Buffer.from('Hello.') });
    await expect(simulation.controls.getByText('wav-not-riff')).toBeVisible();
    await expect(simulation.controls.getByText('tone.wav', { exact: true })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);

    // Main has the file, and tells of it anew.
    await simulation.switch('Repeat').click();
    await expect(simulation.switch('Repeat')).not.toBeChecked();
    await page.reload();
    await openVoicePart(page);
    await expect(simulation.controls.getByText('48000 Hz')).toBeVisible();
    await expect(simulation.switch('Repeat')).not.toBeChecked();
    await simulation.switch('Repeat').click();
    await expect(simulation.switch('Repeat')).toBeChecked();

    await talk(view, async () => {
      await expect.poll(async () => (await stateOf(page)).live?.lengthSeconds ?? 0).toBeGreaterThan(1.2);
    });
    const { id } = await takeOf(page);
    const read = readWav(new Uint8Array(await readFile(join(userData, 'takes', `${id}.wav`))));
    if (!read.ok) throw new Error(read.error.message);
    const { signal, sampleRate } = read.value;
    const spectrum = createSpectrumReader(8192, sampleRate);
    const levels = spectrum.read(signal, signal.length - 2 * spectrum.size);
    const highest = levels.indexOf(Math.max(...levels));
    expect(Math.abs((spectrum.frequencies[highest] ?? 0) - 997)).toBeLessThan(sampleRate / spectrum.size);
    // As loud as in the file: −10.3 dBFS.
    expect(Math.abs((levels[highest] ?? -100) + 10.3)).toBeLessThan(2);
  });

  test('says nothing while the microphone is pulled out', async ({ launch }) => {
    const { page } = await launch();
    const view = await openVoicePart(page);
    await view.simulation.switch('Pulled out').click();
    await expect(view.simulation.switch('Pulled out')).toBeChecked();
    const panel = await talk(view, async () => {
      await expect.poll(async () => (await stateOf(page)).live?.results[3] ?? 0).toBeGreaterThan(20);
      expect((await stateOf(page)).live?.packets).toBe(0);
    });
    await expect(panel.take('Take 1')).toContainText('0.0 s');
    await expect(panel.take('Take 1')).toContainText('Nothing to judge');
    await view.open('Simulation');
    expect((await view.simulation.injected('Sent')).outgoing).toEqual({ packets: 0, frames: 0 });
  });

  test('is refused to an account that is restricted', async ({ launch }) => {
    const { page } = await launch();
    const view = await openVoicePart(page);
    await view.simulation.switch('Account restricted').click();
    await expect(view.simulation.switch('Account restricted')).toBeChecked();
    const panel = await talk(view, async () => {
      await expect.poll(async () => (await stateOf(page)).takes.length).toBe(1);
    });
    await expect(panel.standing('Refused')).toBeVisible();
    await expect(view.navigationItem('Voice')).toHaveAccessibleName(/Refused/);
    await expect(panel.take('Take 1')).toContainText('Refused by Steam');
    await expect(panel.take('Take 1')).toContainText('Nothing to judge');
  });

  test('answers what was chosen, as often as it was', async ({ launch }) => {
    const { page } = await launch();
    const view = await openVoicePart(page);
    const { simulation } = view;
    await simulation.choose('EVoiceResult', /^5 DataCorrupted/);
    await simulation.controls.getByRole('spinbutton', { name: 'Calls' }).fill('3');
    await simulation.button('Choose this result').click();
    await expect(simulation.list('Results chosen')).toContainText('getVoice5 DataCorrupted3 calls');
    const panel = await talk(view, async () => {
      await expect.poll(async () => (await stateOf(page)).live?.packets ?? 0).toBeGreaterThan(1);
    });
    await expect(panel.text('5 DataCorrupted').first()).toHaveText('5 DataCorrupted 3');
    await view.open('Simulation');
    await expect(simulation.controls.getByText(/^Nothing is chosen/)).toBeVisible();
  });

  for (const theme of ['dark', 'light'] as const)
    test(`can be driven by everybody in the ${theme} theme`, async ({ launch }) => {
      const { page } = await launch();
      const view = await openVoicePart(page);
      await view.palette.run(`Theme: ${theme}`);
      expect(await seriousFindings(page)).toEqual([]);
      await view.simulation.choose('Microphone hears', /^Sweep/);
      await view.simulation.fill('Peak in dBFS', 'loud');
      await view.simulation.button('Choose this result').click();
      await expect(view.simulation.list('Results chosen')).toBeVisible();
      expect(await seriousFindings(page)).toEqual([]);
    });
});
