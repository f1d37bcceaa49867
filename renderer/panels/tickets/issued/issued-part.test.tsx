// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seriousFindings } from '../../testing/audit.ts';
import { startMemoryBench } from '../../testing/memory-bench.ts';
import { TicketsPanel } from '../tickets-panel.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
afterEach(cleanup);

const issueButton = () => screen.getByRole('button', { name: 'Issue ticket' });
const ticket = async (number: number) =>
  within(await screen.findByRole('listitem', { name: `Ticket ${number}` }));

describe('a session ticket', () => {
  it('waits for Steam, is confirmed, shown, hidden, copied and cancelled', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<TicketsPanel />);
    const user = userEvent.setup();

    expect(screen.getByText(/only after Steam’s callback has confirmed it/)).toBeDefined();
    expect(screen.getByText('No tickets yet')).toBeDefined();
    await user.click(issueButton());

    const card = await ticket(1);
    expect(card.getByText('Waiting')).toBeDefined();
    expect(card.getByRole('progressbar').getAttribute('aria-valuetext')).toBe('20 s left');

    await bench.advance(3000);
    expect(card.getByText('Confirmed')).toBeDefined();
    expect(card.getByText(/Answered after/)).toBeDefined();
    expect(await seriousFindings()).toEqual([]);

    expect(card.queryByRole('table')).toBeNull();
    await user.click(card.getByRole('button', { name: 'Show bytes' }));
    expect((await card.findAllByRole('row')).length).toBeGreaterThan(5);
    expect(card.getByRole('rowheader', { name: '00000010' })).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
    await user.click(card.getByRole('button', { name: 'Hide bytes' }));
    expect(card.queryByRole('table')).toBeNull();

    await user.click(card.getByRole('button', { name: 'Copy hex' }));
    await user.click(card.getByRole('button', { name: 'Copy Base64' }));
    expect(bench.clipboard).toEqual([
      expect.stringMatching(/^\d+ bytes as hex$/),
      expect.stringMatching(/as base64$/),
    ]);

    await user.click(card.getByRole('button', { name: 'Cancel ticket' }));
    expect(await card.findByText('Cancelled')).toBeDefined();
    expect(card.queryByRole('button', { name: 'Cancel ticket' })).toBeNull();
  });

  it('is refused with Steam’s reason while the client is offline', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    await window.bench.simulation.raise({ kind: 'serverDisconnected', result: 3 });
    render(<TicketsPanel />);
    await userEvent.setup().click(issueButton());
    await bench.advance(3000);
    const card = await ticket(1);
    expect(card.getByText('Refused')).toBeDefined();
    expect(card.getByText(/3 NoConnection/)).toBeDefined();
  });

  it('is listed newest first, and lost with its client', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<TicketsPanel />);
    const user = userEvent.setup();
    await user.click(issueButton());
    await ticket(1);
    await user.click(issueButton());
    await ticket(2);
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'Ticket 2',
      'Ticket 1',
    ]);
  });
});

describe('for whom a ticket is', () => {
  it('has to be right before Steam is asked', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<TicketsPanel />);
    const user = userEvent.setup();

    await user.click(screen.getByRole('radio', { name: 'Address' }));
    await user.type(screen.getByRole('textbox', { name: 'IPv4 address' }), '127.0.0.1');
    await user.click(issueButton());
    expect(screen.getByText('0 to 65535.')).toBeDefined();
    expect(screen.getByText('No tickets yet')).toBeDefined();

    await user.type(screen.getByRole('textbox', { name: 'Port' }), '27015{Enter}');
    expect((await ticket(1)).getByText('127.0.0.1:27015')).toBeDefined();
  });

  it('counts the bytes of a name', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<TicketsPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'Name' }));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'größer');
    expect(screen.getByText('8 of 31 bytes in UTF-8')).toBeDefined();
    await user.click(issueButton());
    expect((await ticket(1)).getByText('“größer”')).toBeDefined();
  });
});

describe('without a client', () => {
  it('says what is missing and issues nothing', async () => {
    await startMemoryBench();
    render(<TicketsPanel />);
    expect(screen.getByText('No client is connected')).toBeDefined();
    expect(issueButton()).toHaveProperty('disabled', true);
  });
});
