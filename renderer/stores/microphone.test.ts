// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderHook, waitFor } from '@testing-library/react';
import { fail } from '../../app/outcome.ts';
import type { SimulationSnapshot } from '../../app/simulator/knobs.ts';
import { installFakeBench, type FakeBench } from '../fake-bench.ts';
import { openMicrophone, type MicrophoneListener } from '../voice/microphone-input.ts';
import { chooseMicrophone, startMicrophone, stopMicrophone, useMicrophone } from './microphone.ts';
import { takeSession } from './session.ts';
import { readSettingsNow } from './settings.ts';
import { takeSimulation } from './simulation.ts';

vi.mock('../voice/microphone-input.ts');

const session = { state: 'connected', client: 'simulated', appId: 480, appIdSource: 'default' } as const;
const hearing = (kind: 'outside' | 'silence'): SimulationSnapshot =>
  ({
    seed: 1,
    steamId: '7',
    accounts: [],
    world: { voices: [{ steamId: '7', source: { kind } }] },
  }) as unknown as SimulationSnapshot;

let bench: FakeBench;
const close = vi.fn();
const { result } = renderHook(useMicrophone);

const listener = (): MicrophoneListener => vi.mocked(openMicrophone).mock.lastCall![1];
const uses = (): readonly unknown[] =>
  bench.asked.filter(({ channel }) => channel === 'voice.useMicrophone').map(({ payload }) => payload);
const pushed = (): number => bench.asked.filter(({ channel }) => channel === 'voice.pushMicrophone').length;
const block = { samples: new Float32Array(960), sampleRate: 48_000 };

beforeEach(() => {
  stopMicrophone();
  bench = installFakeBench();
  for (const name of ['voice.useMicrophone', 'voice.pushMicrophone', 'settings.set'])
    bench.answer(name, () => null);
  takeSession(session);
  takeSimulation(hearing('outside'));
  close.mockClear();
  vi.mocked(openMicrophone).mockReset().mockResolvedValue({ label: 'Desk', close });
});

describe('this machine’s microphone', () => {
  it('is asked for, feeds the simulator, and is given back', async () => {
    await startMicrophone();
    await startMicrophone();
    expect(openMicrophone).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(result.current).toEqual({ state: 'on', label: 'Desk', failure: undefined }));
    listener().heard(block);
    expect(bench.asked.at(-1)).toEqual({ channel: 'voice.pushMicrophone', payload: block });

    stopMicrophone();
    stopMicrophone();
    expect(close).toHaveBeenCalledTimes(1);
    expect(uses()).toEqual([{ isUsed: true }, { isUsed: false }]);
    listener().heard(block);
    expect(pushed()).toBe(1);
  });

  it.each([
    ['NotAllowedError', 'microphone-refused'],
    ['NotFoundError', 'no-microphone'],
    ['OverconstrainedError', 'no-microphone'],
    ['NotReadableError', 'no-microphone'],
  ])('says why it did not open: %s', async (name, code) => {
    vi.mocked(openMicrophone).mockRejectedValue(new DOMException('', name));
    await startMicrophone();
    await waitFor(() => expect(result.current).toMatchObject({ state: 'off', failure: { code } }));
    expect(uses().at(-1)).toEqual({ isUsed: false });
  });

  it('is not opened where main says no', async () => {
    Object.assign(bench.bridge.voice, { useMicrophone: () => Promise.resolve(fail('simulated-only')) });
    await startMicrophone();
    expect(openMicrophone).not.toHaveBeenCalled();
    await waitFor(() => expect(result.current.failure?.code).toBe('simulated-only'));
  });

  it('ends when it is pulled, and says so', async () => {
    await startMicrophone();
    listener().ended();
    listener().heard(block);
    await waitFor(() =>
      expect(result.current).toMatchObject({ state: 'off', failure: { code: 'microphone-gone' } }),
    );
    expect(pushed()).toBe(0);
    expect(uses().at(-1)).toEqual({ isUsed: false });
  });

  it.each<[string, () => void]>([
    ['the client', () => takeSession({ ...session, state: 'disconnected' })],
    ['the simulated client', () => takeSession({ ...session, client: 'steam' })],
    ['its source', () => takeSimulation(hearing('silence'))],
  ])('is closed with %s', async (_name, change) => {
    await startMicrophone();
    change();
    expect(close).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(result.current).toMatchObject({ state: 'off', failure: undefined }));
  });

  it('that opens after it was stopped is closed at once', async () => {
    let open: (input: { label: string; close: () => void }) => void = () => undefined;
    vi.mocked(openMicrophone).mockReturnValue(new Promise((resolve) => (open = resolve)));
    const started = startMicrophone();
    await waitFor(() => expect(openMicrophone).toHaveBeenCalled());
    stopMicrophone();
    open({ label: 'Late', close });
    await started;
    expect(close).toHaveBeenCalledTimes(1);
    expect(result.current.state).toBe('off');
  });

  it('goes on with another one that is chosen', async () => {
    await startMicrophone();
    chooseMicrophone('desk');
    expect(close).toHaveBeenCalledTimes(1);
    expect(readSettingsNow().voice.microphoneDevice).toBe('desk');
    await waitFor(() => expect(openMicrophone).toHaveBeenLastCalledWith('desk', expect.anything()));
    await waitFor(() => expect(result.current.state).toBe('on'));
  });
});
