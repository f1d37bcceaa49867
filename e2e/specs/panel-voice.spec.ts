import { crc32 } from 'node:zlib';
import { expect, test } from '../fixtures.ts';
import { seriousFindings } from '../pages/audit.ts';
import { BenchWindow } from '../pages/bench-window.ts';
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

test.describe('the voice panel', () => {
  test('records while the key is held, draws it as it comes, and keeps a take with its figures', async ({
    launch,
  }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    const panel = new VoicePanel(page);
    await view.open('Voice');
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
    await expect(panel.figure('Loss')).toContainText('0.00 %');
    await expect(panel.figure('Loss')).toContainText('≤ 1 %');
    const whole = await panel.picture(panel.trace('Take 1'));
    await panel.button('Zoom in').click();
    await expect.poll(async () => (await panel.picture(panel.trace('Take 1'))) === whole).toBe(false);
    const wave = await panel.picture(panel.trace('Take 1'));
    await panel.part('Spectrogram').check({ force: true });
    await expect.poll(async () => (await panel.picture(panel.trace('Take 1'))) === wave).toBe(false);
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
    const view = new BenchWindow(page);
    const panel = new VoicePanel(page);
    await view.open('Voice');
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
    const view = new BenchWindow(page);
    const panel = new VoicePanel(page);
    await view.open('Voice');
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
    const view = new BenchWindow(page);
    const panel = new VoicePanel(page);
    await view.open('Voice');
    await panel.latch.click();
    await expect(panel.standing('Recording')).toBeVisible();
    await view.open('Simulation');
    await expect(view.navigationItem('Voice')).toHaveAccessibleName(/Recording/);
    await view.open('Voice');
    await panel.latch.click();
    await expect(panel.take('Take 1')).not.toContainText('Window left');
    await expect(panel.standing('Ready')).toBeVisible();
  });

  test('takes a packet file apart, and says why another is none', async ({ launch }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    const panel = new VoicePanel(page);
    await view.open('Voice');
    await panel.packetFile.setInputFiles({ name: 'some.packets', mimeType: '', buffer: voicePacket() });
    await expect(panel.packets).toHaveCount(1);
    await expect(panel.packets.first()).toContainText('Right');
    await expect(panel.packets.first()).toContainText('2 (seq 7–8)');
    expect(await seriousFindings(page)).toEqual([]);
    await panel.packetFile.setInputFiles({ name: 'text', mimeType: '', buffer: Buffer.from('Hello.') });
    await expect(panel.text('not-a-packet-file')).toBeVisible();
  });
});
