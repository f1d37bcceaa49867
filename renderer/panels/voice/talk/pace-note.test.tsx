// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../../app/settings/settings.ts';
import type { SimulatedWorld } from '../../../../app/simulator/knobs.ts';
import { connect } from '../../../connect.ts';
import { installFakeBench } from '../../../fake-bench.ts';
import { PaceNote } from './pace-note.tsx';

const connected = { state: 'connected', client: 'simulated', appId: 480, appIdSource: 'default' };

async function show(clock: Partial<SimulatedWorld['clock']>, session: object = {}): Promise<void> {
  const bench = installFakeBench();
  const world = { clock: { now: 0, rate: 1, isPaused: false, ...clock } };
  bench.answer('settings.get', () => defaultSettings);
  bench.answer('session.get', () => ({ ...connected, ...session }));
  bench.answer('simulation.get', () => ({ seed: 1, steamId: '', accounts: [], world }));
  await act(async () => {
    await (
      await connect()
    ).rest;
  });
  render(<PaceNote />);
}

describe('the cost of fast simulated time', () => {
  afterEach(cleanup);

  it.each([20, 60])('is said at ×%i', async (rate) => {
    await show({ rate });
    expect(screen.getByText(/^Simulated time runs at/).textContent).toContain(`at ×${rate}: recording`);
  });

  it.each([
    ['time at its ordinary pace', { rate: 1 }, {}],
    ['a pace below that', { rate: 19.9 }, {}],
    ['a clock that stands still', { rate: 60, isPaused: true }, {}],
    ['Steam itself', { rate: 60 }, { client: 'steam' }],
    ['no client', { rate: 60 }, { state: 'disconnected' }],
  ])('is nothing with %s', async (_, clock, session) => {
    await show(clock, session);
    expect(screen.queryByText(/^Simulated time/)).toBeNull();
  });
});
