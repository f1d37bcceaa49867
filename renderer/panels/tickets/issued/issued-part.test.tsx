// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { succeed, type Outcome } from '../../../../app/outcome.ts';
import { scriptedDesktop } from '../../../../app/scripted-ports.ts';
import { seriousFindings } from '../../testing/audit.ts';
import { startMemoryBench } from '../../testing/memory-bench.ts';
import { showPart } from '../chosen-part.ts';
import { TicketsPanel } from '../tickets-panel.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
beforeEach(() => showPart('issued'));
afterEach(cleanup);

function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

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

describe('a ticket for the web API', () => {
  it('brings its bytes with the callback, and can be copied, saved and asked about then', async () => {
    const saved: string[] = [];
    const bench = await startMemoryBench({
      start: 'simulated',
      ports: {
        desktop: {
          ...scriptedDesktop,
          saveBytes: ({ suggestedName, encoding, bytes }) => {
            saved.push(`${suggestedName} ${encoding}`);
            return Promise.resolve(succeed({ path: 'chosen', sizeBytes: bytes.length }));
          },
        },
      },
    });
    render(<TicketsPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'Web API ticket' }));
    expect(screen.getByText(/the backend gives to AuthenticateUserTicket/)).toBeDefined();
    await user.type(screen.getByRole('textbox', { name: 'Identity (optional)' }), 'shop');
    await user.click(issueButton());

    const card = await ticket(1);
    expect(card.getByText('“shop”')).toBeDefined();
    expect(card.getByRole('progressbar', { name: 'Waiting for Steam’s callback 168' })).toBeDefined();
    for (const name of [
      'Show bytes',
      'Copy hex',
      'Copy Base64',
      'Save to a file',
      'Decode',
      'Ask the web API',
    ]) {
      expect(card.getByRole('button', { name })).toHaveProperty('disabled', true);
    }
    expect(card.queryByText('masked')).toBeNull();
    await bench.advance(3000);
    expect(card.getByText('Confirmed')).toBeDefined();
    expect(card.getByText('masked')).toBeDefined();
    expect(card.queryByRole('button', { name: 'Begin a session' })).toBeNull();
    expect(await seriousFindings()).toEqual([]);

    await user.click(card.getByRole('button', { name: 'Save to a file' }));
    await user.click(await screen.findByRole('menuitem', { name: /As hex/ }));
    expect(saved).toEqual(['web-api-ticket-1 hex']);
    await user.click(card.getByRole('button', { name: 'Ask the web API' }));
    expect(screen.getByRole('radio', { name: 'Web API' })).toHaveProperty('checked', true);
  });

  it('needs no identity', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<TicketsPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'Web API ticket' }));
    await user.click(issueButton());
    expect((await ticket(1)).getByText('no identity')).toBeDefined();
  });
});

describe('who holds a ticket', () => {
  it('is named, with how the bench knows', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<TicketsPanel />);
    const user = userEvent.setup();
    await user.click(issueButton());
    const card = await ticket(1);
    const { hex } = valueOf(await window.bench.tickets.reveal({ number: 1 }));
    const { accounts, steamId } = valueOf(await window.bench.simulation.get());
    const other = accounts.find((account) => account.steamId !== steamId);
    await act(() =>
      window.bench.simulation.raise({
        kind: 'peerBeginsSession',
        steamId: other?.steamId ?? '',
        ticketHex: hex,
        ofSteamId: steamId,
      }),
    );
    expect(card.getByText('(as the simulator shows)')).toBeDefined();
    expect(card.getByText(new RegExp(other?.personaName ?? 'nobody'))).toBeDefined();
  });
});

describe('a long book', () => {
  it('draws the newest fifty, and the others when asked', async () => {
    await startMemoryBench({ start: 'simulated' });
    await act(async () => {
      for (let count = 0; count < 60; count += 1) await window.bench.tickets.issueSession({});
    });
    render(<TicketsPanel />);
    const list = screen.getByRole('list', { name: 'Issued tickets, newest first' });
    expect(list.children).toHaveLength(50);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Show 10 older' }));
    expect(list.children).toHaveLength(60);
    expect(screen.queryByRole('button', { name: /older/ })).toBeNull();
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
