import { ENCRYPTED_TICKET_KEY, writeEncryptedTicket } from '../../app/simulator/encrypted-ticket-bytes.ts';
import { writeOwnership } from '../../app/simulator/ticket-bytes.ts';
import { toHex } from '../../app/steam/hex.ts';
import { ticketCipher } from '../../main/simulator/cipher.ts';
import { expect, test } from '../fixtures.ts';
import { seriousFindings } from '../pages/audit.ts';
import { BenchWindow } from '../pages/bench-window.ts';
import { Desktop } from '../pages/desktop.ts';
import { EncryptedPart } from '../pages/encrypted-part.ts';
import { SimulationPanel } from '../pages/simulation-panel.ts';

const WRONG_KEY = 'd00dfeed'.repeat(8);

test.describe('encrypted tickets', () => {
  test('of the simulator: requested, granted, fetched, opened with the published key', async ({ launch }) => {
    const bench = await launch();
    const view = new BenchWindow(bench.page);
    const encrypted = new EncryptedPart(bench.page);
    await view.open('Auth tickets');
    await encrypted.show();
    await encrypted.userData.fill('match 17, größer');
    await encrypted.request.click();
    await expect(encrypted.one(1)).toContainText(/Granted\s*1 OK/);
    await expect(encrypted.one(1)).toContainText(/took [\d.]+ m?s/);
    await expect(encrypted.one(1)).toContainText('Simulated');

    await encrypted.fetch.click();
    await expect(encrypted.bytes).toBeHidden();
    await encrypted.showBytes.click();
    await expect(encrypted.bytes).toContainText(/08 01/);
    await encrypted.copyHex.click();
    await expect.poll(() => new Desktop(bench.app).clipboardText()).toMatch(/^0801[\da-f]+$/);

    await expect(encrypted.decrypt).toBeDisabled();
    await encrypted.key.fill(WRONG_KEY);
    await encrypted.setKey.click();
    await expect(encrypted.key).toHaveValue('');
    await encrypted.decrypt.click();
    await expect(encrypted.failure('decrypt-failed')).toContainText('belongs to another app');
    expect(await bench.page.content()).not.toContain('d00dfeed');

    await encrypted.useSimulatorKey.click();
    await encrypted.decrypt.click();
    await expect(encrypted.result.getByTestId('user-data')).toHaveText('match 17, größer');
    await expect(encrypted.result).toContainText('Simulated');
    await expect(encrypted.result).toContainText(/Owner.*\d{17}/s);
    await expect(encrypted.result).toContainText('480');
    expect(await seriousFindings(bench.page)).toEqual([]);

    await encrypted.forgetKey.click();
    await expect(encrypted.decrypt).toBeDisabled();
  });

  test('asked for twice in a minute: refused by name, and granted once simulated time has passed', async ({
    launch,
  }) => {
    const { page } = await launch();
    const view = new BenchWindow(page);
    const encrypted = new EncryptedPart(page);
    const simulation = new SimulationPanel(page);
    await view.open('Auth tickets');
    await encrypted.show();
    await encrypted.request.click();
    await expect(encrypted.one(1)).toContainText('Granted');
    await expect(encrypted.countdown).toHaveAttribute('aria-valuetext', /^in (60|5\d) s$/);
    await encrypted.requestAnyway.click();
    await expect(encrypted.one(2)).toContainText(/Refused\s*25 LimitExceeded/);
    await expect(encrypted.one(2)).toContainText('one encrypted ticket in 60 seconds');

    await view.open('Simulation');
    await simulation.step('1 min').click();
    await view.open('Auth tickets');
    await expect(encrypted.countdown).toBeHidden();
    await encrypted.request.click();
    await expect(encrypted.one(3)).toContainText('Granted');
  });

  test('over Valve’s library: the very user data goes out, Steam’s ticket comes back', async ({ native }) => {
    const { bench, steam } = native;
    const view = new BenchWindow(bench.page);
    const encrypted = new EncryptedPart(bench.page);
    const [userData, ticket] = [Uint8Array.of(0xca, 0xfe, 0x00, 0x01), nativeTicket()];
    await steam.setValue('getEncryptedAppTicket', ticket);
    await view.open('Auth tickets');
    await encrypted.show();
    await encrypted.fetch.click();
    await expect(encrypted.failure('no-ticket')).toBeVisible();

    await encrypted.userDataAs('Hex');
    await encrypted.userData.fill('ca fe 00 0');
    await expect(encrypted.userData).toHaveAccessibleDescription(/the last one has one/);
    await expect(encrypted.request).toBeDisabled();
    await encrypted.userData.fill('ca fe 00 01');
    await encrypted.request.click();
    await expect(encrypted.one(1)).toContainText(/Granted\s*1 OK/);
    await expect(encrypted.one(1)).not.toContainText('Simulated');
    await expect(encrypted.countdown).toHaveAccessibleName('Steam grants the next one');
    const [asked] = (await steam.calls()).filter(({ name }) => name === 'requestEncryptedAppTicket');
    expect(JSON.stringify(asked)).toMatch(new RegExp(toHex(userData), 'i'));

    await encrypted.fetch.click();
    await encrypted.copyHex.click();
    await expect.poll(() => new Desktop(bench.app).clipboardText()).toBe(toHex(ticket));
    await encrypted.key.fill(toHex(ENCRYPTED_TICKET_KEY));
    await encrypted.setKey.click();
    await encrypted.decrypt.click();
    await expect(encrypted.result.getByTestId('user-data')).toHaveText('native');
  });
});

/** A ticket as Steam would give it, with the published key in the place of an app's. */
function nativeTicket(): Uint8Array<ArrayBuffer> {
  const ownership = writeOwnership({
    steamId: '76561202255187930',
    appId: 480,
    issuedAt: Date.now(),
    externalAddress: '192.0.2.1',
    internalAddress: '10.0.0.1',
    isLicensed: true,
    dlc: [],
  });
  const userData = new TextEncoder().encode('native');
  const random = { iv: new Uint8Array(16).fill(3), salt: new Uint8Array(8).fill(5) };
  return writeEncryptedTicket({ userData, ownership, ...random }, ticketCipher);
}
