// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stubCodec } from '../../../app/simulator/voice/stub-codec.ts';
import { seriousFindings } from '../testing/audit.ts';
import { startMemoryBench, type MemoryBench } from '../testing/memory-bench.ts';
import { chooseTake, compareWith } from './take/chosen-take.ts';
import { installTraceWorkers, type FakeTraceWorkers } from './talk/fake-trace-workers.ts';
import { VoicePanel } from './voice-panel.tsx';

vi.setConfig({ testTimeout: 20_000 });

let workers: FakeTraceWorkers;

beforeEach(() => void (workers = installTraceWorkers()));

afterEach(() => {
  cleanup();
  workers.remove();
  chooseTake(undefined);
});

async function record(bench: MemoryBench): Promise<void> {
  await act(() => window.bench.voice.start({}));
  for (let frame = 0; frame < 50; frame += 1) await bench.advance(20);
  await act(() => window.bench.voice.stop({}));
  for (let frame = 0; frame < 50; frame += 1) await bench.advance(20);
}

const marks = (place: HTMLElement): number => within(place).queryAllByText('Simulated').length;

describe('a simulated talker', () => {
  it('is one in every state: connected, with no client, and with Steam', async () => {
    const bench = await startMemoryBench({ start: 'simulated', voiceCodec: stubCodec });
    render(<VoicePanel />);
    const header = screen.getByRole('heading', { level: 1, name: 'Voice' }).closest('header')!;
    await record(bench);
    await record(bench);
    expect(marks(header)).toBe(1);

    await act(() => window.bench.session.disconnect());
    expect(within(header).getByText('Last take simulated')).toBeDefined();
    const rows = within(screen.getByRole('region', { name: 'Takes, newest first' })).getAllByRole('row');
    expect(rows.slice(1).map(marks)).toEqual([1, 1]);

    await userEvent.setup().click(screen.getByRole('button', { name: 'Take 1' }));
    const take = screen.getByRole('region', { name: 'Take 1' });
    expect(marks(take)).toBe(1);
    const takes = await window.bench.voice.get();
    const newest = takes.ok ? takes.value.takes[0] : undefined;
    act(() => compareWith(newest?.id));
    // Of two takes each verdict says it beside its name.
    await within(take).findByText(/^Take 2: /);
    expect(marks(take)).toBe(3);
    expect(await seriousFindings()).toEqual([]);

    act(() => bench.say({ state: 'connected', client: 'steam', appId: 480, appIdSource: 'default' }));
    expect(within(header).getByText('Last take simulated')).toBeDefined();
    expect(marks(take)).toBe(3);
  });
});
