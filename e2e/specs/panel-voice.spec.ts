import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { missedFrames, newestTake, reportOf } from '../audio/voice-bench.ts';
import { expect, test } from '../fixtures.ts';
import { seriousFindings } from '../pages/audit.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { boxOf } from '../pages/box-of.ts';
import { Desktop } from '../pages/desktop.ts';
import { VoicePanel } from '../pages/voice-panel.ts';

/** One packet as GetVoice gives it: two Opus frames of a talker at 24 kHz. */
function voicePacket(): Buffer {
  const frame = (seq: number): number[] => [3, 0, seq, 0, 0x68, 1, 2];
  const frames = [...frame(7), ...frame(8)];
  const talker = Buffer.alloc(8);
  talker.writeBigUInt64LE(76561202255165729n);
  const body = Buffer.concat([talker, Buffer.from([11, 0xc0, 0x5d, 6, frames.length, 0, ...frames])]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(body));
  return Buffer.concat([body, sum]);
}

/** Holds the key until so much was heard. */
async function recordTake(page: Page, panel: VoicePanel, seconds = 1): Promise<void> {
  await page.keyboard.down('Space');
  await expect(panel.standing('Recording')).toBeVisible();
  await expect
    .poll(async () => {
      const outcome = await page.evaluate(() => window.bench.voice.get());
      return outcome.ok ? (outcome.value.live?.lengthSeconds ?? 0) : 0;
    })
    .toBeGreaterThan(seconds);
  await page.keyboard.up('Space');
  await expect(panel.takes).toHaveCount(1);
}

async function openVoice(page: Page): Promise<{ readonly view: BenchWindow; readonly panel: VoicePanel }> {
  const view = new BenchWindow(page);
  await view.open('Voice');
  return { view, panel: new VoicePanel(page) };
}

/** What the policy of the page refuses from now on; a style that it does refuse shows that it is told. */
async function countRefusals(page: Page): Promise<() => Promise<readonly string[]>> {
  const seen = await page.evaluateHandle(() => {
    const directives: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      directives.push(event.effectiveDirective),
    );
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { order: 1 }' }));
    return directives;
  });
  await expect.poll(() => seen.jsonValue()).toEqual(['style-src-elem']);
  return async () => (await seen.jsonValue()).slice(1);
}

/** By how many pixels the edges of two things differ at most, across. */
async function offsetOf(one: Locator, other: Locator): Promise<number> {
  const [box, otherBox] = [await boxOf(one), await boxOf(other)];
  const [end, otherEnd] = [box.x + box.width, otherBox.x + otherBox.width];
  return Math.max(Math.abs(box.x - otherBox.x), Math.abs(end - otherEnd));
}

test.describe('the voice panel', () => {
  test('records while the key is held, draws it as it comes, and keeps a take with its figures', async ({
    launch,
  }) => {
    const { page } = await launch();
    const { view, panel } = await openVoice(page);
    await expect(panel.standing('Ready')).toBeVisible();
    const silent = await panel.picture();
    await expect(panel.live).toHaveAccessibleName(/not recording, no signal/);

    await page.keyboard.down('Space');
    await expect(panel.standing('Recording')).toBeVisible();
    await expect(panel.live).toHaveAccessibleName(/recording, RMS −\d/);
    const loud = await panel.picture();
    expect(loud).not.toBe(silent);
    await expect.poll(async () => (await panel.picture()) === loud).toBe(false);
    await expect(panel.text(/^[\d.]+ s$/).first()).toBeVisible();
    await expect(panel.text('Opus')).toBeVisible();
    await page.keyboard.up('Space');
    await expect(panel.standing('Ready')).toBeVisible();

    await expect(panel.takes).toHaveCount(1);
    await expect(panel.take('Take 1')).toContainText('Simulated');
    await panel.button('Take 1').click();
    await expect(panel.figure('Length')).toContainText(/\d\.\d\d s/);
    // What nobody asked for in time is lost: the simulator counts it, and a machine with busy cores has some.
    const { lossPercent = NaN } = (await reportOf(page, (await newestTake(page)).id)).measurement.figures;
    expect(lossPercent > 0).toBe((await missedFrames(page)) > 0);
    await expect(panel.figure('Loss')).toContainText(`${lossPercent.toFixed(2)} %`);
    await expect(panel.figure('Loss')).toContainText('≤ 1 %');
    // However long the figures, the window itself has nothing to scroll: the bar stays in sight.
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
    const whole = await panel.picture(panel.wave('Take 1'));
    await panel.button('Zoom in').click();
    await expect.poll(async () => (await panel.picture(panel.wave('Take 1'))) === whole).toBe(false);
    const wave = await panel.picture(panel.wave('Take 1'));
    await panel.part('Spectrogram').check({ force: true });
    await expect.poll(async () => (await panel.picture(panel.wave('Take 1'))) === wave).toBe(false);
    expect(await seriousFindings(page)).toEqual([]);

    await panel.button('Rename Take 1').click();
    await page.keyboard.type('First words');
    await page.keyboard.press('Enter');
    await expect(panel.take('First words')).toHaveCount(1);
    await panel.button('Remove First words').click();
    await view.dialog('Remove “First words”?').getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(panel.text('No takes yet')).toBeVisible();
  });

  test('lets go of the key when the window is left, and says so on the take', async ({ launch }) => {
    const { page } = await launch();
    const { panel } = await openVoice(page);
    await page.keyboard.down('Space');
    await expect(panel.standing('Recording')).toBeVisible();
    await page.evaluate(() => window.dispatchEvent(new Event('blur')));
    await expect(panel.take('Take 1')).toContainText('Window left');
    await page.keyboard.up('Space');
    await expect(panel.standing('Ready')).toBeVisible();
    await expect(panel.takes).toHaveCount(1);
  });

  test('plays live through its buffer while the button is held', async ({ launch }) => {
    const { page } = await launch();
    const { panel } = await openVoice(page);
    await panel.part('Live').check({ force: true });
    await expect(panel.text('Use headphones')).toBeVisible();
    await panel.talk.hover();
    await page.mouse.down();
    await expect(panel.standing('Recording')).toBeVisible();
    await expect(panel.text(/^[1-9]\d* of 60 ms/)).toBeVisible();
    await page.mouse.move(5, 5);
    await page.mouse.up();
    await expect(panel.standing('Ready')).toBeVisible();
    await expect(panel.takes).toHaveCount(1);
  });

  test('goes on with the latch until it is taken off', async ({ launch }) => {
    const { page } = await launch();
    const { view, panel } = await openVoice(page);
    await panel.latch.click();
    await expect(panel.standing('Recording')).toBeVisible();
    await view.open('Simulation');
    await expect(view.navigationItem('Voice')).toHaveAccessibleName(/Recording/);
    await view.open('Voice');
    await panel.latch.click();
    await expect(panel.take('Take 1')).not.toContainText('Window left');
    await expect(panel.standing('Ready')).toBeVisible();
  });

  test('says each thing of recording in one line where the window is small', async ({ launch }) => {
    const { app, page } = await launch();
    const { panel } = await openVoice(page);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(960, 600));
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([960, 600]);
    await page.evaluate(() =>
      window.bench.simulation.set({ clock: { rate: 60 }, voice: { isRestricted: true } }),
    );
    await expect(panel.text(/^Simulated time runs at ×60/)).toBeVisible();
    await page.keyboard.press('Space');
    await expect(panel.standing('Refused')).toBeVisible();
    await expect(panel.text('voice-restricted')).toBeVisible();
    expect(await panel.brokenLines()).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('takes a packet file apart, and says why another is none', async ({ launch }) => {
    const { page } = await launch();
    const { panel } = await openVoice(page);
    await panel.packetFile.setInputFiles({ name: 'some.packets', mimeType: '', buffer: voicePacket() });
    await expect(panel.packets).toHaveCount(1);
    await expect(panel.packets.first()).toContainText('Right');
    await expect(panel.packets.first()).toContainText('2 (seq 7–8)');
    expect(await seriousFindings(page)).toEqual([]);
    await panel.packetFile.setInputFiles({ name: 'text', mimeType: '', buffer: Buffer.from('Hello.') });
    await expect(panel.text('not-a-packet-file')).toBeVisible();
  });

  test('shows a region of a take, drawn or typed, its packets over time, and plays from a place', async ({
    launch,
  }) => {
    const { page } = await launch();
    const refusals = await countRefusals(page);
    const { panel } = await openVoice(page);
    await expect(panel.standing('Ready')).toBeVisible();
    const quiet = await panel.picture(panel.livePackets);
    // Long enough to be still playing when it is paused.
    await recordTake(page, panel, 4);
    expect(await panel.picture(panel.livePackets)).not.toBe(quiet);
    await panel.button('Take 1').click();
    await expect(panel.packetPlot('Take 1')).toHaveAccessibleName(
      /: \d+, up to \d+ bytes and \d+\.\d kbit\/s/,
    );

    // The sheet within the wave is let through.
    await expect(panel.wave('Take 1')).toBeVisible();
    expect(await refusals()).toEqual([]);
    await panel.drag('Take 1', 0.5, 0.25);
    const drawn = [Number(await panel.from.inputValue()), Number(await panel.to.inputValue())];
    expect(drawn[1]! / drawn[0]!).toBeCloseTo(2, 1);
    // An edge is dragged by itself.
    await panel.drag('Take 1', 0.5, 0.75);
    expect(Number(await panel.from.inputValue())).toBe(drawn[0]);
    expect(Number(await panel.to.inputValue()) / drawn[0]!).toBeCloseTo(3, 1);
    await expect(panel.region).toContainText(/−\d+\.\d dBFS RMS · −\d+\.\d dBFS peak/);
    await panel.from.fill('200');
    await panel.to.fill('500');
    await panel.to.press('Enter');
    await expect(panel.region).toContainText('0.200 s to 0.500 s, 0.300 s long');
    await panel.button('Zoom to region').click();
    await expect(panel.trace('Take 1')).toHaveAccessibleName(/, 0\.2 s to 0\.5 s$/);
    // The region fills the wave from edge to edge.
    const [region, wave] = [panel.drawnRegion('Take 1'), panel.cursor('Take 1')];
    await expect.poll(async () => offsetOf(region, wave)).toBeLessThan(1.5);
    await panel.button('Whole take').click();
    await panel.button('Clear').click();
    await expect(panel.from).toHaveValue('');

    // By keys: to a place, a region from there, and Enter plays; Space stays the talk key.
    await panel.cursor('Take 1').focus();
    await page.keyboard.press('Home');
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('Shift+ArrowRight');
    await expect(panel.from).toHaveValue('0');
    expect(Number(await panel.to.inputValue())).toBeGreaterThan(0);
    expect(await seriousFindings(page)).toEqual([]);
    // What was just recorded is played by itself: Enter would pause that.
    await expect(panel.play).toBeVisible();
    await panel.cursor('Take 1').focus();
    await page.keyboard.press('Enter');
    await expect(panel.pause).toBeVisible();
    const heardAt = (): Promise<string> => panel.heard('Take 1').evaluate(({ style }) => style.left);
    await expect(panel.heard('Take 1')).toBeVisible();
    const first = await heardAt();
    await expect.poll(async () => (await heardAt()) === first).toBe(false);
    await panel.pause.click();
    await expect(panel.cursor('Take 1')).not.toHaveAttribute('aria-valuenow', '0');
    await expect(panel.heard('Take 1')).toBeHidden();
    await page.keyboard.down('Space');
    await expect(panel.standing('Recording')).toBeVisible();
    await page.keyboard.up('Space');
    await expect(panel.takes).toHaveCount(2);

    await panel.compareWith('Take 2');
    for (const name of ['Take 1', 'Take 2']) {
      const { words, tag } = panel.judgement(name);
      await expect(tag).toHaveText('Simulated');
      const [beside, box] = [await boxOf(words), await boxOf(tag)];
      expect(Math.abs(box.y + box.height / 2 - beside.y - beside.height / 2)).toBeLessThan(0.6);
    }
    // Both have one region and one axis.
    await panel.drag('Take 2', 0.1, 0.3);
    const [upper, lower] = ['Take 1', 'Take 2'].map((name) => panel.drawnRegion(name));
    await expect.poll(async () => offsetOf(upper!, lower!)).toBeLessThan(1);
    await panel.button('Zoom to region').click();
    await expect.poll(async () => offsetOf(lower!, panel.cursor('Take 2'))).toBeLessThan(1.5);
    await expect.poll(async () => offsetOf(upper!, lower!)).toBeLessThan(1);
    expect(await refusals()).toEqual([]);
  });

  test('tells the take how late it was drawn', async ({ launch }) => {
    const { page } = await launch();
    const { panel } = await openVoice(page);
    await expect(panel.standing('Ready')).toBeVisible();
    await recordTake(page, panel);
    await panel.button('Take 1').click();
    await expect(panel.figure('Capture to screen, median')).toContainText(/\d\.\d ms/);
  });

  test('writes a take to files that hold what was kept', async ({ launch }, testInfo) => {
    const { page, app, userData } = await launch();
    const view = new BenchWindow(page);
    const panel = new VoicePanel(page);
    const desktop = new Desktop(app);
    const path = (ending: string): string => testInfo.outputPath(`Wört ‘1’ & co.${ending}`);
    const write = async (what: string, ending: string): Promise<Buffer> => {
      await desktop.chooseFile(path(ending));
      await panel.exported(what).click();
      await expect.poll(() => existsSync(path(ending))).toBe(true);
      await expect(view.notice(`Wört ‘1’ & co.${ending}`)).toBeVisible();
      return readFileSync(path(ending));
    };
    await view.open('Voice');
    await expect(panel.standing('Ready')).toBeVisible();
    await recordTake(page, panel);
    await panel.button('Rename Take 1').click();
    await page.keyboard.type('<Wört> “1” & co');
    await page.keyboard.press('Enter');
    await panel.button('<Wört> “1” & co').click();

    const folder = join(userData, 'takes');
    const kept = readdirSync(folder).find((name) => name.endsWith('.wav'));
    expect((await write('WAV', 'wav')).equals(readFileSync(join(folder, kept!)))).toBe(true);
    const json: unknown = JSON.parse((await write('JSON report', 'json')).toString());
    expect(JSON.stringify(json)).toContain('<Wört> “1” & co');
    const html = (await write('HTML report', 'html')).toString();
    expect(html).toContain('&lt;Wört&gt;');
    expect(html).not.toMatch(/(src|href)\s*=|url\(|@import|<script|<link/i);

    const packets = await write('Packets', 'stbvoice');
    await panel.packetFile.setInputFiles({ name: 'again.stbvoice', mimeType: '', buffer: packets });
    await expect(panel.text(/^again\.stbvoice: a recording of the bench/)).toBeVisible();
    await panel.button('Packet 2').click();
    await expect(page.getByRole('region', { name: 'Bytes of packet 2' })).toContainText(
      /^0000 {2}[\da-f]{2} /,
    );
    expect(await seriousFindings(page)).toEqual([]);
    await panel.playFile.click();
    await expect(panel.text(/Kept as the take “again\.stbvoice”/)).toBeVisible();
    await expect(panel.take('again.stbvoice')).toContainText('From a file');
    await expect(panel.button('Stop the take')).toBeVisible();
    await expect(panel.playFile).toBeVisible();
  });
});
