// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed } from '../../../../app/outcome.ts';
import { scriptedDesktop } from '../../../../app/scripted-ports.ts';
import type { TicketCipher } from '../../../../app/simulator/cipher.ts';
import { ENCRYPTED_TICKET_KEY } from '../../../../app/simulator/encrypted-ticket-bytes.ts';
import { toHex } from '../../../../app/steam/hex.ts';
import type { TicketLibrary } from '../../../../app/tickets/reading/ticket-library.ts';
import { seriousFindings } from '../../testing/audit.ts';
import { startMemoryBench, type MemoryBenchOptions } from '../../testing/memory-bench.ts';
import { EncryptedPart } from './encrypted-part.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
afterEach(cleanup);

/** Hides nothing: the frame around what is encrypted is all that is looked at here. */
const cipher: TicketCipher = {
  encryptCbc: (_key, _iv, plain) => plain,
  encryptBlock: (_key, block) => block,
  sha1: () => new Uint8Array(20),
};

const MATCH_HEX = toHex(new TextEncoder().encode('match 17'));

/** Opens whatever there is with the published key: decrypting in earnest is tested where it is done. */
const library: TicketLibrary = {
  read: () => undefined,
  decrypt: (_bytes, key) =>
    toHex(key) === toHex(ENCRYPTED_TICKET_KEY)
      ? succeed({
          userData: new TextEncoder().encode('match 17'),
          ownership: {
            version: 4,
            steamId: '76561202255187930',
            appId: 480,
            externalAddress: '192.0.2.1',
            internalAddress: '10.0.0.1',
            flags: 0,
            issuedAt: Date.now() - 60_000,
            expiresAt: Date.now() + 3_600_000,
            licences: [0],
            dlc: [],
          },
        })
      : fail('decrypt-failed'),
};

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (user: UserEvent, name: string | RegExp) => user.click(button(name));
const request = (number: number) => within(screen.getByRole('listitem', { name: `Request ${number}` }));

const connected: MemoryBenchOptions = { start: 'simulated' };

async function open(options = connected) {
  const ports = { ticketLibrary: library, ...options.ports };
  const bench = await startMemoryBench({ ...options, cipher, ports });
  render(<EncryptedPart />);
  return { bench, user: userEvent.setup() };
}

describe('a request', () => {
  it('takes user data as text or hex, and says its size or what is wrong with it', async () => {
    const { user } = await open();
    const data = screen.getByRole('textbox', { name: 'User data' });
    await user.type(data, 'größer');
    expect(screen.getByText('8 bytes')).toBeDefined();
    await user.click(screen.getByRole('radio', { name: 'Hex' }));
    expect(screen.getByText(/Character 1: “g” is no hex digit/)).toBeDefined();
    expect(button('Request ticket').hasAttribute('disabled')).toBe(true);
    await user.clear(data);
    await user.type(data, '0a ff 1');
    expect(screen.getByText(/a byte has two hex digits, the last one has one/)).toBeDefined();
    await user.type(data, '0');
    expect(screen.getByText('3 bytes')).toBeDefined();
  });

  it('is granted; another one is possible at once, and Steam’s refusal is named', async () => {
    const { bench, user } = await open();
    await press(user, 'Request ticket');
    expect(request(1).getByText('Waiting')).toBeDefined();
    await bench.advance(1000);
    expect(request(1).getByText('Granted')).toBeDefined();
    expect(request(1).getByText('1 OK')).toBeDefined();
    expect(request(1).getByText('Simulated')).toBeDefined();
    const meter = await screen.findByRole('progressbar', { name: /grants the next one, by simulated time/ });
    expect(meter.getAttribute('aria-valuetext')).toMatch(/^in \d+ s$/);

    await press(user, 'Request anyway');
    await bench.advance(1000);
    expect(request(2).getByText('25 LimitExceeded')).toBeDefined();
    expect(request(2).getByText(/one encrypted ticket in 60 seconds/)).toBeDefined();
    expect(await seriousFindings()).toEqual([]);

    await window.bench.simulation.set({ clock: { stepMs: 60_000 } });
    await screen.findByRole('button', { name: 'Request ticket' });
    await press(user, 'Request ticket');
    await bench.advance(1000);
    expect(request(3).getByText('Granted')).toBeDefined();
  });

  it('while one is pending is told DuplicateRequest', async () => {
    const { bench, user } = await open();
    await press(user, 'Request ticket');
    await press(user, 'Request ticket');
    await bench.advance(1000);
    expect(request(2).getByText('29 DuplicateRequest')).toBeDefined();
    expect(request(1).getByText('Granted')).toBeDefined();
  });

  it('offline is told NoConnection', async () => {
    const { bench, user } = await open();
    await window.bench.simulation.set({ account: { loggedOn: false } });
    await press(user, 'Request ticket');
    await bench.advance(1000);
    expect(request(1).getByText('3 NoConnection')).toBeDefined();
    expect(request(1).getByText(/offline/)).toBeDefined();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('needs a client', async () => {
    await open({});
    expect(screen.getByText('No client is connected.')).toBeDefined();
    expect(button('Request ticket').hasAttribute('disabled')).toBe(true);
    expect(button('Fetch').hasAttribute('disabled')).toBe(true);
  });
});

describe('the ticket', () => {
  it('says what to do where there is none', async () => {
    const { user } = await open();
    await press(user, 'Fetch');
    expect(screen.getByText('Steam holds no encrypted ticket to fetch.')).toBeDefined();
  });

  it('is fetched, masked, shown, copied, and opened with the published key', async () => {
    const { bench, user } = await open();
    await press(user, 'Request ticket');
    await bench.advance(1000);
    expect(screen.getByText('Steam has granted one: fetch it.')).toBeDefined();
    await press(user, 'Fetch');
    expect(screen.queryByRole('region', { name: 'Bytes of the encrypted ticket' })).toBeNull();
    await press(user, 'Show bytes');
    expect(screen.getByRole('region', { name: 'Bytes of the encrypted ticket' }).textContent).toContain(
      '08 01',
    );
    await press(user, 'Hide bytes');
    expect(screen.queryByRole('region', { name: 'Bytes of the encrypted ticket' })).toBeNull();
    await press(user, 'Copy hex');
    expect(bench.clipboard).toEqual([expect.stringMatching(/^\d+ bytes as hex$/)]);

    expect(button('Decrypt').hasAttribute('disabled')).toBe(true);
    await press(user, 'Use the simulator’s key');
    expect(screen.getByText('The simulator’s published key')).toBeDefined();
    await press(user, 'Decrypt');
    const result = within(screen.getByRole('region', { name: 'What the ticket holds' }));
    expect(result.getByTestId('user-data').textContent).toBe('match 17');
    expect(result.getByText('Simulated')).toBeDefined();
    expect(result.getByText('76561202255187930')).toBeDefined();
    expect(result.getByText(/^in 59 min/)).toBeDefined();
    expect(
      result.getByRole('region', { name: 'User data in hex' }).textContent.replaceAll(' ', ''),
    ).toContain(MATCH_HEX);
    expect(await seriousFindings()).toEqual([]);
  });

  it('given as text is opened as well', async () => {
    const { user } = await open({});
    await press(user, 'Use the simulator’s key');
    await user.click(screen.getByRole('radio', { name: 'Pasted' }));
    await user.type(screen.getByRole('textbox', { name: /Encrypted ticket/ }), '0801zz');
    await press(user, 'Decrypt');
    expect(screen.getByText('not-text')).toBeDefined();
    await user.clear(screen.getByRole('textbox', { name: /Encrypted ticket/ }));
    await user.type(screen.getByRole('textbox', { name: /Encrypted ticket/ }), '08 01 10 00');
    await press(user, 'Decrypt');
    expect(screen.getByText('The given ticket decrypted')).toBeDefined();
  });
});

describe('the key', () => {
  it('is typed unseen, cleared once it is set, and forgotten', async () => {
    const { user } = await open();
    const field = screen.getByLabelText('Key of the app');
    expect(field.getAttribute('type')).toBe('password');
    await user.type(field, 'abc1');
    await press(user, 'Set key');
    expect(screen.getByText('key-refused')).toBeDefined();
    await user.clear(field);
    await user.type(field, 'ab'.repeat(32));
    await press(user, 'Set key');
    expect(screen.getByText('A key that was typed')).toBeDefined();
    expect(field.getAttribute('value')).toBe('');
    expect(document.body.innerHTML).not.toContain('abab');
    await press(user, 'Forget');
    expect(screen.getByText('No key')).toBeDefined();
  });

  it('may come from a file', async () => {
    const readFile = () => Promise.resolve(succeed({ name: 'app-480.key', bytes: new Uint8Array(32) }));
    const { user } = await open({ ...connected, ports: { desktop: { ...scriptedDesktop, readFile } } });
    await press(user, 'From a file…');
    expect(screen.getByText('The key from app-480.key')).toBeDefined();
  });

  it('that does not fit is told so', async () => {
    const { bench, user } = await open();
    await press(user, 'Request ticket');
    await bench.advance(1000);
    await press(user, 'Fetch');
    await user.type(screen.getByLabelText('Key of the app'), 'cd'.repeat(32));
    await press(user, 'Set key');
    await press(user, 'Decrypt');
    expect(screen.getByText('The ticket does not decrypt with this key.')).toBeDefined();
    expect(screen.getByText(/belongs to another app/)).toBeDefined();
  });
});
