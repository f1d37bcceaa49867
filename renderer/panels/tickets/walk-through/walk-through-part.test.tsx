// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { seriousFindings } from '../../testing/audit.ts';
import { startMemoryBench } from '../../testing/memory-bench.ts';
import { WalkThroughPart } from './walk-through-part.tsx';

vi.setConfig({ testTimeout: 20_000 });
afterEach(cleanup);

const step = (name: RegExp) => within(screen.getByRole('listitem', { name }));
const button = (name: string) => screen.getByRole('button', { name });

describe('the walk-through', () => {
  it('shows each step as it happens, with what Steam answered', async () => {
    const bench = await startMemoryBench({ start: 'simulated' });
    render(<WalkThroughPart />);
    const user = userEvent.setup();
    expect(screen.getAllByRole('listitem')).toHaveLength(8);
    expect(step(/Ask for a ticket/).getByText('Not yet')).toBeDefined();

    await user.click(button('Walk through'));
    expect(step(/Ask for a ticket/).getByText('Done')).toBeDefined();
    expect(step(/Wait for Steam’s confirmation/).getByText('Under way')).toBeDefined();
    expect(screen.getByText('Simulated')).toBeDefined();

    for (let passed = 0; passed < 5; passed += 1) await bench.advance(1000);
    expect(step(/Hear that it was cancelled/).getByText('6 AuthTicketCanceled')).toBeDefined();
    expect(step(/End the session/).getByText('Done')).toBeDefined();
    expect(screen.getByText(/All 8 steps went well/)).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
    expect(button('Walk through again')).toBeDefined();
  });

  it('can be stopped, and leaves out the rest', async () => {
    await startMemoryBench({ start: 'simulated' });
    render(<WalkThroughPart />);
    const user = userEvent.setup();
    await user.click(button('Walk through'));
    await user.click(button('Stop'));
    expect(step(/Begin a session/).getByText('Left out')).toBeDefined();
    expect(step(/Cancel the ticket/).getByText('Done')).toBeDefined();
    expect(screen.getByText('Stopped. What had been taken was given back.')).toBeDefined();
  });

  it('says that it needs a client', async () => {
    await startMemoryBench();
    render(<WalkThroughPart />);
    expect(screen.getByText('No client is connected')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });
});
