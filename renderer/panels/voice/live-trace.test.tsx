// @vitest-environment happy-dom
import { act, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { noVoice } from '../../../app/voice/voice.ts';
import { seriousFindings } from '../testing/audit.ts';
import { someCard, someLive } from './some-takes.ts';
import { openVoicePage } from './voice-page.ts';
import { VoicePanel } from './voice-panel.tsx';

vi.setConfig({ testTimeout: 20_000 });

describe('the live trace', () => {
  const [level, loud] = [
    { rmsDbfs: -23.46, peakDbfs: -6.1, isClipped: false },
    { rmsDbfs: -3, peakDbfs: 0, isClipped: true },
  ];
  const trace = () => screen.getByRole('img', { name: /^Live waveform/ });

  it('is drawn by a worker of its own each time the panel is open', async () => {
    const { workers, tell } = await openVoicePage();
    const { unmount } = render(<VoicePanel />);
    expect(trace().querySelectorAll('canvas')).toHaveLength(1);
    expect(workers.all.map(({ orders }) => orders.map(({ kind }) => kind))).toEqual([['canvas', 'view']]);
    const looks = new MessageChannel();
    const sound = new MessageChannel();
    act(() => {
      window.dispatchEvent(
        new MessageEvent('message', {
          data: { kind: 'bench.voice', heardSeconds: 4.2, drawn: Float64Array.of(1, 2) },
          ports: [sound.port2, looks.port2] as unknown as MessageEvent['ports'] & [],
        }),
      );
    });
    tell({ recorder: 'recording', live: someLive });
    tell({ recorder: 'recording', live: { ...someLive, packets: 13 } });
    expect(workers.all[0]?.orders.slice(2)).toEqual([
      { kind: 'looks', drawn: Float64Array.of(1, 2) },
      { kind: 'begin', startedAt: someLive.startedAt },
    ]);
    unmount();
    expect(workers.all.map(({ isEnded }) => isEnded)).toEqual([true]);
    render(<VoicePanel />);
    expect(workers.all.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it('says in words what it shows', async () => {
    const { workers } = await openVoicePage();
    render(<VoicePanel />);
    const meter = screen.getByRole('meter', { name: 'Level' });
    expect([trace().getAttribute('aria-label'), meter.getAttribute('aria-valuenow')]).toEqual([
      'Live waveform, the last 10 seconds of sound: not recording, no signal',
      '-60',
    ]);
    act(() => workers.all[0]?.tell({ ...level, delayMs: 12.4, drawnMs: [11, 12.4] }));
    expect(screen.getByText('−23.5 dBFS RMS · −6.1 dBFS peak')).toBeDefined();
    expect(screen.getByText(/^Capture to screen 12 ms$/)).toBeDefined();
    expect(meter.getAttribute('aria-valuenow')).toBe('-23');
    expect(screen.getByText('No clipping')).toBeDefined();
    act(() => workers.all[0]?.tell({ ...loud, delayMs: 12.4, drawnMs: [] }));
    expect(screen.getByText('Clipped')).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });

  it('is drawn anew with the beats of a take alone: its level waits for one, and its time comes with one', async () => {
    const { bench, workers, tell } = await openVoicePage();
    render(<VoicePanel />);
    const now = vi.spyOn(Date, 'now').mockReturnValue(someLive.startedAt + 4200);
    const beat = { recorder: 'recording', live: someLive } as const;
    act(() => bench.tell('voice.live', beat));
    expect(screen.getByText('4.2 s')).toBeDefined();
    act(() => workers.all[0]?.tell({ ...level, delayMs: 9, drawnMs: [] }));
    expect(screen.getByText('No signal')).toBeDefined();
    now.mockReturnValue(someLive.startedAt + 4300);
    act(() => bench.tell('voice.live', beat));
    expect(screen.getByText('−23.5 dBFS RMS · −6.1 dBFS peak')).toBeDefined();
    expect(screen.getByText('4.3 s')).toBeDefined();
    tell({ recorder: 'idle', last: someLive });
    act(() => workers.all[0]?.tell({ ...loud, delayMs: 9, drawnMs: [] }));
    expect(screen.getByText('Clipped')).toBeDefined();
    now.mockRestore();
  });

  it('tells main how late each frame was drawn when the take is kept', async () => {
    const { bench, workers, tell } = await openVoicePage();
    bench.answer('voice.noteHeard', () => noVoice);
    render(<VoicePanel />);
    tell({ recorder: 'recording', live: someLive });
    act(() => workers.all[0]?.tell({ ...level, delayMs: 9, drawnMs: [8, 9] }));
    tell({ takes: [someCard] });
    expect(bench.asked.at(-1)).toEqual({
      channel: 'voice.noteHeard',
      payload: { id: someCard.id, captureToScreenMs: [8, 9] },
    });
  });

  it('says why it is not drawn', async () => {
    const { workers } = await openVoicePage();
    render(<VoicePanel />);
    act(() => workers.all[0]?.break());
    expect(screen.getByRole('alert').textContent).toContain('The live trace cannot be drawn');
    expect(workers.all[0]?.isEnded).toBe(true);
    expect(await seriousFindings()).toEqual([]);
  });
});
