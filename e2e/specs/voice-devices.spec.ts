import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { sine } from '../../app/voice/signal/known-signals.ts';
import { pcmOfSignal, type Signal } from '../../app/voice/signal/signal.ts';
import { createSpectrumReader } from '../../app/voice/signal/spectrum.ts';
import type { TakeCard, VoiceState } from '../../app/voice/voice.ts';
import { readWav } from '../../app/voice/wav/read-wav.ts';
import { wavFile } from '../../app/voice/wav/wav-header.ts';
import { expect, test } from '../fixtures.ts';
import { seriousFindings } from '../pages/audit.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { VoicePanel } from '../pages/voice-panel.ts';

const RATE = 48_000;
const HERTZ = 700;
const PEAK_DBFS = -9;
const FAKE = '--use-fake-device-for-media-stream';
const simulated = (...flags: string[]): { flags: string[] } => ({ flags: ['--client=simulated', ...flags] });

async function stateOf(page: Page): Promise<VoiceState> {
  const outcome = await page.evaluate(() => window.bench.voice.get());
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

/** The simulated microphone hears this machine’s; the panel is open. */
async function hearOutside(page: Page): Promise<VoicePanel> {
  const set = await page.evaluate(() =>
    window.bench.simulation.set({ voice: { source: { kind: 'outside' } } }),
  );
  expect(set).toMatchObject({ ok: true });
  await new BenchWindow(page).open('Voice');
  return new VoicePanel(page);
}

/** What sounds loudest in the loudest third of a second; a busy machine loses blocks here and there. */
function loudestTone(signal: Signal, sampleRate: number): { readonly hertz: number; readonly level: number } {
  const spectrum = createSpectrumReader(8192, sampleRate);
  let loudest = { hertz: 0, level: -Infinity };
  for (let from = 0; from + spectrum.size <= signal.length; from += spectrum.size / 8) {
    spectrum.read(signal, from).forEach((level, bin) => {
      if (level > loudest.level) loudest = { hertz: spectrum.frequencies[bin] ?? 0, level };
    });
  }
  return loudest;
}

test.describe('devices of sound', () => {
  test('a tone goes through this machine’s microphone into a take of the simulator', async ({ launch }) => {
    const folder = await mkdtemp(join(tmpdir(), 'microphone-'));
    const file = join(folder, 'tone.wav');
    // Chromium’s microphone of tests begins with the file when it is opened, and is silent after its end.
    await writeFile(file, wavFile(pcmOfSignal(sine(HERTZ, PEAK_DBFS, 60, RATE)), RATE));
    try {
      const { page, userData } = await launch(
        simulated(FAKE, `--use-file-for-fake-audio-capture=${file}%noloop`),
      );
      const panel = await hearOutside(page);
      await expect(panel.standing('Microphone off')).toBeVisible();
      await panel.button('Open the microphone').click();
      await expect(panel.standing(/^Microphone on: .*Fake/)).toBeVisible();
      expect(await seriousFindings(page)).toEqual([]);

      await page.evaluate(() => window.bench.voice.start({ name: 'Tone' }));
      await expect.poll(async () => (await stateOf(page)).live?.packets ?? 0).toBeGreaterThan(8);
      await page.evaluate(() => window.bench.voice.stop({}));
      await expect.poll(async () => (await stateOf(page)).recorder).toBe('idle');
      const [take] = (await stateOf(page)).takes as readonly [TakeCard];
      const read = readWav(new Uint8Array(await readFile(join(userData, 'takes', `${take.id}.wav`))));
      if (!read.ok) throw new Error(read.error.message);
      const { hertz, level } = loudestTone(read.value.signal, read.value.sampleRate);
      expect(Math.abs(hertz - HERTZ)).toBeLessThan(10);
      // As loud as it was played, but for the codec and what a busy machine lost.
      expect(Math.abs(level - PEAK_DBFS)).toBeLessThan(4);

      await panel.button('Close the microphone').click();
      await expect(panel.standing('Microphone off')).toBeVisible();
      expect(
        await page.evaluate(() =>
          navigator.mediaDevices.getUserMedia({ audio: true }).then(
            () => 'given',
            (error: unknown) => (error as Error).name,
          ),
        ),
      ).toBe('NotAllowedError');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('the microphone is closed with its source, and with the simulated client', async ({ launch }) => {
    const { page } = await launch(simulated(FAKE));
    const panel = await hearOutside(page);
    const open = async (): Promise<void> => {
      await panel.button('Open the microphone').click();
      await expect(panel.standing('Microphone on')).toBeVisible();
    };
    await open();
    await page.evaluate(() => window.bench.simulation.set({ voice: { source: { kind: 'silence' } } }));
    await expect(panel.button('Close the microphone')).toBeHidden();
    await page.evaluate(() => window.bench.simulation.set({ voice: { source: { kind: 'outside' } } }));
    await expect(panel.standing('Microphone off')).toBeVisible();

    await open();
    await page.evaluate(() => window.bench.session.disconnect());
    await page.evaluate(() => window.bench.session.connect({ client: 'simulated', appId: 480 }));
    await expect(panel.standing('Microphone off')).toBeVisible();
  });

  test('a microphone that is refused or not there is said', async ({ launch }) => {
    const { page, app } = await launch(simulated(FAKE));
    const panel = await hearOutside(page);
    // As a system that does not let this program at it.
    await app.evaluate(({ session }) => {
      session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    });
    await panel.button('Open the microphone').click();
    await expect(panel.text('microphone-refused')).toBeVisible();
    await expect(panel.standing('Microphone off')).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await panel.button('Dismiss').click();
    await expect(panel.text('microphone-refused')).toBeHidden();

    const settings = await page.evaluate(() => window.bench.settings.get());
    if (!settings.ok) throw new Error(settings.error.message);
    await page.evaluate((voice) => window.bench.settings.set({ voice }), {
      ...settings.value.voice,
      microphoneDevice: 'f'.repeat(64),
    });
    await panel.button('Open the microphone').click();
    await expect(panel.text('no-microphone')).toBeVisible();
    await expect(panel.text('The chosen microphone is not there.')).toBeVisible();
  });

  test('what is played is heard on the output that was chosen, while it is there', async ({ launch }) => {
    const { page } = await launch(simulated(FAKE));
    await new BenchWindow(page).open('Voice');
    const panel = new VoicePanel(page);
    const outputs = page.getByRole('combobox', { name: 'Heard on', exact: true });
    await expect(outputs).toHaveText('System’s choice');
    await outputs.click();
    await page.getByRole('option', { name: 'Fake Audio Output 2' }).click();
    await expect(outputs).toHaveText('Fake Audio Output 2');
    await expect(panel.text('The chosen output is not there')).toBeHidden();

    // Every device goes, as when a headset is pulled.
    await page.evaluate(() => {
      const { mediaDevices } = navigator;
      const enumerate = mediaDevices.enumerateDevices.bind(mediaDevices);
      Object.assign(window, { enumerate });
      mediaDevices.enumerateDevices = () => Promise.resolve([]);
      mediaDevices.dispatchEvent(new Event('devicechange'));
    });
    await expect(panel.text('The chosen output is not there')).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await page.evaluate(() => {
      const { enumerate } = window as unknown as { enumerate: MediaDevices['enumerateDevices'] };
      navigator.mediaDevices.enumerateDevices = enumerate;
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    });
    await expect(panel.text('The chosen output is not there')).toBeHidden();
    await expect(outputs).toHaveText('Fake Audio Output 2');
  });

  test('takes are decoded at the output’s own rate where that is wanted', async ({ launch }) => {
    const { page } = await launch(simulated(FAKE));
    await new BenchWindow(page).open('Voice');
    const rates = page.getByRole('combobox', { name: 'Decoded at', exact: true });
    await rates.click();
    const rate = await page.evaluate(() => new AudioContext().sampleRate);
    await page.getByRole('option', { name: `Output’s own, ${rate} Hz` }).click();
    await page.keyboard.down('Space');
    await expect.poll(async () => (await stateOf(page)).live?.packets ?? 0).toBeGreaterThan(3);
    await page.keyboard.up('Space');
    await expect.poll(async () => (await stateOf(page)).recorder).toBe('idle');
    expect((await stateOf(page)).takes).toMatchObject([{ sampleRate: rate }]);
  });
});
