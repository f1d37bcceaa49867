import { describe, expect, it } from 'vitest';
import type { Arrival } from '../pump.ts';
import { createConnectionHistory } from './connection-history.ts';

const rest = { seq: 1, answers: undefined, latencyMs: undefined };
const online = (at: number): Arrival => ({ ...rest, at, name: 'steamServerConnected', fields: {} });
const offline = (at: number, result: number): Arrival => ({
  ...rest,
  at,
  name: 'steamServerDisconnected',
  fields: { result },
});
const failing = (at: number, result: number): Arrival => ({
  ...rest,
  at,
  name: 'steamServerConnectFailed',
  fields: { result, retrying: true },
});

describe('the history of the connection', () => {
  it('begins with what the client says', () => {
    const history = createConnectionHistory();
    expect(history.stretches()).toEqual([]);
    history.connected(10, true);
    expect(history.stretches()).toEqual([{ from: 10, to: undefined, state: 'online' }]);
  });

  it('is a row of stretches, each ending where the next begins', () => {
    const history = createConnectionHistory();
    history.connected(10, false);
    expect(history.arrived(online(20))).toBe(true);
    expect(history.arrived(offline(30, 3))).toBe(true);
    expect(history.arrived(failing(40, 36))).toBe(true);
    expect(history.arrived(online(50))).toBe(true);
    history.disconnected(60);
    expect(history.stretches()).toEqual([
      { from: 10, to: 20, state: 'offline' },
      { from: 20, to: 30, state: 'online' },
      { from: 30, to: 40, state: 'offline', result: 3 },
      { from: 40, to: 50, state: 'failing', result: 36 },
      { from: 50, to: 60, state: 'online' },
      { from: 60, to: undefined, state: 'absent' },
    ]);
  });

  it('does not begin a stretch for the same again, but for another reason', () => {
    const history = createConnectionHistory();
    history.connected(0, true);
    history.arrived(online(5));
    history.arrived(failing(10, 3));
    expect(history.arrived(failing(20, 3))).toBe(true);
    history.arrived(failing(30, 16));
    expect(history.stretches()).toEqual([
      { from: 0, to: 10, state: 'online' },
      { from: 10, to: 30, state: 'failing', result: 3 },
      { from: 30, to: undefined, state: 'failing', result: 16 },
    ]);
  });

  it('is not changed by what says nothing of the connection', () => {
    const history = createConnectionHistory();
    expect(history.arrived({ ...rest, at: 1, name: 'licensesUpdated', fields: {} })).toBe(false);
    expect(history.stretches()).toEqual([]);
  });

  it('remembers 500 stretches, the newest', () => {
    const history = createConnectionHistory();
    for (let at = 0; at < 600; at += 1) history.arrived(at % 2 === 0 ? online(at) : offline(at, 3));
    expect(history.stretches()).toHaveLength(500);
    expect(history.stretches().at(0)).toMatchObject({ from: 100, to: 101 });
    expect(history.stretches().at(-1)).toEqual({ from: 599, to: undefined, state: 'offline', result: 3 });
  });
});
