// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { scriptedDesktop } from '../../../../app/scripted-ports.ts';
import { succeed } from '../../../../app/outcome.ts';
import type { TicketCipher } from '../../../../app/simulator/cipher.ts';
import { toHex } from '../../../../app/steam/hex.ts';
import { someEncryptedTicket, someSessionTicket } from '../../../../app/tickets/reading/some-tickets.ts';
import { seriousFindings } from '../../testing/audit.ts';
import { startMemoryBench } from '../../testing/memory-bench.ts';
import { showPart } from '../chosen-part.ts';
import { TicketsPanel } from '../tickets-panel.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
beforeEach(() => showPart('decode'));
afterEach(cleanup);

/** Encrypts nothing: only the frame is looked at here. */
const zeros: TicketCipher = {
  encryptCbc: (_key, _iv, plain) => new Uint8Array(16 * (Math.floor(plain.length / 16) + 1)),
  encryptBlock: () => new Uint8Array(16),
  sha1: () => new Uint8Array(20),
};

const hex = toHex(someSessionTicket());
const section = (name: string) => within(screen.getByRole('region', { name }));
const pasted = (): HTMLElement => screen.getByRole('textbox', { name: /Or paste one/ });

async function paste(text: string): Promise<void> {
  const user = userEvent.setup();
  await user.click(pasted());
  await user.paste(text);
  await user.keyboard('{Control>}{Enter}{/Control}');
}

function drop(...files: readonly File[]): void {
  const place = screen.getByTestId('drop-place');
  const dataTransfer = { types: ['Files'], files, dropEffect: 'none' };
  fireEvent.dragOver(place, { dataTransfer });
  fireEvent.drop(place, { dataTransfer });
}

describe('a ticket of the book', () => {
  it('is decoded at once where another part opened this one with it, and keeps its bytes until asked', async () => {
    await startMemoryBench({ start: 'simulated' });
    await window.bench.tickets.issueSession({});
    showPart('decode', 1);
    render(<TicketsPanel />);
    const user = userEvent.setup();

    const owner = within(await screen.findByRole('region', { name: 'Ticket 1' }));
    expect(owner.getByText('76561202255165729')).toBeDefined();
    expect(owner.getByText('480')).toBeDefined();
    expect(owner.getByText('Simulated')).toBeDefined();
    expect(owner.getByText(/^in 20 d 23 h$/)).toBeDefined();
    expect(section('Signature').getByText('Simulated signature')).toBeDefined();
    expect(
      screen.getByText('An unencrypted ticket proves nothing until Steam has verified it.'),
    ).toBeDefined();
    expect(screen.getByText('••••••••••••')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);

    const bytes = section('Bytes');
    expect(bytes.queryByRole('table')).toBeNull();
    await user.click(bytes.getByRole('button', { name: 'Show bytes' }));
    expect(await bytes.findByRole('region', { name: 'Bytes of Ticket 1' })).toBeDefined();
    await user.click(bytes.getByRole('button', { name: /^Session header/ }));
    expect(bytes.getByText('18 00 00 00 01 00 00 00')).toHaveProperty('dataset.chosen', 'true');
    expect(await seriousFindings()).toEqual([]);
    await user.click(bytes.getByRole('button', { name: 'Hide bytes' }));
    expect(bytes.queryByRole('table')).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Show the token' }));
    expect(screen.queryByText('••••••••••••')).toBeNull();
  });

  it('expires by the clock of the simulator', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    await window.bench.tickets.issueSession({});
    showPart('decode', 1);
    render(<TicketsPanel />);
    expect(await screen.findByText(/^in 20 d/)).toBeDefined();
    await window.bench.simulation.set({ clock: { stepMs: 22 * 24 * 3_600_000 } });
    await bench.advance(100);
    expect(await screen.findByText('Expired')).toBeDefined();
  });

  it('leads on to a session with it', async () => {
    await startMemoryBench({ start: 'simulated' });
    await window.bench.tickets.issueSession({});
    showPart('decode', 1);
    render(<TicketsPanel />);
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Begin a session with it' }));
    expect(screen.getByRole('radio', { name: 'Sessions' })).toHaveProperty('checked', true);
  });
});

describe('pasted text', () => {
  it('is decoded, in hex and in Base64, without a client', async () => {
    await startMemoryBench();
    render(<TicketsPanel />);
    expect(screen.getByText('No ticket decoded yet')).toBeDefined();
    await paste(hex);
    const owner = within(await screen.findByRole('region', { name: 'Pasted ticket' }));
    expect(owner.getByText(/^2030-01-1[456] /)).toBeDefined();
    const packages = section('Licences and DLC');
    expect(packages.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '480',
      '7777',
      '8888',
    ]);

    await userEvent.setup().click(screen.getByRole('button', { name: 'Clear' }));
    expect(pasted()).toHaveProperty('value', '');
    expect(screen.getByText('No ticket decoded yet')).toBeDefined();
    await paste(btoa(String.fromCharCode(...someSessionTicket())));
    expect(await screen.findByRole('region', { name: 'Pasted ticket' })).toBeDefined();
  });

  it('that is none names the character, and bytes that are none name the byte', async () => {
    await startMemoryBench();
    render(<TicketsPanel />);
    await paste('14 00 zz');
    expect((await screen.findByRole('alert')).textContent).toContain('Character 7: “z” is no hex digit.');
    await userEvent.setup().clear(pasted());
    await paste(hex.slice(0, -2));
    expect(await screen.findByText(/^Byte 52: ownership ticket and signature/)).toBeDefined();
    expect(screen.queryByRole('region', { name: 'Pasted ticket' })).toBeNull();
    const broken = within(await screen.findByRole('region', { name: 'Where it breaks' }));
    expect(broken.getByText('Byte 52 of 253')).toBeDefined();
    expect(broken.getByText('c6')).toHaveProperty('dataset.chosen', 'true');
    expect(await seriousFindings()).toEqual([]);
  });

  it('that is put together from two tickets is pointed out', async () => {
    const bytes = someSessionTicket();
    bytes[12] = 0;
    await startMemoryBench();
    render(<TicketsPanel />);
    await paste(toHex(bytes));
    expect(await screen.findByText('Two owners.')).toBeDefined();
  });

  it('that is encrypted shows the frame, and where the rest is read', async () => {
    await startMemoryBench();
    render(<TicketsPanel />);
    await paste(toHex(someEncryptedTicket(zeros, new Uint8Array(7))));
    const frame = within(await screen.findByRole('region', { name: 'Pasted ticket' }));
    expect(frame.getByText('7 bytes')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
    await userEvent.setup().click(frame.getByRole('button', { name: 'Open Encrypted' }));
    expect(screen.getByRole('radio', { name: 'Encrypted' })).toHaveProperty('checked', true);
  });
});

describe('a file', () => {
  it('that is dropped is decoded, whether it holds bytes or text', async () => {
    await startMemoryBench();
    render(<TicketsPanel />);
    drop(new File([someSessionTicket()], 'ticket.bin'));
    expect(await screen.findByRole('region', { name: 'ticket.bin' })).toBeDefined();
    drop(new File([`${hex}\n`], 'ticket.txt'));
    expect(await screen.findByRole('region', { name: 'ticket.txt' })).toBeDefined();
    await userEvent.setup().click(section('Bytes').getByRole('button', { name: 'Show bytes' }));
    expect(screen.getByRole('rowheader', { name: '00000010' })).toBeDefined();
  });

  it('that is too large, or one of several, is refused before it is read', async () => {
    await startMemoryBench();
    render(<TicketsPanel />);
    drop(new File([new Uint8Array(65_537)], 'film.bin'));
    expect((await screen.findByRole('alert')).textContent).toContain('“film.bin” is too large for a ticket.');
    drop(new File([hex], 'a.txt'), new File([hex], 'b.txt'));
    expect(await screen.findByText('2 files were dropped.')).toBeDefined();
  });

  it('that is opened is read by main, and its bytes stay there', async () => {
    const file = { name: 'ticket.bin', bytes: someSessionTicket() };
    const desktop = { ...scriptedDesktop, readFile: () => Promise.resolve(succeed(file)) };
    await startMemoryBench({ ports: { desktop } });
    render(<TicketsPanel />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Open file…' }));
    expect(await screen.findByRole('region', { name: 'ticket.bin' })).toBeDefined();
    expect(section('Bytes').queryByRole('button', { name: 'Show bytes' })).toBeNull();
    expect(section('Bytes').getByText(/stay in main/)).toBeDefined();
  });

  it('that is not chosen after all leaves everything as it was', async () => {
    await startMemoryBench();
    render(<TicketsPanel />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Open file…' }));
    expect(screen.getByText('No ticket decoded yet')).toBeDefined();
  });
});
